package studio.saddlepoint.recipe.method;

/**
 * The number of moves of each player in a step.
 *
 * @param criticMoves discriminator moves, each on a new batch; of a method without one, batches
 * @param generatorMoves generator moves after them; may be 0
 */
public record UpdateRatio(int criticMoves, int generatorMoves) {
  /**
   * The ratio of a step.
   *
   * @param step steps made before it
   */
  public static UpdateRatio of(MethodSettings settings, long step) {
    if (!settings.kind().judges()) {
      return new UpdateRatio(1, 1);
    }
    boolean warm =
        step < settings.warmUp().steps()
            || settings.warmUp().again() > 0 && step > 0 && step % settings.warmUp().again() == 0;
    boolean moves = step >= settings.pretraining() && (step + 1) % settings.generatorEvery() == 0;
    return new UpdateRatio(
        warm ? settings.warmUp().criticSteps() : settings.criticSteps(),
        moves ? settings.generatorSteps() : 0);
  }
}

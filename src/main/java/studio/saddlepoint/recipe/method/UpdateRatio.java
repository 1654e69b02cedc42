package studio.saddlepoint.recipe.method;

/**
 * The number of moves of each player in a step.
 *
 * @param criticMoves discriminator moves, each on a new batch; may be 0 while the generator is
 *     pre-trained; of a method without one, batches
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
    if (step < settings.generatorPretraining()) {
      return new UpdateRatio(0, settings.generatorSteps());
    }
    long since = step - settings.generatorPretraining();
    boolean warm =
        since < settings.warmUp().steps()
            || settings.warmUp().again() > 0 && since > 0 && since % settings.warmUp().again() == 0;
    boolean moves = since >= settings.pretraining() && (since + 1) % settings.generatorEvery() == 0;
    return new UpdateRatio(
        warm ? settings.warmUp().criticSteps() : settings.criticSteps(),
        moves ? settings.generatorSteps() : 0);
  }

  /** Batches of real pictures that the step draws: one at least, by which it counts. */
  public int batches() {
    return Math.max(1, criticMoves);
  }
}

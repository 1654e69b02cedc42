package studio.saddlepoint.train.step;

import java.util.List;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.CriticWarmUpSettings;
import studio.saddlepoint.recipe.method.MethodSettings;
import studio.saddlepoint.run.event.Event;

/**
 * The moves that a number of steps is made of. Steps, moves of the generator and pictures seen are
 * three numbers: a step may have several moves of either player, and none of the generator.
 *
 * @param generatorMoves moves of the generator
 * @param discriminatorMoves moves of the discriminator, each on a batch of its own
 * @param imagesSeen real pictures that the discriminator was shown, repeats included
 */
public record StepCounts(long generatorMoves, long discriminatorMoves, long imagesSeen) {
  private static final StepCounts NONE = new StepCounts(0, 0, 0);

  /**
   * The first steps of a training.
   *
   * @param started the recipe that it was started with
   * @param changes what was changed while it trained, oldest first; keys of another version are
   *     left out
   * @param steps how many
   */
  public static StepCounts of(Recipe started, List<Event.Changed> changes, long steps) {
    StepCounts made = NONE;
    Recipe now = started;
    long from = 0;
    for (Event.Changed change : changes) {
      long to = Math.min(steps, change.step());
      made = made.plus(between(now, from, to));
      from = Math.max(from, to);
      now = changed(now, change);
    }
    return made.plus(between(now, from, steps));
  }

  /** The steps from one to before another, all with the same recipe. */
  private static StepCounts between(Recipe recipe, long from, long to) {
    if (to <= from) {
      return NONE;
    }
    StepCounts end = first(recipe, to);
    StepCounts begin = first(recipe, from);
    return new StepCounts(
        end.generatorMoves - begin.generatorMoves,
        end.discriminatorMoves - begin.discriminatorMoves,
        end.imagesSeen - begin.imagesSeen);
  }

  /** The sum of {@link UpdateRatio#of} over the first steps, without a loop over them. */
  private static StepCounts first(Recipe recipe, long steps) {
    MethodSettings method = recipe.method();
    CriticWarmUpSettings warmUp = method.warmUp();
    long warm = Math.min(steps, warmUp.steps());
    if (warmUp.again() > 0 && steps > warm) {
      // step 0 is one of the warm-up or none
      warm += (steps - 1) / warmUp.again() - Math.max(0, warm - 1) / warmUp.again();
    }
    long discriminator = warm * warmUp.criticSteps() + (steps - warm) * method.criticSteps();
    int every = method.generatorEvery();
    long moving = steps / every - Math.min(steps, method.pretraining()) / every;
    return new StepCounts(
        moving * method.generatorSteps(),
        discriminator,
        discriminator * recipe.training().batchSize());
  }

  private static Recipe changed(Recipe recipe, Event.Changed change) {
    try {
      return HyperParameters.of(change.key()).set(recipe, change.after());
    } catch (StudioException unknown) {
      return recipe;
    }
  }

  private StepCounts plus(StepCounts more) {
    return new StepCounts(
        generatorMoves + more.generatorMoves,
        discriminatorMoves + more.discriminatorMoves,
        imagesSeen + more.imagesSeen);
  }
}

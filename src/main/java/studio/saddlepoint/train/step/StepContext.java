package studio.saddlepoint.train.step;

import studio.saddlepoint.data.Batches;
import studio.saddlepoint.recipe.Recipe;

/**
 * The things that a step is made with.
 *
 * @param recipe with the values of now: no schedules
 * @param step steps made so far
 * @param imagesSeen real pictures drawn by them
 * @param batches real pictures, at the first that no step has used
 * @param methodState what methods remember from step to step
 * @param classes of its pictures
 */
public record StepContext(
    Recipe recipe,
    long step,
    long imagesSeen,
    Batches batches,
    MethodState methodState,
    StepClasses classes) {

  /**
   * Random numbers of this step, which follow from the run's seed and the images seen alone: every
   * step draws real pictures, so no two steps have the same.
   */
  public StepRandom random() {
    return new StepRandom(recipe.seed(), imagesSeen);
  }
}

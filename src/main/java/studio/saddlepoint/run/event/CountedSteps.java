package studio.saddlepoint.run.event;

import java.util.List;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.StepCounts;

/** The moves and images of a run's steps, as its recipe and its log tell them. */
public final class CountedSteps {
  private CountedSteps() {}

  /**
   * The first steps of a training.
   *
   * @param started the recipe that it was started with
   * @param changes what was changed while it trained, oldest first; keys of another version are
   *     left out
   * @param steps how many
   */
  public static StepCounts of(Recipe started, List<Event.Changed> changes, long steps) {
    StepCounts made = StepCounts.NONE;
    Recipe now = started;
    long from = 0;
    for (Event.Changed change : changes) {
      long to = Math.min(steps, change.step());
      made = made.then(now, from, to);
      from = Math.max(from, to);
      now = changed(now, change);
    }
    return made.then(now, from, steps);
  }

  /**
   * The recipe after changes.
   *
   * @param started the recipe that the training was started with
   * @param changes oldest first; those that this version does not know are left out
   */
  public static Recipe changed(Recipe started, List<Event.Changed> changes) {
    Recipe now = started;
    for (Event.Changed change : changes) {
      now = changed(now, change);
    }
    return now;
  }

  /**
   * The images seen after each of several numbers of steps.
   *
   * @param steps rising
   */
  public static double[] images(Recipe started, List<Event.Changed> changes, double[] steps) {
    double[] images = new double[steps.length];
    StepCounts made = StepCounts.NONE;
    Recipe now = started;
    long from = 0;
    int next = 0;
    for (int i = 0; i < steps.length; i++) {
      long to = (long) steps[i];
      for (; next < changes.size() && changes.get(next).step() < to; next++) {
        Event.Changed change = changes.get(next);
        made = made.then(now, from, change.step());
        from = Math.max(from, change.step());
        now = changed(now, change);
      }
      made = made.then(now, from, to);
      from = Math.max(from, to);
      images[i] = made.imagesSeen();
    }
    return images;
  }

  private static Recipe changed(Recipe recipe, Event.Changed change) {
    try {
      return HyperParameters.of(change.key()).set(recipe, change.after());
    } catch (StudioException unknown) {
      return recipe;
    }
  }
}

package studio.saddlepoint.app;

import java.time.Duration;
import java.util.Optional;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.StepCounts;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.curve.Series;
import studio.saddlepoint.run.event.CountedSteps;
import studio.saddlepoint.run.event.Event;

/**
 * The status of a run by its log, for where no training in this program tells it.
 *
 * @param folder where it is kept
 * @param history what it has told so far
 */
record RunStatus(RunFolder folder, RunHistory history) {
  /** The moves and pictures that its first steps are made of. */
  StepCounts counts(long steps) {
    return CountedSteps.of(folder.recipe(), history.marks(), steps);
  }

  /**
   * Of a run that does not train here.
   *
   * @param recipe in effect
   * @param followed whether another process trains it
   */
  Training.Status atRest(Recipe recipe, boolean followed) {
    long steps = recipe.training().steps();
    boolean over = history.lastStep() >= steps;
    double speed = followed ? lastSpeed() : 0;
    return new Training.Status(
        over ? Training.State.FINISHED : Training.State.STOPPED,
        history.lastStep(),
        steps,
        speed,
        speed > 0 && !over ? Optional.of(timeLeft(steps, speed)) : Optional.empty(),
        history.device(),
        history.ended().map(Event.Ended::reason).orElse(""));
  }

  /** Until a resumed training has opened everything it does not know where it is: the log does. */
  Training.Status whileStarting(Recipe recipe, Training.Status now) {
    return now.state() == Training.State.STARTING
        ? new Training.Status(
            now.state(),
            history.lastStep(),
            recipe.training().steps(),
            0,
            Optional.empty(),
            now.device(),
            now.message())
        : now;
  }

  private double lastSpeed() {
    double last = history.series("speed.imagesPerSecond").map(Series::last).orElse(Double.NaN);
    return Double.isFinite(last) ? last : 0;
  }

  private Duration timeLeft(long steps, double imagesPerSecond) {
    long left = counts(steps).imagesSeen() - counts(history.lastStep()).imagesSeen();
    return Duration.ofMillis((long) (1000 * left / imagesPerSecond));
  }
}

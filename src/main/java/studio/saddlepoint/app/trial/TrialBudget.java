package studio.saddlepoint.app.trial;

import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.curve.Series;

/**
 * What a trial may cost.
 *
 * @param steps that each training makes
 * @param seeds trainings of each side
 * @param samples pictures that are measured
 */
record TrialBudget(long steps, int seeds, int samples) {
  /** As many as an interval needs to be of use. */
  static final int SEEDS = 3;

  /** So long each training may take unless a person says otherwise: all six take ten minutes. */
  private static final double SECONDS = 100;

  private static final long FEWEST_STEPS = 50;
  private static final long STEPS_OF_UNKNOWN_SPEED = 1000;

  /** Fewer pictures make FID noisy. */
  private static final int FEWEST_SAMPLES = 1000;

  /** For a run, by how fast it trained last. */
  static TrialBudget of(OpenRun run) {
    double imagesPerSecond =
        run.history().series("speed.imagesPerSecond").map(Series::last).orElse(Double.NaN);
    Recipe recipe = run.recipe();
    double affordable = SECONDS * imagesPerSecond / recipe.training().batchSize();
    long steps =
        affordable > 0 && affordable < Double.POSITIVE_INFINITY
            ? rounded(affordable)
            : STEPS_OF_UNKNOWN_SPEED;
    return new TrialBudget(
        Math.max(FEWEST_STEPS, Math.min(steps, recipe.training().steps())),
        SEEDS,
        Math.max(FEWEST_SAMPLES, recipe.training().evaluateSamples()));
  }

  /** To one digit. */
  private static long rounded(double steps) {
    double unit = Math.pow(10, Math.floor(Math.log10(Math.max(1, steps))));
    return (long) (Math.max(1, Math.floor(steps / unit)) * unit);
  }
}

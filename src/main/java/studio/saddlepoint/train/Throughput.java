package studio.saddlepoint.train;

import java.time.Duration;

/**
 * The speed of a training on this computer.
 *
 * @param stepsPerSecond rounds of the game, without what a training does beside them
 * @param imagesPerStep real pictures that a step draws
 */
public record Throughput(double stepsPerSecond, double imagesPerStep) {
  /**
   * Share of its time that a training spends on steps: the rest goes into sheets, checkpoints and
   * quick evaluations.
   */
  public static final double SHARE_OF_STEPS = 0.85;

  /** Checks that both are above 0. */
  public Throughput {
    if (!(stepsPerSecond > 0 && Double.isFinite(stepsPerSecond) && imagesPerStep > 0)) {
      throw new IllegalArgumentException(stepsPerSecond + " steps/s of " + imagesPerStep);
    }
  }

  /** Steps that a training of some length makes, at least one. */
  public long steps(Duration time) {
    return Math.max(1, (long) (SHARE_OF_STEPS * stepsPerSecond * time.toNanos() / 1e9));
  }

  /** Real pictures that some steps draw. */
  public long images(long steps) {
    return Math.round(steps * imagesPerStep);
  }

  /** Real pictures a second, as long as steps are made. */
  public double imagesPerSecond() {
    return stepsPerSecond * imagesPerStep;
  }
}

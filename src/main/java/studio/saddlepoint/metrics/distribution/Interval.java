package studio.saddlepoint.metrics.distribution;

/**
 * The range in which a value lies with a probability of 95 %, by resampling.
 *
 * @param low lower end
 * @param high upper end
 */
public record Interval(double low, double high) {
  /** Refuses ends in the wrong order. */
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("an interval from " + low + " to " + high);
    }
  }
}

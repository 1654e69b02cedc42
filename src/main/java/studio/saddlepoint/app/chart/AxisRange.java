package studio.saddlepoint.app.chart;

/**
 * The values that an axis shows from end to end. Its length is always a positive number that is not
 * lost in rounding, whatever the values are, so that there are ticks and not too many of them.
 *
 * @param low at its lower end
 * @param high at its upper end
 */
public record AxisRange(double low, double high) {
  /** Beyond it the length of an axis from the lowest to the highest value is infinite. */
  private static final double MOST = 4e307;

  /** Below it a length has no digits left. */
  private static final double LEAST = 1e-300;

  /** A share of the values below which a difference is rounding. */
  private static final double ROUNDING = 1e-9;

  /** Shown above and below values that are all the same, as a share of them. */
  private static final double AROUND = 0.05;

  /**
   * An axis for values.
   *
   * @param low the smallest
   * @param high the largest, not below it
   * @param air room at each end, as a share of their difference
   */
  public static AxisRange of(double low, double high, double air) {
    double from = bounded(low);
    double to = bounded(high);
    double size = Math.max(Math.abs(from), Math.abs(to));
    if (differ(from, to)) {
      return new AxisRange(from - air * (to - from), to + air * (to - from));
    }
    double around = size > LEAST ? AROUND * size : AROUND;
    return new AxisRange(from - around, to + around);
  }

  /** The axis with an end moved, where that leaves a length. */
  AxisRange between(double floor, double ceiling) {
    double from = Double.isNaN(floor) ? low : floor;
    double to = Double.isNaN(ceiling) ? high : ceiling;
    return differ(from, to) ? new AxisRange(from, to) : of(from, from, 0);
  }

  /** Whether a value is above another by more than rounding. */
  public static boolean differ(double low, double high) {
    return high - low > Math.max(LEAST, ROUNDING * Math.max(Math.abs(low), Math.abs(high)));
  }

  /** A value that can be drawn: the largest doubles are cut off. */
  public static double bounded(double value) {
    return Math.max(-MOST, Math.min(MOST, value));
  }

  /** Whether a value has a place on a logarithmic axis. */
  static boolean hasLogarithm(double value) {
    return value > LEAST;
  }

  /** From end to end. */
  double length() {
    return high - low;
  }

  /** Where a value is: 0 at the lower end, 1 at the upper. */
  double share(double value) {
    return (value - low) / (high - low);
  }
}

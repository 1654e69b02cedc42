package studio.saddlepoint.run.curve;

/**
 * Part of a quantity over the steps, in buckets of neighbouring values: a copy, so that it can be
 * read on another thread. All arrays have the same length, in order of the steps.
 *
 * @param steps first step of each bucket
 * @param means mean value
 * @param lows smallest value
 * @param highs largest value
 * @param counts how many values
 */
public record Points(double[] steps, double[] means, double[] lows, double[] highs, long[] counts) {
  /** Nothing. */
  public static final Points NONE =
      new Points(new double[0], new double[0], new double[0], new double[0], new long[0]);

  /** How many buckets. */
  public int size() {
    return steps.length;
  }
}

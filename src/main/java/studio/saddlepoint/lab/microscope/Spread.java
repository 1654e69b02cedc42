package studio.saddlepoint.lab.microscope;

/**
 * Numbers by how often they occur.
 *
 * @param low where the first bar begins
 * @param high where the last bar ends
 * @param counts of each bar, all of the same width; what lies beyond an end counts with the last
 *     bar there
 * @param mean of all numbers
 * @param deviation of all numbers
 */
public record Spread(double low, double high, long[] counts, double mean, double deviation) {
  /** Bars reach so many deviations from the mean; few numbers are beyond. */
  private static final double REACH = 4;

  /**
   * The spread of numbers.
   *
   * @param values at least one
   * @param bars how many
   */
  public static Spread of(float[] values, int bars) {
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (float value : values) {
      sum += value;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    double mean = sum / values.length;
    double squares = 0;
    for (float value : values) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = Math.sqrt(squares / values.length);
    double low = Math.max(least, mean - REACH * deviation);
    double high = Math.min(most, mean + REACH * deviation);
    if (!(high > low)) {
      low = mean - 0.5;
      high = mean + 0.5;
    }
    long[] counts = new long[bars];
    for (float value : values) {
      int bar = (int) Math.floor((value - low) / (high - low) * bars);
      counts[Math.max(0, Math.min(bars - 1, bar))]++;
    }
    return new Spread(low, high, counts, mean, deviation);
  }

  /** How many numbers there are. */
  public long total() {
    long total = 0;
    for (long count : counts) {
      total += count;
    }
    return total;
  }

  /** The highest bar. */
  public long highest() {
    long highest = 1;
    for (long count : counts) {
      highest = Math.max(highest, count);
    }
    return highest;
  }
}

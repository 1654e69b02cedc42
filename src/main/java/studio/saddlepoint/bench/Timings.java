package studio.saddlepoint.bench;

import java.util.Arrays;

/**
 * Times of one piece of work done many times.
 *
 * @param medianMillis half took at most this
 * @param p95Millis 95 of 100 took at most this
 * @param p99Millis 99 of 100 took at most this
 */
public record Timings(double medianMillis, double p95Millis, double p99Millis) {
  /**
   * Summarises times.
   *
   * @param nanos one for each time it was done; at least one
   */
  public static Timings of(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Timings(at(sorted, 0.5) / 1e6, at(sorted, 0.95) / 1e6, at(sorted, 0.99) / 1e6);
  }

  private static long at(long[] sorted, double share) {
    return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
  }
}

package studio.saddlepoint.metrics.distribution;

import java.util.Arrays;

/** Means, deviations and quantiles of numbers. */
public final class Statistics {
  private Statistics() {}

  /** The mean; NaN of nothing. */
  public static double mean(double[] values) {
    double sum = 0;
    for (double each : values) {
      sum += each;
    }
    return sum / values.length;
  }

  /** The population standard deviation: divided by n. */
  static double deviation(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double each : values) {
      sum += (each - mean) * (each - mean);
    }
    return Math.sqrt(sum / values.length);
  }

  /** The middle value, or the lower of both in the middle. */
  public static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(sorted.length - 1) / 2];
  }
}

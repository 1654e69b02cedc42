package studio.saddlepoint.app.chart;

import java.util.Arrays;
import studio.saddlepoint.run.curve.Points;

/** Prepares series for drawing: what is in view, no more points than pixels, smoothed. */
public final class Curves {
  private Curves() {}

  /**
   * The points in a range of steps, merged into at most so many buckets. The one before and the one
   * after the range stay, so that lines reach the chart's edge.
   *
   * @param points all points
   * @param from first step in view
   * @param to last step in view
   * @param most buckets, about one a pixel
   */
  static Points inView(Points points, double from, double to, int most) {
    int first = lowerBound(points.steps(), from);
    int last = lowerBound(points.steps(), Math.nextUp(to));
    first = Math.max(0, first - 1);
    last = Math.min(points.size(), last + 1);
    int count = Math.max(0, last - first);
    int size = Math.min(count, Math.max(1, most));
    double[] steps = new double[size];
    double[] means = new double[size];
    double[] lows = new double[size];
    double[] highs = new double[size];
    long[] counts = new long[size];
    for (int bucket = 0; bucket < size; bucket++) {
      int begin = first + (int) ((long) bucket * count / size);
      int end = first + (int) ((long) (bucket + 1) * count / size);
      for (int i = begin; i < end; i++) {
        counts[bucket] += points.counts()[i];
      }
      double mean = 0;
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int i = begin; i < end; i++) {
        double share = points.counts()[i] / (double) counts[bucket];
        mean += share * points.means()[i]; // no sum: it may be infinite
        low = Math.min(low, points.lows()[i]);
        high = Math.max(high, points.highs()[i]);
      }
      steps[bucket] = points.steps()[begin];
      means[bucket] = mean;
      lows[bucket] = low;
      highs[bucket] = high;
    }
    return new Points(steps, means, lows, highs, counts);
  }

  /**
   * A running mean that forgets exponentially, corrected for its start (as Adam's moments are).
   *
   * @param values to smooth
   * @param weight of the past, 0 (off) to below 1
   */
  static double[] smooth(double[] values, double weight) {
    if (weight <= 0) {
      return values;
    }
    double[] smoothed = new double[values.length];
    double mean = 0;
    double rest = 1;
    for (int i = 0; i < values.length; i++) {
      mean = weight * mean + (1 - weight) * values[i];
      rest *= weight;
      smoothed[i] = mean / (1 - rest);
    }
    return smoothed;
  }

  /**
   * The value at a share of the sorted values: 0 the smallest, 1 the largest.
   *
   * @param values at least one
   * @param share 0 to 1
   */
  static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  /** The index of the point nearest to a step. */
  public static int nearest(double[] steps, double step) {
    int at = lowerBound(steps, step);
    if (at == 0) {
      return 0;
    }
    if (at == steps.length) {
      return at - 1;
    }
    return step - steps[at - 1] <= steps[at] - step ? at - 1 : at;
  }

  private static int lowerBound(double[] sorted, double wanted) {
    int at = Arrays.binarySearch(sorted, wanted);
    return at >= 0 ? at : -at - 1;
  }
}

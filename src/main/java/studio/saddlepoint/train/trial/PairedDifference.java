package studio.saddlepoint.train.trial;

import java.util.List;
import studio.saddlepoint.core.English;

/**
 * The mean of paired differences with its 95 % interval by Student's t of n - 1 degrees of freedom
 * (Student 1908): the differences are taken for a sample of a normal distribution.
 *
 * @param mean of the differences
 * @param low end of the interval
 * @param high end of the interval
 * @param count differences, n
 */
public record PairedDifference(double mean, double low, double high, int count) {
  /** The 0.975 quantiles of t for 1, 2, … degrees of freedom. */
  private static final double[] T = {
    12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281, 2.2010, 2.1788,
    2.1604, 2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.0930
  };

  /** The most differences whose quantile is known. */
  public static final int MOST = T.length + 1;

  /**
   * Of differences.
   *
   * @param differences finite, 2 to {@link #MOST}
   */
  public static PairedDifference of(List<Double> differences) {
    int n = differences.size();
    if (n < 2 || n > MOST) {
      throw new IllegalArgumentException(n + " differences");
    }
    double mean = differences.stream().mapToDouble(each -> each).sum() / n;
    double squares =
        differences.stream().mapToDouble(each -> (each - mean) * (each - mean)).sum() / (n - 1);
    double half = T[n - 2] * Math.sqrt(squares / n);
    return new PairedDifference(mean, mean - half, mean + half, n);
  }

  /** Whether it cannot be told from none: the interval holds 0. */
  public boolean none() {
    return low <= 0 && high >= 0;
  }

  /** Such as {@code -3.21 (95 % interval -4.02 to -2.40)}. */
  @Override
  public String toString() {
    return English.of("%+.2f (95 %% interval %+.2f to %+.2f)", mean, low, high);
  }
}

package studio.saddlepoint.metrics.feature;

import java.util.Arrays;

/**
 * The statistics of a set of features that the Fréchet distance needs.
 *
 * @param count number of rows they come from, N; 0 where it is not known
 * @param mean {@code (d)}
 * @param covariance {@code (d, d)}, rows first, divided by N - 1. Not to be changed
 */
public record FeatureStatistics(long count, double[] mean, double[] covariance) {
  /** Of the mean's square: far above what roundings of float64 add up to, far below float32. */
  private static final double ROUNDED_AWAY = 1e-24;

  /** Refuses arrays whose lengths do not fit. */
  public FeatureStatistics {
    if (covariance.length != (long) mean.length * mean.length) {
      throw new IllegalArgumentException(
          covariance.length + " covariances for " + mean.length + " means");
    }
  }

  /** Numbers in a feature, d. */
  public int dimension() {
    return mean.length;
  }

  /** Where the rows lie; 0 apart where they are no more so than rounding leaves equal rows. */
  public Spread spread() {
    double trace = 0;
    double square = 0;
    for (int i = 0; i < mean.length; i++) {
      trace += covariance[i * mean.length + i];
      square += mean[i] * mean[i];
    }
    return new Spread(mean, trace > ROUNDED_AWAY * square ? 2 * trace : 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FeatureStatistics statistics
        && count == statistics.count
        && sameNumbers(statistics);
  }

  /** Whether mean and covariance are the same, to the last bit. */
  public boolean sameNumbers(FeatureStatistics other) {
    return Arrays.equals(mean, other.mean) && Arrays.equals(covariance, other.covariance);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(mean) * 31 + Long.hashCode(count);
  }

  @Override
  public String toString() {
    return "statistics of " + count + " features of " + mean.length;
  }
}

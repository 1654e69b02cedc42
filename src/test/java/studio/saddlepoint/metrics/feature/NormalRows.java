package studio.saddlepoint.metrics.feature;

import java.util.Random;

/** Rows of independent normal numbers, and statistics of rows, for tests. */
public final class NormalRows {
  private NormalRows() {}

  /** Rows (n, d) of independent normal numbers. */
  public static float[] of(int n, int d, long seed, double mean, double deviation) {
    Random random = new Random(seed);
    float[] rows = new float[n * d];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) (mean + deviation * random.nextGaussian());
    }
    return rows;
  }

  /** Mean and covariance of rows (n, d). */
  public static FeatureStatistics statistics(float[] rows, int dimension) {
    try (StatisticsStream stream = new StatisticsStream(dimension)) {
      stream.add(rows);
      return stream.statistics();
    }
  }
}

package studio.saddlepoint.metrics.feature;

import java.util.Arrays;

/**
 * The place and the spread of features that come batch by batch, in float64. Sums are taken around
 * the first row, so that equal rows lie exactly 0 apart.
 */
public final class SpreadStream {
  private final int dimension;
  private final double[] sums;
  private float[] origin = {};
  private double squares;
  private long count;

  /**
   * No rows yet.
   *
   * @param dimension numbers in a feature, d
   */
  public SpreadStream(int dimension) {
    this.dimension = dimension;
    this.sums = new double[dimension];
  }

  /**
   * Adds rows.
   *
   * @param rows {@code (n, d)}; its length decides n
   */
  public void add(float[] rows) {
    if (origin.length == 0 && rows.length > 0) {
      origin = Arrays.copyOf(rows, dimension);
    }
    for (int from = 0; from < rows.length; from += dimension) {
      for (int c = 0; c < dimension; c++) {
        double value = (double) rows[from + c] - origin[c];
        sums[c] += value;
        squares += value * value;
      }
      count++;
    }
  }

  /** Of all rows so far. */
  public Spread spread() {
    double around = squares;
    double[] mean = new double[dimension];
    for (int c = 0; c < mean.length && count > 0; c++) {
      around -= sums[c] / count * sums[c];
      mean[c] = origin[c] + sums[c] / count;
    }
    return new Spread(mean, count < 2 ? 0 : 2 * Math.max(0, around) / (count - 1));
  }
}

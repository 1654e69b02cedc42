package studio.saddlepoint.metrics.feature;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Locale;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.TorchEngine;

/**
 * Mean and covariance of features that come batch by batch, in float64; only one chunk of rows is
 * ever held. Sums are taken around the first batch's mean, so that a large offset costs no digits.
 */
public final class StatisticsStream implements AutoCloseable {
  private static final int CHUNK_ROWS = 512;

  /** A covariance of more does not fit into one array of bytes. */
  private static final int MOST_NUMBERS = 16_000;

  private final int dimension;
  private final NDManager manager;
  private final NDArray products;
  private final double[] sums;
  private final double[] chunk;
  private double[] origin = {};
  private int pending;
  private long count;

  /**
   * Begins with no rows.
   *
   * @param dimension numbers in a feature, d, at most 16,000
   * @throws StudioException if there are more
   */
  public StatisticsStream(int dimension) {
    if (dimension > MOST_NUMBERS) {
      throw new StudioException(
          String.format(
              Locale.ENGLISH,
              "The extractor gives %,d numbers for an image, and FID is computed of at most %,d. Choose another extractor, or other metrics, such as KID.",
              dimension,
              MOST_NUMBERS));
    }
    this.dimension = dimension;
    this.manager = TorchEngine.manager(Device.cpu());
    this.products = manager.zeros(new Shape(dimension, dimension), DataType.FLOAT64);
    this.sums = new double[dimension];
    this.chunk = new double[CHUNK_ROWS * dimension];
  }

  /**
   * Adds rows.
   *
   * @param rows {@code (n, d)}; its length decides n
   * @throws StudioException if a feature is not a finite number
   */
  public void add(float[] rows) {
    int n = rows.length / dimension;
    if (rows.length != n * dimension) {
      throw new IllegalArgumentException(rows.length + " numbers for rows of " + dimension);
    }
    FiniteFeatures.check(rows);
    if (origin.length == 0 && n > 0) {
      origin = meanOf(rows, n);
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < dimension; j++) {
        double value = rows[i * dimension + j] - origin[j];
        chunk[pending * dimension + j] = value;
        sums[j] += value;
      }
      if (++pending == CHUNK_ROWS) {
        flush();
      }
    }
    count += n;
  }

  /** Number of rows added. */
  public long count() {
    return count;
  }

  /**
   * The statistics of all rows so far.
   *
   * @throws IllegalStateException with fewer than two rows
   */
  public FeatureStatistics statistics() {
    if (count < 2) {
      throw new IllegalStateException("a covariance of " + count + " rows");
    }
    flush();
    double[] covariance = products.toDoubleArray();
    double[] mean = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      mean[i] = origin[i] + sums[i] / count;
    }
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j <= i; j++) {
        double product = covariance[i * dimension + j] - sums[i] / count * sums[j];
        covariance[i * dimension + j] = product / (count - 1);
        covariance[j * dimension + i] = product / (count - 1);
      }
    }
    return new FeatureStatistics(count, mean, covariance);
  }

  @Override
  public void close() {
    manager.close();
  }

  private double[] meanOf(float[] rows, int n) {
    double[] mean = new double[dimension];
    for (int i = 0; i < rows.length; i++) {
      mean[i % dimension] += rows[i];
    }
    return Arrays.stream(mean).map(sum -> sum / n).toArray();
  }

  private void flush() {
    if (pending == 0) {
      return;
    }
    double[] rows = pending == CHUNK_ROWS ? chunk : Arrays.copyOf(chunk, pending * dimension);
    try (NDArray x = manager.create(rows, new Shape(pending, dimension))) {
      Ops.addGram(products, x);
    }
    pending = 0;
  }
}

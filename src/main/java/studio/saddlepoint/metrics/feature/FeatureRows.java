package studio.saddlepoint.metrics.feature;

import java.util.Locale;
import studio.saddlepoint.core.StudioException;

/** Collects features batch by batch. */
public final class FeatureRows {
  /** So that they fit into one piece of memory in float64. */
  private static final int MOST_NUMBERS = Integer.MAX_VALUE / Double.BYTES;

  private final int count;
  private final int dimension;
  private final float[] rows;
  private int filled;

  /**
   * Room for features.
   *
   * @param count rows, N
   * @param dimension numbers in a row, d
   * @throws StudioException if there cannot be that many in one array
   */
  public FeatureRows(int count, int dimension) {
    if ((long) count * dimension > MOST_NUMBERS) {
      throw new StudioException(
          String.format(
              Locale.ENGLISH,
              "The features of %,d images, %,d numbers each, do not fit into memory. Choose fewer images, or FID alone.",
              count,
              dimension));
    }
    this.count = count;
    this.dimension = dimension;
    this.rows = new float[count * dimension];
  }

  /**
   * Adds rows; those beyond the count are left out.
   *
   * @param more {@code (n, d)}
   * @throws StudioException if a feature is not a finite number
   */
  public void add(float[] more) {
    FiniteFeatures.check(more);
    int length = Math.min(more.length, rows.length - filled);
    System.arraycopy(more, 0, rows, filled, length);
    filled += length;
  }

  /**
   * All rows.
   *
   * @throws IllegalStateException if some are missing
   */
  public Features features() {
    if (filled != rows.length) {
      throw new IllegalStateException(filled + " of " + rows.length + " numbers");
    }
    return new Features(count, dimension, rows);
  }
}

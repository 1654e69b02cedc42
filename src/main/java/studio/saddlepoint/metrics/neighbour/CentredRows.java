package studio.saddlepoint.metrics.neighbour;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.Optional;
import studio.saddlepoint.metrics.feature.Features;

/**
 * Features around a centre and in a unit in which they are about 1, as products are made of them:
 * in float32, and in float64 once that is needed.
 */
final class CentredRows {
  /** Unit roundoff of float32. */
  private static final double SINGLE = 0x1p-24;

  /** Unit roundoff of float64. */
  private static final double DOUBLE = 0x1p-53;

  private static final int CENTRE_ROWS = 101;

  private final NDManager manager;
  private final Features features;
  private final float[] centre;
  private final double scale;
  private final Operand single;
  private Optional<Operand> precise = Optional.empty();

  /**
   * One side of a product.
   *
   * @param rows {@code (n, d)}
   * @param squares each row's product with itself
   * @param error bound of what a squared distance by products may be wrong by, over the sum of both
   *     squares: d roundings of the product in any order (Higham 2002, section 3.1), and those of
   *     the rows
   */
  record Operand(NDArray rows, double[] squares, double error) {}

  /**
   * Rows in float32.
   *
   * @param manager holds them
   * @param centre see {@link #centre}
   * @param scale what they are multiplied by, a power of two
   */
  CentredRows(NDManager manager, Features features, float[] centre, double scale) {
    this.manager = manager;
    this.features = features;
    this.centre = centre;
    this.scale = scale;
    int d = features.dimension();
    float[] rows = new float[features.rows().length];
    double[] squares = new double[features.count()];
    for (int i = 0; i < squares.length; i++) {
      double square = 0;
      for (int c = 0; c < d; c++) {
        float value = (float) value(i, c);
        rows[i * d + c] = value;
        square += (double) value * value;
      }
      squares[i] = square;
    }
    this.single =
        new Operand(manager.create(rows, new Shape(squares.length, d)), squares, error(SINGLE));
  }

  /** Memory outside Java's heap, which the engine uses without a copy. */
  private ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(features.rows().length, bytes))
        .order(ByteOrder.nativeOrder());
  }

  private NDArray array(ByteBuffer rows, DataType type) {
    return manager.create(rows, new Shape(features.count(), features.dimension()), type);
  }

  private double value(int row, int column) {
    double each = features.rows()[row * features.dimension() + column];
    return (each - centre[column]) * scale;
  }

  private double error(double roundoff) {
    double product = features.dimension() * roundoff;
    return product / (1 - product) + 8 * roundoff;
  }

  /** The features as they are. */
  Features features() {
    return features;
  }

  /** The squared distance of two rows, by differences. */
  double exact(int row, int other) {
    return PairBlock.exact(features, row, features, other, scale);
  }

  /** In float32. */
  Operand single() {
    return single;
  }

  /** In float64, which takes twice the memory and time. */
  Operand precise() {
    if (precise.isEmpty()) {
      int d = features.dimension();
      ByteBuffer rows = buffer(Double.BYTES);
      DoubleBuffer target = rows.asDoubleBuffer();
      double[] row = new double[d];
      double[] squares = new double[features.count()];
      for (int i = 0; i < squares.length; i++) {
        double square = 0;
        for (int c = 0; c < d; c++) {
          row[c] = value(i, c);
          square += row[c] * row[c];
        }
        target.put(row);
        squares[i] = square;
      }
      precise = Optional.of(new Operand(array(rows, DataType.FLOAT64), squares, error(DOUBLE)));
    }
    return precise.get();
  }

  /** The largest magnitude of a number around a centre. */
  static double largest(Features features, float[] centre) {
    int d = features.dimension();
    double largest = 0;
    for (int i = 0; i < features.count(); i++) {
      for (int c = 0; c < d; c++) {
        largest = Math.max(largest, Math.abs((double) features.rows()[i * d + c] - centre[c]));
      }
    }
    return largest;
  }

  /** A median of some rows, number by number, so that no outlier moves it. */
  static float[] centre(Features features) {
    int d = features.dimension();
    int n = Math.min(CENTRE_ROWS, features.count());
    float[] centre = new float[d];
    float[] column = new float[n];
    for (int c = 0; c < d; c++) {
      for (int i = 0; i < n; i++) {
        column[i] = features.rows()[i * d + c];
      }
      Arrays.sort(column);
      centre[c] = column[n / 2];
    }
    return centre;
  }
}

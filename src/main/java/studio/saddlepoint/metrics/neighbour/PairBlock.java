package studio.saddlepoint.metrics.neighbour;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import studio.saddlepoint.metrics.feature.Features;

/**
 * Squared distances of some rows of one set to all rows of another, valid while it is handed over.
 * Comparisons are exact: where the error of the products leaves them open, the pair is computed
 * again by differences; where that is so for many pairs, the products are computed again in
 * float64.
 */
final class PairBlock {
  /** What float32 products may lose below the smallest normal number. */
  private static final double UNDERFLOW = 1e-30;

  /** The share of open comparisons from which float64 products are quicker. */
  private static final int OPEN_SHARE = 64;

  private final CentredRows a;
  private final CentredRows b;
  private final double scale;
  private float[] single;
  private double[] precise = {};
  private double[] rowSquares;
  private double[] columnSquares;
  private double unit;
  private long left;

  /** The first row, counted in its set. */
  final int from;

  /** Number of rows. */
  final int rows;

  /** The first column, counted in its set. */
  private final int first;

  /** Number of columns: rows of the other set. */
  final int columns;

  /**
   * Computes the products.
   *
   * @param scale what distances are multiplied by
   */
  PairBlock(CentredRows a, CentredRows b, int from, int rows, double scale) {
    this(a, b, from, rows, 0, scale);
  }

  /**
   * The half of a set's products with itself that begins on the diagonal.
   *
   * @param scale what distances are multiplied by
   */
  static PairBlock half(CentredRows a, int from, int rows, double scale) {
    return new PairBlock(a, a, from, rows, from, scale);
  }

  private PairBlock(CentredRows a, CentredRows b, int from, int rows, int first, double scale) {
    this.a = a;
    this.b = b;
    this.scale = scale;
    this.from = from;
    this.rows = rows;
    this.first = first;
    this.columns = b.features().count() - first;
    this.left = (long) rows * columns / OPEN_SHARE + 1;
    this.rowSquares = a.single().squares();
    this.columnSquares = b.single().squares();
    this.unit = a.single().error();
    try (NDArray products = products(a.single(), b.single())) {
      this.single = products.toFloatArray();
    }
  }

  private NDArray products(CentredRows.Operand left, CentredRows.Operand right) {
    try (NDArray part = left.rows().get(new NDIndex(from + ":" + (from + rows)));
        NDArray columnsOnly = right.rows().get(new NDIndex(first + ":"));
        NDArray other = columnsOnly.transpose()) {
      return part.matMul(other);
    }
  }

  private void refine() {
    rowSquares = a.precise().squares();
    columnSquares = b.precise().squares();
    unit = a.precise().error();
    try (NDArray products = products(a.precise(), b.precise())) {
      precise = products.toDoubleArray();
    }
    single = new float[0];
  }

  /** The sum of both squares. */
  private double squares(int i, int j) {
    return rowSquares[from + i] + columnSquares[first + j];
  }

  private double product(int i, int j) {
    int place = i * columns + j;
    return single.length > 0 ? single[place] : precise[place];
  }

  /**
   * Whether the squared distance is at most this one.
   *
   * @param i row within the block
   * @param j column
   */
  boolean within(int i, int j, double squared) {
    double squares = squares(i, j);
    double about = squares - 2 * product(i, j);
    double error = unit * squares + UNDERFLOW;
    return about <= squared + error && (about < squared - error || exact(i, j) <= squared);
  }

  /** Whether the squared distance is below this one. */
  boolean closer(int i, int j, double squared) {
    double squares = squares(i, j);
    double about = squares - 2 * product(i, j);
    double error = unit * squares + UNDERFLOW;
    return about <= squared + error
        && squared > 0
        && (about < squared - error || exact(i, j) < squared);
  }

  /** A squared distance that the real one is not below. */
  double least(int i, int j) {
    double squares = squares(i, j);
    return squares - 2 * product(i, j) - unit * squares - UNDERFLOW;
  }

  /** A squared distance that the real one is not above. */
  double most(int i, int j) {
    double squares = squares(i, j);
    return squares - 2 * product(i, j) + unit * squares + UNDERFLOW;
  }

  /** The squared distance, by differences. */
  double exact(int i, int j) {
    if (--left == 0) {
      refine();
    }
    return exact(a.features(), from + i, b.features(), first + j, scale);
  }

  /** The squared distance of a row of one set to a row of another, by differences. */
  static double exact(Features a, int row, Features b, int other, double scale) {
    float[] one = a.rows();
    float[] two = b.rows();
    int d = a.dimension();
    int p = row * d;
    int q = other * d;
    double sum = 0;
    for (int c = 0; c < d; c++) {
      double difference = (double) one[p + c] - two[q + c];
      sum += difference * difference;
    }
    return sum * scale * scale;
  }
}

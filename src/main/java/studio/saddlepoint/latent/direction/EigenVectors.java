package studio.saddlepoint.latent.direction;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.Arrays;
import studio.saddlepoint.torch.Ops;

/**
 * The eigenvectors of a symmetric matrix that belong to its largest eigenvalues.
 *
 * @param values eigenvalues {@code (K)}, falling
 * @param vectors unit vectors {@code (K, D)} as rows, whose entry of largest magnitude is positive
 */
record EigenVectors(double[] values, double[][] vectors) {
  /**
   * Those of the largest eigenvalues.
   *
   * @param matrix symmetric (D, D), of doubles
   * @param count K, at most D
   */
  static EigenVectors largest(NDArray matrix, int count) {
    NDList eigen = Ops.symmetricEigen(matrix);
    double[] ascending = eigen.get(0).toDoubleArray();
    double[] columns = eigen.get(1).toDoubleArray();
    int size = ascending.length;
    double[] values = new double[count];
    double[][] vectors = new double[count][size];
    for (int k = 0; k < count; k++) {
      int column = size - 1 - k;
      values[k] = ascending[column];
      for (int i = 0; i < size; i++) {
        vectors[k][i] = columns[i * size + column];
      }
      vectors[k] = signed(vectors[k]);
    }
    return new EigenVectors(values, vectors);
  }

  /** A vector of unit length, turned so that its entry of largest magnitude is positive. */
  static double[] signed(double[] vector) {
    double length = 0;
    double largest = 0;
    for (double each : vector) {
      length += each * each;
      largest = Math.abs(each) > Math.abs(largest) ? each : largest;
    }
    double scale = Math.signum(largest) / Math.sqrt(length);
    return Arrays.stream(vector).map(each -> each * scale).toArray();
  }
}

package studio.saddlepoint.latent.direction;

/** Linear equations with a symmetric positive definite matrix, by Cholesky's factor. */
final class PositiveSystem {
  private PositiveSystem() {}

  /**
   * Solves {@code A x = b}.
   *
   * @param matrix A, of which the lower triangle counts; replaced by its factor
   * @param right b
   * @return x
   * @throws ArithmeticException if the matrix is not positive definite
   */
  static double[] solve(double[][] matrix, double[] right) {
    int size = right.length;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= matrix[i][k] * matrix[j][k];
        }
        if (i == j && !(sum > 0)) {
          throw new ArithmeticException("not positive definite at row " + i);
        }
        matrix[i][j] = i == j ? Math.sqrt(sum) : sum / matrix[j][j];
      }
    }
    double[] x = right.clone();
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= matrix[i][k] * x[k];
      }
      x[i] /= matrix[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int k = i + 1; k < size; k++) {
        x[i] -= matrix[k][i] * x[k];
      }
      x[i] /= matrix[i][i];
    }
    return x;
  }
}

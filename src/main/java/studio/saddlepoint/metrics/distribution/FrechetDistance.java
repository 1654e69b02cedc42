package studio.saddlepoint.metrics.distribution;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import studio.saddlepoint.metrics.feature.FeatureStatistics;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.TorchEngine;

/**
 * The Fréchet distance of two normal distributions (Dowson and Landau 1982; as FID: Heusel et al.
 * 2017, equation 6), in float64 on the CPU: {@code |m1 - m2|^2 + tr(C1 + C2 - 2 (C1 C2)^(1/2))}.
 *
 * <p>With any {@code L L^T = C1}, the eigenvalues of {@code C1 C2} are those of the symmetric
 * {@code L^T C2 L}; nothing is added to the diagonal. L is the Cholesky factor where C1 has full
 * rank. Otherwise it is made of the eigenvectors that carry C1, so that the null space, whose
 * rounding noise would grow under the root, never enters.
 */
public final class FrechetDistance {
  static final double EPSILON = Math.ulp(1.0);

  private FrechetDistance() {}

  /**
   * The distance, never negative; exactly 0 for the same statistics.
   *
   * @throws IllegalArgumentException if the dimensions differ
   */
  public static double between(FeatureStatistics a, FeatureStatistics b) {
    if (a.dimension() != b.dimension()) {
      throw new IllegalArgumentException(
          "features of " + a.dimension() + " and " + b.dimension() + " numbers");
    }
    if (a.sameNumbers(b)) {
      return 0;
    }
    boolean swap = b.count() < a.count();
    double root = Autograd.without(() -> traceOfRoot(swap ? b : a, swap ? a : b));
    return Math.max(0, meansAndTraces(a, b) - 2 * root);
  }

  /** |m1 - m2|^2 + tr C1 + tr C2. */
  static double meansAndTraces(FeatureStatistics a, FeatureStatistics b) {
    int d = a.dimension();
    double sum = 0;
    for (int i = 0; i < d; i++) {
      double difference = a.mean()[i] - b.mean()[i];
      sum += difference * difference;
      sum += a.covariance()[i * d + i] + b.covariance()[i * d + i];
    }
    return sum;
  }

  /** tr (C1 C2)^(1/2); the first should be of the lower rank. */
  private static double traceOfRoot(FeatureStatistics first, FeatureStatistics second) {
    try (NDManager manager = TorchEngine.manager(Device.cpu())) {
      return ArrayScopes.scoped(
          () -> {
            NDArray factor = factor(covariance(manager, first), first.count());
            return factor.getShape().get(1) == 0
                ? 0.0
                : traceOfRoot(factor, covariance(manager, second));
          });
    }
  }

  /** tr (L L^T C)^(1/2), of L (d, r) and C (d, d). */
  static double traceOfRoot(NDArray factor, NDArray covariance) {
    NDArray product = factor.transpose().matMul(covariance).matMul(factor);
    double sum = 0;
    for (double value : Ops.symmetricEigenvalues(product).toDoubleArray()) {
      sum += Math.sqrt(Math.max(0, value));
    }
    return sum;
  }

  private static NDArray covariance(NDManager manager, FeatureStatistics statistics) {
    int d = statistics.dimension();
    return manager.create(statistics.covariance(), new Shape(d, d));
  }

  /** L (d, r) with L L^T = C, r being the rank where it is not full. */
  static NDArray factor(NDArray covariance, long count) {
    int d = (int) covariance.getShape().get(0);
    if (count == 0 || count > d) {
      NDList cholesky = Ops.cholesky(covariance);
      if (cholesky.get(1).toIntArray()[0] == 0) {
        return cholesky.get(0);
      }
    }
    NDList eigen = Ops.symmetricEigen(covariance);
    double[] values = eigen.get(0).toDoubleArray();
    double least = Math.max(0, values[d - 1]) * d * EPSILON;
    int from = 0;
    while (from < d && !(values[from] > least)) {
      from++;
    }
    NDArray carried = eigen.get(0).get(new NDIndex(from + ":"));
    return eigen.get(1).get(new NDIndex(":, " + from + ":")).mul(carried.sqrt());
  }
}

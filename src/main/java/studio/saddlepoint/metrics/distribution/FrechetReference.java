package studio.saddlepoint.metrics.distribution;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.DoubleBuffer;
import studio.saddlepoint.metrics.feature.FeatureStatistics;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.Scalars;
import studio.saddlepoint.torch.TorchEngine;

/**
 * Real statistics prepared for many Fréchet distances to them: their covariance is factored once.
 * Works on the CPU in float64, by the arithmetic of {@link FrechetDistance}.
 */
public final class FrechetReference implements AutoCloseable {
  private static final int BATCH = 1_024;

  private final FeatureStatistics real;
  private final NDManager manager;
  private final NDArray factor;

  /**
   * Factors the covariance, once.
   *
   * @param real what distances are measured to
   */
  public FrechetReference(FeatureStatistics real) {
    this.real = real;
    this.manager = TorchEngine.manager(Device.cpu());
    this.factor = Autograd.without(() -> ArrayScopes.outsideScopes(this::factored));
  }

  private NDArray factored() {
    return FrechetDistance.factor(covariance(real), real.count()).duplicate();
  }

  private NDArray covariance(FeatureStatistics of) {
    return manager.create(of.covariance(), new Shape(of.dimension(), of.dimension()));
  }

  /** The distance of statistics, never negative. */
  public double distance(FeatureStatistics other) {
    if (real.sameNumbers(other)) {
      return 0;
    }
    double sum = FrechetDistance.meansAndTraces(real, other);
    double root = factor.isEmpty() ? 0 : ArrayScopes.withoutGradients(() -> traceOfRoot(other));
    return Math.max(0, sum - 2 * root);
  }

  private double traceOfRoot(FeatureStatistics other) {
    return FrechetDistance.traceOfRoot(factor, covariance(other));
  }

  /**
   * How the distance of a sample changes with the weight of each of its rows (the empirical
   * influence function): with {@code c} a row around the sample's mean m and {@code T} the linear
   * part of the map that carries the sample's normal distribution into the real one, {@code 2 (m -
   * m_real) c + c^T (1 - T) c}. T is {@code L (L^T C L)^(-1/2) L^T}, {@code L L^T} being the real
   * covariance and C the sample's (Dowson and Landau 1982); directions that C does not know are
   * left out. Where the real rows are all alike, the map leads to one point and T is 0.
   *
   * @param sample statistics of all rows of the sample
   * @param rows some of them, or all
   * @return {@code (N)}, less their mean
   */
  double[] influences(FeatureStatistics sample, Features rows) {
    double[] found = ArrayScopes.withoutGradients(() -> uncentred(sample, rows));
    double centre = Statistics.mean(found);
    java.util.Arrays.setAll(found, i -> found[i] - centre);
    return found;
  }

  private double[] uncentred(FeatureStatistics sample, Features rows) {
    Shape row = new Shape(1, real.dimension());
    NDArray root = rootOfMap(sample);
    NDArray mean = manager.create(sample.mean(), row);
    NDArray shift = mean.sub(manager.create(real.mean(), row)).transpose();
    DoubleBuffer found = DoubleBuffer.allocate(rows.count());
    rows.forEachBatch(
        BATCH, batch -> found.put(ArrayScopes.scoped(() -> influences(batch, mean, shift, root))));
    return found.array();
  }

  private double[] influences(float[] batch, NDArray mean, NDArray shift, NDArray root) {
    int d = real.dimension();
    NDArray around =
        manager
            .create(batch, new Shape(batch.length / d, d))
            .toType(DataType.FLOAT64, false)
            .sub(mean);
    NDArray linear = Scalars.mul(around.matMul(shift), 2).add(sumOfSquares(around));
    return (root.isEmpty() ? linear : linear.sub(sumOfSquares(around.matMul(root))))
        .toDoubleArray();
  }

  private static NDArray sumOfSquares(NDArray rows) {
    return rows.square().sum(new int[] {1}, true);
  }

  /** G (d, r) with G G^T = T; r is 0 where the real rows are all alike. */
  private NDArray rootOfMap(FeatureStatistics sample) {
    if (factor.isEmpty()) {
      return factor;
    }
    int d = real.dimension();
    NDArray covariance = manager.create(sample.covariance(), new Shape(d, d));
    NDList eigen = Ops.symmetricEigen(factor.transpose().matMul(covariance).matMul(factor));
    double[] powers = eigen.get(0).toDoubleArray();
    double largest = Math.max(0, powers[powers.length - 1]); // rounded, it may be below
    double least = largest * powers.length * FrechetDistance.EPSILON;
    for (int k = 0; k < powers.length; k++) {
      powers[k] = powers[k] > least ? Math.pow(powers[k], -0.25) : 0;
    }
    return factor.matMul(eigen.get(1)).mul(manager.create(powers, new Shape(1, powers.length)));
  }

  @Override
  public void close() {
    manager.close();
  }
}

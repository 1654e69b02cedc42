package studio.saddlepoint.latent.inversion;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.TorchEngine;

/**
 * Steps to the least sum of squares (Levenberg 1944; Marquardt 1963): each solves the problem as if
 * residuals went straight, damped, with their slopes found by differences. Where a valley is long
 * and narrow, ten of them go as far as hundreds of steps along the gradient.
 */
final class LevenbergMarquardt {
  /** Factors of the damping that are tried at once. */
  private static final double[] TRIALS = {100, 10, 1, 0.1, 0.01};

  private static final double FIRST_DAMPING = 0.01;
  private static final double LEAST_DAMPING = 1e-9;

  /** A step that gains less than this share of the sum is the last. */
  private static final double LEAST_GAIN = 1e-4;

  /** Residuals of points. */
  @FunctionalInterface
  interface Residuals {
    /**
     * The residuals at points.
     *
     * @param points (N, D)
     * @return (N, M)
     */
    float[][] of(float[][] points);
  }

  private final Residuals residuals;
  private final double difference;
  private float[] point;
  private double sum = Double.POSITIVE_INFINITY;
  private double damping = FIRST_DAMPING;
  private boolean over;

  /**
   * Begins at a point.
   *
   * @param difference step of the differences, in all numbers
   */
  LevenbergMarquardt(Residuals residuals, float[] start, double difference) {
    this.residuals = residuals;
    this.point = start.clone();
    this.difference = difference;
  }

  /** Where it is. */
  float[] point() {
    return point.clone();
  }

  /** The sum of the squared residuals there; infinite before the first step. */
  double sum() {
    return sum;
  }

  /** Whether further steps would gain hardly anything. */
  boolean over() {
    return over;
  }

  /** Goes to the best of some damped steps; stays where none goes down. */
  void step() {
    float[][] found = residuals.of(neighbours());
    sum = square(found[0]);
    float[][] tried = trials(found);
    float[][] there = residuals.of(tried);
    int best = -1;
    double least = sum;
    for (int i = 0; i < tried.length; i++) {
      double reached = square(there[i]);
      if (reached < least) { // not where it is NaN
        best = i;
        least = reached;
      }
    }
    over = best < 0 || sum - least <= LEAST_GAIN * sum;
    if (best >= 0) {
      point = tried[best];
      sum = least;
      damping = Math.max(LEAST_DAMPING, damping * TRIALS[best]);
    }
  }

  /** The point, and it with a difference in each of its numbers. */
  private float[][] neighbours() {
    float[][] points = new float[point.length + 1][];
    Arrays.setAll(points, i -> point.clone());
    for (int i = 0; i < point.length; i++) {
      points[i + 1][i] += (float) difference;
    }
    return points;
  }

  private float[][] trials(float[][] found) {
    int numbers = point.length;
    int many = found[0].length;
    double[] slopes = new double[numbers * many];
    double[] here = new double[many];
    Arrays.setAll(here, j -> found[0][j]);
    for (int i = 0; i < numbers; i++) {
      double moved = (double) (point[i] + (float) difference) - point[i];
      for (int j = 0; j < many; j++) {
        slopes[i * many + j] = ((double) found[i + 1][j] - found[0][j]) / moved;
      }
    }
    return ArrayScopes.withoutGradients(
        () -> {
          try (NDManager manager = TorchEngine.manager(Device.cpu())) {
            NDArray jacobian = manager.create(slopes, new Shape(numbers, many));
            NDArray slope = jacobian.matMul(manager.create(here, new Shape(many, 1)));
            NDList eigen = Ops.symmetricEigen(jacobian.matMul(jacobian.transpose()));
            double[] turned = eigen.get(1).transpose().matMul(slope).toDoubleArray();
            return trials(eigen.get(0).toDoubleArray(), eigen.get(1).toDoubleArray(), turned);
          }
        });
  }

  /**
   * The damped steps.
   *
   * @param values eigenvalues of the Jacobian's square (D)
   * @param vectors its eigenvectors in columns (D, D)
   * @param turned the sum's half slope along them (D)
   */
  private float[][] trials(double[] values, double[] vectors, double[] turned) {
    int numbers = point.length;
    double mean = Math.max(Double.MIN_NORMAL, Arrays.stream(values).average().orElse(0));
    float[][] tried = new float[TRIALS.length][];
    for (int t = 0; t < tried.length; t++) {
      tried[t] = point.clone();
      for (int k = 0; k < numbers; k++) {
        double along = turned[k] / (Math.max(0, values[k]) + damping * TRIALS[t] * mean);
        for (int i = 0; i < numbers; i++) {
          tried[t][i] -= (float) (vectors[i * numbers + k] * along);
        }
      }
    }
    return tried;
  }

  private static double square(float[] residuals) {
    double sum = 0;
    for (float each : residuals) {
      sum += (double) each * each;
    }
    return sum;
  }
}

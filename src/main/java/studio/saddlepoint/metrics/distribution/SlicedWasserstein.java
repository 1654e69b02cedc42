package studio.saddlepoint.metrics.distribution;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Random;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.feature.FiniteFeatures;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;

/**
 * Sliced Wasserstein distance (Rabin et al. 2011; Bonneel et al. 2015): both sets seen along
 * directions, where moving one onto the other is a matter of sorting.
 */
public final class SlicedWasserstein {
  /** Directions that an evaluation looks along. */
  public static final int DIRECTIONS = 128;

  /** Exponent of the distances. */
  public static final double EXPONENT = 2;

  private static final int BATCH = 512;

  private SlicedWasserstein() {}

  /**
   * The distance along given directions: {@code (mean |x - y|^p)^(1/p)} over directions and ranks.
   *
   * @param real {@code (N, d)}
   * @param fake as many rows
   * @param directions each {@code (d)}
   * @param p the exponent
   * @param progress told how far it is
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static double distance(
      Features real, Features fake, double[][] directions, double p, Progress progress) {
    if (real.count() != fake.count()) {
      throw new IllegalArgumentException(
          real.count() + " and " + fake.count() + " rows cannot be paired");
    }
    FiniteFeatures.check(real.rows());
    FiniteFeatures.check(fake.rows());
    double[][] x = projected(real, directions, progress.part(0, 0.5));
    double[][] y = projected(fake, directions, progress.part(0.5, 1));
    double sum = 0;
    for (int k = 0; k < directions.length; k++) {
      Arrays.sort(x[k]);
      Arrays.sort(y[k]);
      for (int i = 0; i < x[k].length; i++) {
        double moved = Math.abs(x[k][i] - y[k][i]);
        sum += p == 1 ? moved : Math.pow(moved, p);
      }
    }
    return Math.pow(sum / ((double) directions.length * real.count()), 1 / p);
  }

  /**
   * Random directions, uniform on the sphere.
   *
   * @param count how many
   * @param dimension numbers in each
   * @param seed decides them
   */
  public static double[][] directions(int count, int dimension, long seed) {
    Random random = new Random(seed);
    double[][] directions = new double[count][dimension];
    for (double[] each : directions) {
      double square = 0;
      for (int i = 0; i < dimension; i++) {
        each[i] = random.nextGaussian();
        square += each[i] * each[i];
      }
      double length = Math.sqrt(square);
      Arrays.setAll(each, i -> each[i] / length);
    }
    return directions;
  }

  /** Each direction's values, (directions, N). */
  private static double[][] projected(Features features, double[][] directions, Progress progress) {
    int d = features.dimension();
    double[][] values = new double[directions.length][features.count()];
    double[] flat = Arrays.stream(directions).flatMapToDouble(Arrays::stream).toArray();
    return Autograd.without(
        () -> {
          try (NDManager manager = TorchEngine.manager(Device.cpu())) {
            NDArray axes = manager.create(flat, new Shape(directions.length, d));
            int[] from = {0};
            features.forEachBatch(
                BATCH,
                rows -> {
                  progress.checkCancelled();
                  progress.report("Sorting features", (double) from[0] / features.count());
                  int n = rows.length / d;
                  double[] doubles = new double[rows.length];
                  Arrays.setAll(doubles, i -> rows[i]);
                  try (NDArray x = manager.create(doubles, new Shape(n, d));
                      NDArray turned = x.transpose();
                      NDArray product = axes.matMul(turned)) {
                    double[] found = product.toDoubleArray();
                    for (int k = 0; k < values.length; k++) {
                      System.arraycopy(found, k * n, values[k], from[0], n);
                    }
                  }
                  from[0] += n;
                });
            return values;
          }
        });
  }
}

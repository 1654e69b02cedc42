package studio.saddlepoint.metrics.distribution;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.feature.FiniteFeatures;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;

/**
 * Squared maximum mean discrepancy with the kernel {@code exp(-|x - y|^2 / (2 sigma^2))} of
 * features of unit length, times a factor: CMMD (Jayasumana et al. 2024, equation 5), biased as
 * there, with the pairs of each point with itself, in float64. The authors' features are CLIP's.
 */
public final class Cmmd {
  /** The kernel's width, as the authors chose. */
  public static final double SIGMA = 10;

  /** The factor that makes values readable, as the authors chose. */
  public static final double SCALE = 1_000;

  private static final int BLOCK_NUMBERS = 1 << 21;

  private Cmmd() {}

  /**
   * CMMD with the authors' width and factor.
   *
   * @param real at least one row
   * @param fake at least one row
   * @param progress told how far it is
   * @return never negative
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static double between(Features real, Features fake, Progress progress) {
    return SCALE * discrepancy(unit(real), unit(fake), SIGMA, progress);
  }

  /** The same features, each row of length 1; a row of zeros stays. */
  public static Features unit(Features features) {
    int d = features.dimension();
    float[] rows = features.rows().clone();
    for (int from = 0; from < rows.length; from += d) {
      double squares = 0;
      for (int i = from; i < from + d; i++) {
        squares += (double) rows[i] * rows[i];
      }
      double length = Math.sqrt(squares);
      for (int i = from; i < from + d && length > 0; i++) {
        rows[i] = (float) (rows[i] / length);
      }
    }
    return new Features(features.count(), d, rows);
  }

  /**
   * The biased squared discrepancy of features as they are.
   *
   * @param sigma the kernel's width
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static double discrepancy(Features real, Features fake, double sigma, Progress progress) {
    FiniteFeatures.check(real.rows());
    FiniteFeatures.check(fake.rows());
    return Autograd.without(
        () -> {
          try (NDManager manager = TorchEngine.manager(Device.cpu())) {
            Side x = new Side(manager, real);
            Side y = new Side(manager, fake);
            double reals = x.mean(x, sigma, progress.part(0, 0.33));
            double fakes = y.mean(y, sigma, progress.part(0.33, 0.67));
            double both = x.mean(y, sigma, progress.part(0.67, 1));
            return Math.max(0, reals + fakes - 2 * both);
          }
        });
  }

  /** Features of one side with their squared lengths. */
  private static final class Side {
    private final NDArray rows;
    private final double[] squares;

    Side(NDManager manager, Features features) {
      int d = features.dimension();
      double[] numbers = new double[features.rows().length];
      squares = new double[features.count()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = features.rows()[i];
        squares[i / d] += numbers[i] * numbers[i];
      }
      rows = manager.create(numbers, new Shape(features.count(), d));
    }

    /** The mean of the kernel over all pairs with another side. */
    double mean(Side other, double sigma, Progress progress) {
      int columns = other.squares.length;
      int block = Math.max(1, BLOCK_NUMBERS / columns);
      double sum = 0;
      for (int from = 0; from < squares.length; from += block) {
        progress.checkCancelled();
        progress.report("Computing CMMD", (double) from / squares.length);
        int to = Math.min(squares.length, from + block);
        try (NDArray part = rows.get(new NDIndex(from + ":" + to));
            NDArray turned = other.rows.transpose();
            NDArray products = part.matMul(turned)) {
          double[] values = products.toDoubleArray();
          for (int i = 0; i < values.length; i++) {
            double lengths = squares[from + i / columns] + other.squares[i % columns];
            double distance = Math.max(0, lengths - 2 * values[i]);
            sum += Math.exp(-distance / (2 * sigma * sigma));
          }
        }
      }
      return sum / ((double) squares.length * columns);
    }
  }
}

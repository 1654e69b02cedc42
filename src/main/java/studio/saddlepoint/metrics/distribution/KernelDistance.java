package studio.saddlepoint.metrics.distribution;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.function.DoubleUnaryOperator;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.feature.FiniteFeatures;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;

/**
 * Kernel distance KID (Bińkowski et al. 2018, section 4): the unbiased squared maximum mean
 * discrepancy with the kernel {@code (x.y/d + 1)^3}, over random subsets, in float64. Small
 * negatives are valid.
 *
 * @param mean over the subsets
 * @param deviation over the subsets, divided by their number
 */
public record KernelDistance(double mean, double deviation) {
  /** Subsets, as the authors chose. */
  public static final int SUBSETS = 100;

  /** Images in a subset, as the authors chose. */
  public static final int SUBSET_SIZE = 1_000;

  private static final int DEGREE = 3;
  private static final int BLOCK_NUMBERS = 1 << 21;

  /** Rows a block within a set, of which only the columns from the diagonal on are computed. */
  private static final int TRIANGLE_ROWS = 256;

  /**
   * The unbiased squared discrepancy of whole sets with the kernel {@code (x.y/d + coef0)^degree}.
   *
   * @param real at least two rows
   * @param fake at least two rows
   */
  public static double ofWholeSets(Features real, Features fake, int degree, double coef0) {
    int d = real.dimension();
    return discrepancy(real, fake, product -> power(product / d + coef0, degree));
  }

  /**
   * KID over given subsets.
   *
   * @param realRows rows of real features in each subset
   * @param fakeRows rows of generated features in each subset
   * @param progress told how far it is
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static KernelDistance of(
      Features real, Features fake, int[][] realRows, int[][] fakeRows, Progress progress) {
    double[] values = new double[realRows.length];
    for (int i = 0; i < values.length; i++) {
      progress.checkCancelled();
      progress.report("Computing KID", (double) i / values.length);
      values[i] = ofWholeSets(real.rows(realRows[i]), fake.rows(fakeRows[i]), DEGREE, 1);
    }
    return new KernelDistance(Statistics.mean(values), Statistics.deviation(values));
  }

  /**
   * KID over {@value #SUBSETS} random subsets of {@link #subsetSize}.
   *
   * @param seed decides the subsets
   * @param progress told how far it is
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static KernelDistance of(Features real, Features fake, long seed, Progress progress) {
    int size = subsetSize(real.count(), fake.count());
    Draws draws = new Draws(seed);
    int[][] realRows = new int[SUBSETS][];
    int[][] fakeRows = new int[SUBSETS][];
    for (int i = 0; i < SUBSETS; i++) {
      realRows[i] = draws.withoutReplacement(real.count(), size);
      fakeRows[i] = draws.withoutReplacement(fake.count(), size);
    }
    return of(real, fake, realRows, fakeRows, progress);
  }

  /**
   * Images in a subset: {@value #SUBSET_SIZE}, or half of the smaller set where it has fewer than
   * twice as many, so that subsets differ.
   */
  public static int subsetSize(int real, int fake) {
    return Math.max(2, Math.min(SUBSET_SIZE, Math.min(real, fake) / 2));
  }

  private static double discrepancy(Features real, Features fake, DoubleUnaryOperator kernel) {
    if (real.dimension() != fake.dimension()) {
      throw new IllegalArgumentException(
          "features of " + real.dimension() + " and " + fake.dimension());
    }
    FiniteFeatures.check(real.rows());
    FiniteFeatures.check(fake.rows());
    double m = real.count();
    double n = fake.count();
    return Autograd.without(
        () -> {
          try (NDManager manager = TorchEngine.manager(Device.cpu())) {
            NDArray x = doubles(manager, real);
            NDArray y = doubles(manager, fake);
            return sum(x, x, true, kernel) / (m * (m - 1))
                + sum(y, y, true, kernel) / (n * (n - 1))
                - 2 * sum(x, y, false, kernel) / (m * n);
          }
        });
  }

  private static NDArray doubles(NDManager manager, Features features) {
    double[] rows = new double[features.rows().length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = features.rows()[i];
    }
    return manager.create(rows, new Shape(features.count(), features.dimension()));
  }

  /** The sum of a function of all inner products: of i != j within a set, of all pairs between. */
  private static double sum(NDArray a, NDArray b, boolean same, DoubleUnaryOperator kernel) {
    int rows = (int) a.getShape().get(0);
    int columns = (int) b.getShape().get(0);
    int most = Math.max(1, BLOCK_NUMBERS / columns);
    int block = same ? Math.min(most, TRIANGLE_ROWS) : most;
    double sum = 0;
    double lost = 0; // what additions rounded away: kernels may differ in late digits only
    for (int from = 0; from < rows; from += block) {
      int to = Math.min(rows, from + block);
      int first = same ? from : 0;
      int width = columns - first;
      try (NDArray part = a.get(new NDIndex(from + ":" + to));
          NDArray some = b.get(new NDIndex(first + ":"));
          NDArray other = some.transpose();
          NDArray products = part.matMul(other)) {
        double[] values = products.toDoubleArray();
        for (int i = 0; i < to - from; i++) {
          double rowSum = 0;
          for (int j = same ? i + 1 : 0; j < width; j++) {
            rowSum += kernel.applyAsDouble(values[i * width + j]);
          }
          double added = rowSum - lost;
          double next = sum + added;
          lost = next - sum - added;
          sum = next;
        }
      }
    }
    return same ? 2 * sum : sum;
  }

  private static double power(double value, int exponent) {
    double power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= value;
    }
    return power;
  }
}

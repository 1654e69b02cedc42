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
    double[] centre = mean(real);
    Centred x = Centred.of(real, centre);
    Centred y = Centred.of(fake, centre);
    double square = dot(centre, centre);
    return Autograd.without(
        () -> {
          try (NDManager manager = TorchEngine.manager(Device.cpu())) {
            NDArray ofX = manager.create(x.rows, new Shape(real.count(), real.dimension()));
            NDArray ofY = manager.create(y.rows, new Shape(fake.count(), fake.dimension()));
            Pairs withinX = new Pairs(ofX, ofX, x.alongCentre, x.alongCentre, square, true);
            Pairs withinY = new Pairs(ofY, ofY, y.alongCentre, y.alongCentre, square, true);
            Pairs between = new Pairs(ofX, ofY, x.alongCentre, y.alongCentre, square, false);
            return withinX.sum(kernel) / (m * (m - 1))
                + withinY.sum(kernel) / (n * (n - 1))
                - 2 * between.sum(kernel) / (m * n);
          }
        });
  }

  private static double[] mean(Features features) {
    int d = features.dimension();
    double[] mean = new double[d];
    for (int i = 0; i < features.rows().length; i++) {
      mean[i % d] += features.rows()[i];
    }
    for (int k = 0; k < d; k++) {
      mean[k] /= features.count();
    }
    return mean;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  /**
   * Features beside a centre c: x.y = (x - c).(y - c) + c.(x - c) + c.(y - c) + c.c, of which only
   * the first is a product of large matrices. Of numbers as small as the features' spread, float32
   * loses little; the rest is float64.
   *
   * @param rows x - c, row by row
   * @param alongCentre c.(x - c) of each row
   */
  private record Centred(float[] rows, double[] alongCentre) {
    static Centred of(Features features, double[] centre) {
      int d = centre.length;
      float[] rows = new float[features.rows().length];
      double[] along = new double[features.count()];
      for (int i = 0; i < along.length; i++) {
        double sum = 0;
        for (int k = 0; k < d; k++) {
          float apart = (float) (features.rows()[i * d + k] - centre[k]);
          rows[i * d + k] = apart;
          sum += centre[k] * apart;
        }
        along[i] = sum;
      }
      return new Centred(rows, along);
    }
  }

  /**
   * Inner products of two sets.
   *
   * @param square c.c
   * @param same whether it is one set, of which i != j count
   */
  private record Pairs(
      NDArray a, NDArray b, double[] alongA, double[] alongB, double square, boolean same) {
    /** The sum of a function of them. */
    double sum(DoubleUnaryOperator kernel) {
      int rows = alongA.length;
      int columns = alongB.length;
      int most = Math.max(1, BLOCK_NUMBERS / columns);
      int block = same ? Math.min(most, TRIANGLE_ROWS) : most;
      double sum = 0;
      double lost = 0; // what additions rounded away: kernels may differ in late digits only
      for (int from = 0; from < rows; from += block) {
        int to = Math.min(rows, from + block);
        int first = same ? from : 0;
        int width = columns - first;
        float[] products = products(from, to, first);
        for (int i = 0; i < to - from; i++) {
          double rest = alongA[from + i] + square;
          double rowSum = 0;
          for (int j = same ? i + 1 : 0; j < width; j++) {
            rowSum += kernel.applyAsDouble(products[i * width + j] + alongB[first + j] + rest);
          }
          double added = rowSum - lost;
          double next = sum + added;
          lost = next - sum - added;
          sum = next;
        }
      }
      return same ? 2 * sum : sum;
    }

    private float[] products(int from, int to, int first) {
      try (NDArray part = a.get(new NDIndex(from + ":" + to));
          NDArray some = b.get(new NDIndex(first + ":"));
          NDArray other = some.transpose();
          NDArray products = part.matMul(other)) {
        return products.toFloatArray();
      }
    }
  }

  private static double power(double value, int exponent) {
    double power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= value;
    }
    return power;
  }
}

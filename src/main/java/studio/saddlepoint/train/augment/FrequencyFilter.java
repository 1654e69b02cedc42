package studio.saddlepoint.train.augment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import studio.saddlepoint.torch.ArrayScopes;

/**
 * A filter of one picture that makes each of four bands of frequencies stronger or weaker (ADA,
 * Karras et al. 2020, appendix B: image-space filtering). The bands are those of the wavelet sym2:
 * from the lowest, the frequencies up to 1/8, 1/4, 1/2 and 1 of the highest.
 *
 * @param gains factors of the four bands
 */
public record FrequencyFilter(List<Double> gains) {
  /** No change. */
  public static final FrequencyFilter NONE = new FrequencyFilter(List.of(1.0, 1.0, 1.0, 1.0));

  /** Sum of the power that pictures have in each band, over that of all. */
  private static final double[] POWER = {10.0 / 13, 1.0 / 13, 1.0 / 13, 1.0 / 13};

  private static final double DEVIATION = 1;

  /** Half-band low pass H(z) H(1/z) / 2 of sym2; the high pass is 1 at its middle less this. */
  private static final double[] LOW = {-1 / 32.0, 0, 9 / 32.0, 16 / 32.0, 9 / 32.0, 0, -1 / 32.0};

  /**
   * Draws the filter of one picture: each band with the probability, by a log-normal factor, after
   * which all factors are scaled so that the power that pictures usually have stays.
   */
  static FrequencyFilter draw(Chances chances) {
    double[] gains = {1, 1, 1, 1};
    boolean changed = false;
    for (int band = 0; band < gains.length; band++) {
      if (!chances.getAsBoolean()) {
        continue;
      }
      changed = true;
      double factor = Math.pow(2, DEVIATION * chances.random().nextNormal());
      double scale = 1 / Math.sqrt(1 + POWER[band] * (factor * factor - 1));
      for (int i = 0; i < gains.length; i++) {
        gains[i] *= scale * (i == band ? factor : 1);
      }
    }
    return changed ? new FrequencyFilter(Arrays.stream(gains).boxed().toList()) : NONE;
  }

  /** The filter along one axis, 43 numbers, symmetric; it is the same along the other. */
  public double[] kernel() {
    double[][] bands = new double[gains.size()][1];
    bands[0][0] = 1;
    for (int i = 1; i < bands.length; i++) {
      for (int band = 0; band < bands.length; band++) {
        bands[band] = convolved(spread(bands[band]), LOW);
      }
      int middle = bands[i].length / 2;
      for (int k = 0; k < LOW.length; k++) {
        bands[i][middle - LOW.length / 2 + k] += (k == LOW.length / 2 ? 1 : 0) - LOW[k];
      }
    }
    double[] sum = new double[bands[0].length];
    for (int band = 0; band < bands.length; band++) {
      for (int k = 0; k < sum.length; k++) {
        sum[k] += gains.get(band) * bands[band][k];
      }
    }
    return sum;
  }

  /** Zeros in between. */
  private static double[] spread(double[] values) {
    double[] wide = new double[2 * values.length - 1];
    for (int i = 0; i < values.length; i++) {
      wide[2 * i] = values[i];
    }
    return wide;
  }

  private static double[] convolved(double[] a, double[] b) {
    double[] product = new double[a.length + b.length - 1];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        product[i + j] += a[i] * b[j];
      }
    }
    return product;
  }

  /** What the filter does to a line of pixels that is reflected at its ends, (size, size). */
  private double[] matrix(int size) {
    double[] matrix = new double[size * size];
    double[] kernel = this == NONE ? new double[] {1} : kernel();
    int period = Math.max(1, 2 * (size - 1));
    for (int to = 0; to < size; to++) {
      for (int k = 0; k < kernel.length; k++) {
        int from = Math.floorMod(to + k - kernel.length / 2, period);
        matrix[to * size + Math.min(from, period - from) % size] += kernel[k];
      }
    }
    return matrix;
  }

  /**
   * Filters every picture by a filter of its own along both axes; beyond their edges pictures are
   * reflected at the middles of the outermost pixels.
   *
   * @param x (N, C, H, W)
   * @param filters N of them
   * @return (N, C, H, W); gradients of any order go to x
   */
  public static NDArray apply(NDArray x, List<FrequencyFilter> filters) {
    int height = Math.toIntExact(x.getShape().get(2));
    int width = Math.toIntExact(x.getShape().get(3));
    NDArray down = matrices(x, filters, height);
    NDArray across = height == width ? down : matrices(x, filters, width);
    return down.matMul(x).matMul(across.transpose(0, 1, 3, 2));
  }

  private static NDArray matrices(NDArray x, List<FrequencyFilter> filters, int size) {
    float[] values = new float[filters.size() * size * size];
    for (int n = 0; n < filters.size(); n++) {
      double[] matrix = filters.get(n).matrix(size);
      for (int i = 0; i < matrix.length; i++) {
        values[n * matrix.length + i] = (float) matrix[i];
      }
    }
    return ArrayScopes.of(x.getManager(), values, new Shape(filters.size(), 1, size, size))
        .toType(x.getDataType(), false);
  }
}

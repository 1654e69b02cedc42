package studio.saddlepoint.torch;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Enlarging by zeros, padding, smoothing and taking every so many numbers along one axis, as a
 * matrix (out, in); see {@link LayerOps#blur}.
 */
final class Resampling {
  /** Made once for each axis length, type and device; small, and of few kinds. */
  private static final Map<List<Object>, NDArray> MADE = new ConcurrentHashMap<>();

  private final double[] taps;
  private final int up;
  private final int down;
  private final int before;
  private final int after;
  private final double gain;

  /**
   * Along one axis.
   *
   * @param gain what the sum of the taps becomes
   */
  Resampling(double[] taps, int up, int down, int before, int after, double gain) {
    this.taps = taps;
    this.up = up;
    this.down = down;
    this.before = before;
    this.after = after;
    this.gain = gain;
  }

  /** For the rows of x (N, C, H, W): (out, H). */
  NDArray rows(NDArray x) {
    return made(x, 2, false);
  }

  /** For the columns of x (N, C, H, W): (W, out). */
  NDArray columns(NDArray x) {
    return made(x, 3, true);
  }

  private NDArray made(NDArray x, int axis, boolean transposed) {
    int length = Math.toIntExact(x.getShape().get(axis));
    Device device = x.getDevice();
    DataType type = x.getDataType();
    List<Double> kernel = Arrays.stream(taps).boxed().toList();
    List<Object> key =
        List.of(kernel, up, down, before, after, gain, length, transposed, type, device);
    return MADE.computeIfAbsent(
        key,
        k ->
            ArrayScopes.outsideScopes(
                () -> array(TorchEngine.constants(), length, transposed, type, device)));
  }

  private NDArray array(
      NDManager manager, int length, boolean transposed, DataType type, Device device) {
    double[][] matrix = matrix(length);
    int out = matrix.length;
    double[] flat = new double[out * length];
    for (int j = 0; j < out; j++) {
      for (int i = 0; i < length; i++) {
        flat[transposed ? i * out + j : j * length + i] = matrix[j][i];
      }
    }
    Shape shape = transposed ? new Shape(length, out) : new Shape(out, length);
    // an array of another type or device is a copy, but one of the same is not, whatever is asked
    try (NDArray borrowed = manager.create(flat, shape);
        NDArray own = borrowed.duplicate()) {
      return own.toType(type, true).toDevice(device, true);
    }
  }

  /** The matrix (out, length). */
  private double[][] matrix(int length) {
    double sum = Arrays.stream(taps).sum();
    int out = (length * up + before + after - taps.length) / down + 1;
    double[][] matrix = new double[out][length];
    for (int j = 0; j < out; j++) {
      for (int i = 0; i < length; i++) {
        int at = before + i * up - j * down;
        if (at >= 0 && at < taps.length) {
          matrix[j][i] = taps[taps.length - 1 - at] * gain / sum;
        }
      }
    }
    return matrix;
  }
}

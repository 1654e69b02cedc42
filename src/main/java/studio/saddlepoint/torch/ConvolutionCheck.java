package studio.saddlepoint.torch;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import java.util.Random;
import studio.saddlepoint.core.Progress;

/** Convolutions by libtorch beside the same in plain Java: a program of its own. */
final class ConvolutionCheck {
  /** The property that tells this program. */
  static final String CHECKING = "saddlepoint.convolutions.checking";

  /** Exit status where all agree. */
  static final int RIGHT = 40;

  /** Exit status where some do not. */
  static final int WRONG = 41;

  private static final double TOLERANCE = 1e-3;

  /**
   * A convolution.
   *
   * @param n pictures
   * @param in channels
   * @param out channels
   * @param size side of the pictures
   * @param kernel side of the kernel
   */
  private record Case(int n, int in, int out, int size, int kernel, int stride, int padding) {
    int outSize() {
      return (size + 2 * padding - kernel) / stride + 1;
    }
  }

  /** Channels in whole blocks of the processor's width, and not. */
  private static final List<Case> CASES =
      List.of(
          new Case(2, 4, 3, 8, 3, 1, 1),
          new Case(16, 17, 16, 4, 3, 1, 1),
          new Case(8, 8, 16, 8, 3, 1, 1),
          new Case(4, 3, 5, 8, 4, 2, 1),
          new Case(4, 20, 40, 8, 3, 1, 1),
          new Case(4, 1, 32, 16, 4, 2, 1),
          new Case(4, 32, 1, 8, 3, 1, 1),
          new Case(4, 16, 3, 8, 1, 1, 0));

  private ConvolutionCheck() {}

  /** Checks all with as many threads as usual, and with another number; the exit status tells. */
  public static void main(String[] arguments) {
    TorchEngine.start(Progress.NONE);
    Autograd.enable(true);
    int usual = JniUtils.getNumThreads();
    boolean right = allAgree();
    JniUtils.setNumThreads(usual == 1 ? 2 : 1);
    System.exit(right && allAgree() ? RIGHT : WRONG);
  }

  /** Whether all are right with the threads and the instructions of this process. */
  static boolean allAgree() {
    return CASES.stream().allMatch(each -> ArrayScopes.scoped(() -> agrees(each)));
  }

  /** Whether a convolution, its gradients and its transpose are what they should be. */
  private static boolean agrees(Case each) {
    Random random = new Random(1);
    float[] x = numbers(random, each.n * each.in * each.size * each.size);
    float[] w = numbers(random, each.out * each.in * each.kernel * each.kernel);
    int side = each.outSize();
    float[] dy = numbers(random, each.n * each.out * side * side);
    try (NDManager manager = TorchEngine.manager(Device.cpu())) {
      NDArray input = ArrayScopes.of(manager, x, new Shape(each.n, each.in, each.size, each.size));
      NDArray weight =
          ArrayScopes.of(manager, w, new Shape(each.out, each.in, each.kernel, each.kernel));
      NDArray weights = ArrayScopes.of(manager, dy, new Shape(each.n, each.out, side, side));
      Autograd.require(input, true);
      Autograd.require(weight, true);
      NDArray y = Ops.conv2d(input, weight, each.stride, each.padding);
      List<NDArray> gradients = Autograd.gradients(y.mul(weights).sum(), List.of(input, weight));
      float[][] expected = expected(each, x, w, dy);
      return close(expected[0], y.toFloatArray())
          && close(expected[1], gradients.get(0).toFloatArray())
          && close(expected[2], gradients.get(1).toFloatArray())
          && (each.size != (side - 1) * each.stride - 2 * each.padding + each.kernel
              || close(
                  expected[1],
                  Ops.convTranspose2d(
                          Autograd.detach(weights),
                          Autograd.detach(weight),
                          each.stride,
                          each.padding,
                          0)
                      .toFloatArray()));
    }
  }

  private static float[] numbers(Random random, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  /** The convolution, and its gradients by input and weight. */
  private static float[][] expected(Case c, float[] x, float[] w, float[] dy) {
    int side = c.outSize();
    float[] y = new float[dy.length];
    float[] dx = new float[x.length];
    float[] dw = new float[w.length];
    for (int place = 0; place < y.length; place++) {
      int column = place % side;
      int row = place / side % side;
      int out = place / (side * side) % c.out;
      int n = place / (side * side * c.out);
      double sum = 0;
      for (int k = 0; k < c.in * c.kernel * c.kernel; k++) {
        int in = k / (c.kernel * c.kernel);
        int v = row * c.stride - c.padding + k / c.kernel % c.kernel;
        int u = column * c.stride - c.padding + k % c.kernel;
        if (v < 0 || u < 0 || v >= c.size || u >= c.size) {
          continue;
        }
        int from = ((n * c.in + in) * c.size + v) * c.size + u;
        int by = out * c.in * c.kernel * c.kernel + k;
        sum += (double) x[from] * w[by];
        dx[from] += dy[place] * w[by];
        dw[by] += dy[place] * x[from];
      }
      y[place] = (float) sum;
    }
    return new float[][] {y, dx, dw};
  }

  private static boolean close(float[] expected, float[] got) {
    double largest = 0;
    for (float each : expected) {
      largest = Math.max(largest, Math.abs(each));
    }
    for (int i = 0; i < expected.length; i++) {
      if (!(Math.abs(expected[i] - got[i]) <= TOLERANCE * largest)) {
        return false;
      }
    }
    return expected.length == got.length;
  }
}

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
  private record Case(
      int n, int in, int out, int size, int kernel, int stride, int padding, int groups) {
    Case(int n, int in, int out, int size, int kernel, int stride, int padding) {
      this(n, in, out, size, kernel, stride, padding, 1);
    }

    int outSize() {
      return (size + 2 * padding - kernel) / stride + 1;
    }

    int inputs() {
      return n * in * size * size;
    }

    int weights() {
      return out * in / groups * kernel * kernel;
    }

    int outputs() {
      return n * out * outSize() * outSize();
    }

    /** Whether the transposed one gives pictures of the same size. */
    boolean turns() {
      return groups == 1
          && kernel >= stride
          && size == (outSize() - 1) * stride - 2 * padding + kernel;
    }
  }

  /** Channels and pictures in whole blocks of the processor's width, and not. */
  private static final List<Case> CASES =
      List.of(
          new Case(2, 4, 3, 8, 3, 1, 1),
          new Case(16, 17, 16, 4, 3, 1, 1),
          new Case(8, 8, 16, 8, 3, 1, 1),
          new Case(4, 3, 5, 8, 4, 2, 1),
          new Case(4, 20, 40, 8, 3, 1, 1),
          new Case(4, 1, 32, 16, 4, 2, 1),
          new Case(4, 1, 20, 8, 3, 1, 1),
          new Case(4, 32, 1, 8, 3, 1, 1),
          new Case(4, 20, 1, 8, 3, 1, 1),
          new Case(10, 32, 16, 8, 4, 2, 1),
          new Case(4, 16, 3, 8, 1, 1, 0),
          new Case(5, 32, 33, 14, 1, 1, 0),
          new Case(5, 16, 33, 5, 1, 2, 0),
          new Case(4, 20, 20, 8, 3, 1, 1, 20),
          new Case(4, 20, 20, 8, 1, 1, 0, 20),
          new Case(5, 12, 27, 6, 1, 2, 0, 3),
          new Case(1, 60, 40, 6, 3, 1, 1, 4));

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

  /** Whether a convolution, its gradients of both orders and its transpose are right. */
  private static boolean agrees(Case each) {
    Random random = new Random(1);
    float[] x = numbers(random, each.inputs());
    float[] w = numbers(random, each.weights());
    float[] dy = numbers(random, each.outputs());
    float[] v = numbers(random, each.inputs());
    float[][] first = expected(each, x, w, dy);
    float[][] second = expected(each, v, w, dy);
    try (NDManager manager = TorchEngine.manager(Device.cpu())) {
      Shape pictures = new Shape(each.n, each.in, each.size, each.size);
      Shape made = new Shape(each.n, each.out, each.outSize(), each.outSize());
      NDArray input = variable(manager, x, pictures);
      NDArray weight =
          variable(
              manager, w, new Shape(each.out, each.in / each.groups, each.kernel, each.kernel));
      NDArray weights = variable(manager, dy, made);
      NDArray direction = variable(manager, v, pictures);
      NDArray y = convolve(each, input, weight, manager);
      List<NDArray> gradients =
          Autograd.differentiableGradients(y.mul(weights).sum(), List.of(input, weight));
      List<NDArray> again =
          Autograd.gradients(gradients.get(0).mul(direction).sum(), List.of(weights, weight));
      return close(first[0], y)
          && close(first[1], gradients.get(0))
          && close(first[2], gradients.get(1))
          && close(second[0], again.get(0))
          && close(second[2], again.get(1))
          && (!each.turns() || turned(each, weights, weight, direction, first[1], second));
    }
  }

  /** Whether the transposed convolution of dy is the gradient by x, with gradients as they are. */
  private static boolean turned(
      Case each, NDArray dy, NDArray weight, NDArray v, float[] dx, float[][] second) {
    NDArray t = Ops.convTranspose2d(dy, weight, each.stride, each.padding, 0);
    List<NDArray> gradients = Autograd.differentiableGradients(t.mul(v).sum(), List.of(dy, weight));
    NDArray again = Autograd.gradients(gradients.get(0).mul(dy).sum(), List.of(weight)).get(0);
    return close(dx, t)
        && close(second[0], gradients.get(0))
        && close(second[2], gradients.get(1))
        && close(second[2], again);
  }

  private static NDArray convolve(Case each, NDArray x, NDArray weight, NDManager manager) {
    return each.groups == 1
        ? Ops.conv2d(x, weight, each.stride, each.padding)
        : Ops.groupedConv2d(
            x, weight, manager.zeros(new Shape(each.out)), each.stride, each.padding, each.groups);
  }

  private static NDArray variable(NDManager manager, float[] values, Shape shape) {
    return Autograd.require(ArrayScopes.of(manager, values, shape), true);
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
      int own = c.in / c.groups;
      for (int k = 0; k < own * c.kernel * c.kernel; k++) {
        int in = out / (c.out / c.groups) * own + k / (c.kernel * c.kernel);
        int v = row * c.stride - c.padding + k / c.kernel % c.kernel;
        int u = column * c.stride - c.padding + k % c.kernel;
        if (v < 0 || u < 0 || v >= c.size || u >= c.size) {
          continue;
        }
        int from = ((n * c.in + in) * c.size + v) * c.size + u;
        int by = out * own * c.kernel * c.kernel + k;
        sum += (double) x[from] * w[by];
        dx[from] += dy[place] * w[by];
        dw[by] += dy[place] * x[from];
      }
      y[place] = (float) sum;
    }
    return new float[][] {y, dx, dw};
  }

  private static boolean close(float[] expected, NDArray array) {
    float[] got = array.toFloatArray();
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

package studio.saddlepoint.torch;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;

/**
 * Times convolutions in float32 and in bfloat16, in turns: a program of its own, since a processor
 * that only half knows bfloat16 may end the process.
 */
final class PrecisionCheck {
  /** What is written where results differ by more than rounding. */
  static final String WRONG = "wrong";

  private static final int WARM_UP = 5;
  private static final int TURNS = 21;

  /** Of the largest number: 8 bits, summed over many products. */
  private static final double TOLERANCE = 0.03;

  /**
   * Layers of a discriminator.
   *
   * @param in channels
   * @param out channels
   * @param size side of the pictures
   */
  private record Layer(int in, int out, int size) {}

  private static final int BATCH = 64;
  private static final int CHECKED_BATCH = 16;
  private static final List<Layer> LAYERS =
      List.of(new Layer(16, 32, 16), new Layer(32, 64, 8), new Layer(64, 128, 8));

  /** Of pictures, of no whole blocks, and of odd numbers: checked, not timed. */
  private static final List<Layer> OTHERS =
      List.of(
          new Layer(1, 16, 8),
          new Layer(16, 1, 8),
          new Layer(3, 24, 8),
          new Layer(24, 3, 8),
          new Layer(17, 33, 8),
          new Layer(20, 17, 4));

  private PrecisionCheck() {}

  /**
   * Writes how many times faster bfloat16 is (geometric mean over layers), or {@link #WRONG}.
   *
   * @param arguments the file
   */
  public static void main(String[] arguments) throws IOException {
    TorchEngine.start(Progress.NONE);
    Autograd.enable(true);
    Files.writeString(Path.of(arguments[0]), found());
    System.exit(0);
  }

  /** How many times faster, as text, or {@link #WRONG}. */
  static String found() {
    if (!OTHERS.stream()
        .allMatch(each -> ArrayScopes.scoped(() -> agrees(each.in, each.out, each.size)))) {
      return WRONG;
    }
    double logarithms = 0;
    for (Layer each : LAYERS) {
      double ratio = ArrayScopes.scoped(() -> ratio(each));
      if (Double.isNaN(ratio)) {
        return WRONG;
      }
      logarithms += Math.log(ratio);
    }
    return English.of("%.3f", Math.exp(logarithms / LAYERS.size()));
  }

  /** Time with float32 over that with bfloat16; no number where they differ. */
  private static double ratio(Layer layer) {
    try (NDManager manager = TorchEngine.manager(Device.cpu())) {
      NDArray x =
          Autograd.require(
              manager.randomNormal(new Shape(BATCH, layer.in, layer.size, layer.size)), true);
      NDArray w =
          Autograd.require(manager.randomNormal(new Shape(layer.out, layer.in, 4, 4)), true);
      if (!alike(pass(x, w, false), pass(x, w, true))) {
        return Double.NaN;
      }
      for (int i = 0; i < WARM_UP; i++) {
        nanos(x, w, false);
        nanos(x, w, true);
      }
      long[] exact = new long[TURNS];
      long[] lowered = new long[TURNS];
      for (int i = 0; i < TURNS; i++) {
        exact[i] = nanos(x, w, false);
        lowered[i] = nanos(x, w, true);
      }
      return median(exact) / median(lowered);
    }
  }

  /** Whether the convolution, its transpose and their gradients are alike. */
  static boolean agrees(int in, int out, int size) {
    try (NDManager manager = TorchEngine.manager(Device.cpu())) {
      NDArray x =
          Autograd.require(manager.randomNormal(new Shape(CHECKED_BATCH, in, size, size)), true);
      NDArray w = Autograd.require(manager.randomNormal(new Shape(out, in, 4, 4)), true);
      NDArray t = Autograd.require(manager.randomNormal(new Shape(in, out, 4, 4)), true);
      return alike(pass(x, w, false), pass(x, w, true))
          && alike(turned(x, t, false), turned(x, t, true));
    }
  }

  /** The transposed convolution and its gradients. */
  private static List<NDArray> turned(NDArray x, NDArray w, boolean lowered) {
    return withGradients(() -> Ops.convTranspose2d(x, w, 2, 1, 0), x, w, lowered);
  }

  private static long nanos(NDArray x, NDArray w, boolean lowered) {
    long begun = System.nanoTime();
    pass(x, w, lowered).forEach(NDArray::close);
    return System.nanoTime() - begun;
  }

  /** The convolution and its gradients. */
  private static List<NDArray> pass(NDArray x, NDArray w, boolean lowered) {
    return withGradients(() -> Ops.conv2d(x, w, 2, 1), x, w, lowered);
  }

  /** Gradients of the output's square, and the output. */
  private static List<NDArray> withGradients(
      Supplier<NDArray> output, NDArray x, NDArray w, boolean lowered) {
    return LoweredConvolutions.lowered(
        lowered,
        () -> {
          NDArray y = output.get();
          List<NDArray> made = new ArrayList<>(Autograd.gradients(y.square().sum(), List.of(x, w)));
          made.add(y);
          return made;
        });
  }

  private static boolean alike(List<NDArray> exact, List<NDArray> lowered) {
    for (int i = 0; i < exact.size(); i++) {
      double scale = exact.get(i).abs().max().getFloat();
      double difference = exact.get(i).sub(lowered.get(i)).abs().max().getFloat();
      if (!(difference <= TOLERANCE * scale)) {
        return false;
      }
    }
    return true;
  }

  private static double median(long[] nanos) {
    Arrays.sort(nanos);
    return nanos[nanos.length / 2];
  }
}

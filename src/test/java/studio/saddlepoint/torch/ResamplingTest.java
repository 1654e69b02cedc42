package studio.saddlepoint.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.saddlepoint.core.Progress;

/** Small pictures are smoothed by matrices, large ones by a convolution: it is the same. */
class ResamplingTest {
  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
    Autograd.enable(true);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 2, 1", "1, 1, 2, 2", "1, 1, 1, 1", "2, 1, 2, 1", "1, 2, 1, 1", "2, 1, 3, 1"})
  void matricesDoWhatTheConvolutionDoes(int up, int down, int before, int after) {
    double[] taps = {1, 2, 4, 3}; // no symmetry that would hide a mistake
    double gain = (double) up * up;
    try (NDManager manager = TorchEngine.manager(Device.cpu());
        NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDArray x = random(manager, new Shape(2, 3, 6, 9));
      NDArray y = LayerOps.blur(x, taps, up, down, before, after, gain);
      NDArray convolved =
          Ops.one(
              "blur",
              Ops.call(
                  x,
                  Ops.fractions(taps),
                  Ops.numbers(up, down, before, after),
                  Ops.fractions(gain)));
      assertEquals(convolved.getShape(), y.getShape());
      assertArrayEquals(convolved.toFloatArray(), y.toFloatArray(), 1e-5f);
      NDArray weights = random(manager, y.getShape());
      assertArrayEquals(gradient(convolved, weights, x), gradient(y, weights, x), 1e-5f);
    }
  }

  private static float[] gradient(NDArray y, NDArray weights, NDArray x) {
    return Autograd.gradientsRetaining(y.mul(weights).sum(), List.of(x)).get(0).toFloatArray();
  }

  private static NDArray random(NDManager manager, Shape shape) {
    Random random = new Random(5);
    float[] values = new float[(int) shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Autograd.require(ArrayScopes.of(manager, values, shape), true);
  }
}

package studio.saddlepoint.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;

/** Numbers in graphs whose gradients are taken after Java has cleaned up. */
class ScalarsTest {
  private static final int GRAPHS = 400;

  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
    Autograd.enable(true);
  }

  @Test
  void productsKeepTheirNumbersUntilTheGradients() {
    assertEquals(wanted(i -> 1 + i / 8.0), gradients((x, n) -> Scalars.mul(x, n)));
  }

  @Test
  void quotientsKeepTheirNumbersUntilTheGradients() {
    assertEquals(wanted(i -> 1 / (1 + i / 8.0)), gradients((x, n) -> Scalars.div(x, n)));
  }

  @Test
  void powersKeepTheirNumbersUntilTheGradients() {
    assertEquals(wanted(i -> 1 + i / 8.0), gradients((x, n) -> Scalars.pow(x, n)));
  }

  @Test
  void boundsKeepTheirNumbersUntilTheGradients() {
    assertEquals(wanted(i -> i == 0 ? 0.5 : 0), gradients((x, n) -> Scalars.maximum(x, n)));
    assertEquals(wanted(i -> i == 0 ? 0.5 : 1), gradients((x, n) -> Scalars.minimum(x, n)));
  }

  private static List<Float> wanted(java.util.function.IntToDoubleFunction of) {
    List<Float> all = new ArrayList<>();
    for (int i = 0; i < GRAPHS; i++) {
      all.add((float) of.applyAsDouble(i));
    }
    return all;
  }

  /** The gradients at x = 1 of an operation with the numbers 1, 1.125, 1.25, ... */
  private static List<Float> gradients(BiFunction<NDArray, Number, NDArray> operation) {
    try (NDManager manager = TorchEngine.manager(Device.cpu())) {
      List<NDArray> weights = new ArrayList<>();
      List<NDArray> results = new ArrayList<>();
      for (int i = 0; i < GRAPHS; i++) {
        float[] one = {1};
        NDArray x = Autograd.require(ArrayScopes.of(manager, one, new Shape(1)), true);
        weights.add(x);
        results.add(operation.apply(x, (float) (1 + i / 8.0)));
      }
      takeFreedMemory();
      List<Float> found = new ArrayList<>();
      for (int i = 0; i < GRAPHS; i++) {
        NDArray sum = results.get(i).sum();
        found.add(Autograd.gradients(sum, List.of(weights.get(i))).get(0).getFloat(0));
      }
      return found;
    }
  }

  /** Lets Java give back the memory of buffers that are gone, and writes into it. */
  private static void takeFreedMemory() {
    List<ByteBuffer> taken = new ArrayList<>();
    for (int round = 0; round < 4; round++) {
      System.gc();
      for (int i = 0; i < 4 * GRAPHS; i++) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(4);
        buffer.putInt(0, -1);
        taken.add(buffer);
      }
    }
    assertEquals(4 * 4 * GRAPHS, taken.size());
  }
}

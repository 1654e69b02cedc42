package studio.saddlepoint.train.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.torch.TorchEngine;

class StyleMixingTest {
  private static final int LAYERS = 4;
  private static NDManager manager;

  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
    manager = TorchEngine.manager(Device.cpu());
  }

  @AfterAll
  static void close() {
    manager.close();
  }

  private static final Supplier<NDArray> NONE =
      () -> {
        throw new AssertionError("No other codes are needed");
      };

  private static NDArray of(float value) {
    return manager.full(new Shape(2, LAYERS, 3), value);
  }

  @Test
  void aChanceOfNothingDrawsNoNumbers() {
    NDArray w = of(1);
    RandomSource none = numbers(List.of());
    assertSame(w, new StyleMixing(0).mix(w, LAYERS, NONE, none));
    NDArray flat = manager.ones(new Shape(2, 3));
    assertSame(flat, new StyleMixing(1).mix(flat, 0, NONE, none));
  }

  @Test
  void itMixesByChance() {
    NDArray w = of(1);
    assertSame(w, new StyleMixing(0.5).mix(w, LAYERS, NONE, numbers(List.of(0.5, 0.1))));
    NDArray mixed = new StyleMixing(0.5).mix(w, LAYERS, () -> of(2), numbers(List.of(0.49, 0.1)));
    assertEquals(w.getShape(), mixed.getShape());
    assertTrue(mixed.max().getFloat() == 2);
  }

  @Test
  void theCrossoverIsAnyButTheFirstLayer() {
    List<Integer> firsts = new ArrayList<>();
    for (double where : new double[] {0, 0.34, 0.67, 0.999}) {
      NDArray mixed =
          new StyleMixing(1).mix(of(1), LAYERS, () -> of(2), numbers(List.of(0.0, where)));
      firsts.add(
          (int) mixed.eq(1).toType(ai.djl.ndarray.types.DataType.FLOAT32, false).sum().getFloat()
              / 6);
    }
    assertEquals(List.of(1, 2, 3, 3), firsts);
  }

  @Test
  void layersThatHaveNotGrownYetAreAllOfTheOtherCode() {
    for (double where : new double[] {0, 0.999}) {
      float[] mixed =
          new StyleMixing(1)
              .mix(of(1), 2, () -> of(2), numbers(List.of(0.0, where)))
              .toFloatArray();
      assertArrayEquals(
          new float[] {1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2},
          java.util.Arrays.copyOf(mixed, LAYERS * 3));
    }
  }

  @Test
  void coarseLayersComeFirst() {
    float[] rows = StyleMixing.crossed(of(1), of(2), 1).toFloatArray();
    assertArrayEquals(
        new float[] {1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2},
        java.util.Arrays.copyOf(rows, LAYERS * 3));
  }

  private static RandomSource numbers(List<Double> given) {
    List<Double> left = new ArrayList<>(given);
    return new RandomSource() {
      @Override
      public NDArray uniform(Shape shape) {
        throw new AssertionError("No arrays are drawn");
      }

      @Override
      public NDArray normal(Shape shape) {
        throw new AssertionError("No arrays are drawn");
      }

      @Override
      public double next() {
        return left.remove(0);
      }
    };
  }
}

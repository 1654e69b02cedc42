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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.saddlepoint.core.Progress;

/** libtorch's fused Adam walks through memory, whatever order the arrays have there. */
class AdamStepTest {
  private static final Shape SHAPE = new Shape(5, 3, 4, 2);
  private static final int SIZE = (int) SHAPE.size();
  private static final double RATE = 0.01;
  private static final double BETA1 = 0.5;
  private static final double BETA2 = 0.99;
  private static final double EPSILON = 1e-8;

  @BeforeEach
  void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  @ParameterizedTest(name = "weight {0}, gradient {1}, moments {2}")
  @CsvSource({
    "false, false, false",
    "false, true, false",
    "true, false, true",
    "true, true, true",
    "true, true, false",
    "true, false, false",
    "false, false, true"
  })
  void movesAsTheFormulaSays(boolean weightLast, boolean gradientLast, boolean momentsLast) {
    Random random = new Random(3);
    double[] expected = values(random);
    double[] m = new double[SIZE];
    double[] v = new double[SIZE];
    try (NDManager manager = TorchEngine.manager(Device.cpu());
        NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDArray weight = array(manager, expected, weightLast);
      NDArray other = manager.create(new float[] {2}); // of another shape, moved in the same call
      NDArray first = array(manager, m, momentsLast);
      NDArray second = array(manager, v, momentsLast);
      NDArray otherFirst = manager.zeros(new Shape(1));
      NDArray otherSecond = manager.zeros(new Shape(1));
      for (int step = 1; step <= 4; step++) {
        double[] gradient = values(random);
        Ops.adam(
            List.of(weight, other),
            List.of(array(manager, gradient, gradientLast), manager.create(new float[] {-3})),
            List.of(first, otherFirst),
            List.of(second, otherSecond),
            RATE,
            BETA1,
            BETA2,
            EPSILON,
            step);
        move(expected, gradient, m, v, step);
        assertArrayEquals(floats(expected), weight.toFloatArray(), 2e-6f);
        assertEquals(2 + RATE * step, other.getFloat(0), 2e-6);
      }
      assertArrayEquals(floats(m), first.toFloatArray(), 1e-6f);
      assertArrayEquals(floats(v), second.toFloatArray(), 1e-6f);
    }
  }

  @Test
  void weightsAreMovedWhereTheyAre() {
    try (NDManager manager = TorchEngine.manager(Device.cpu());
        NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDArray weight = manager.ones(new Shape(2, 3));
      NDArray row = weight.get("0"); // shares its memory
      Ops.adam(
          List.of(weight),
          List.of(weight.duplicate()),
          List.of(weight.zerosLike()),
          List.of(weight.zerosLike()),
          RATE,
          BETA1,
          BETA2,
          EPSILON,
          1);
      assertArrayEquals(new float[] {0.99f, 0.99f, 0.99f}, row.toFloatArray(), 1e-6f);
    }
  }

  /** Kingma and Ba 2015, algorithm 1. */
  private static void move(double[] weight, double[] g, double[] m, double[] v, int step) {
    for (int i = 0; i < SIZE; i++) {
      m[i] = BETA1 * m[i] + (1 - BETA1) * g[i];
      v[i] = BETA2 * v[i] + (1 - BETA2) * g[i] * g[i];
      double mean = m[i] / (1 - Math.pow(BETA1, step));
      double square = v[i] / (1 - Math.pow(BETA2, step));
      weight[i] -= RATE * mean / (Math.sqrt(square) + EPSILON);
    }
  }

  private static double[] values(Random random) {
    return random.doubles(SIZE, -1, 1).toArray();
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private static NDArray array(NDManager manager, double[] values, boolean channelsLast) {
    NDArray array = manager.create(floats(values), SHAPE);
    return channelsLast ? Ops.channelsLast(array) : array;
  }
}

package studio.saddlepoint.latent.inversion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.torch.TorchEngine;

class LevenbergMarquardtTest {
  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  private static LevenbergMarquardt of(LevenbergMarquardt.Residuals residuals, float... start) {
    return new LevenbergMarquardt(residuals, start, 1e-3);
  }

  @Test
  void straightResidualsAreSolvedInAFewSteps() {
    // 2x + y = 4, x - y = -1, x + y = 3: at (1, 2)
    LevenbergMarquardt search =
        of(
            points ->
                Arrays.stream(points)
                    .map(p -> new float[] {2 * p[0] + p[1] - 4, p[0] - p[1] + 1, p[0] + p[1] - 3})
                    .toArray(float[][]::new),
            50,
            -70);
    assertEquals(Double.POSITIVE_INFINITY, search.sum());
    for (int i = 0; i < 4; i++) {
      search.step();
    }
    assertArrayEquals(new float[] {1, 2}, search.point(), 1e-3f);
    assertEquals(0, search.sum(), 1e-5);
  }

  @Test
  void aLongNarrowValleyIsWalkedToItsEnd() {
    // Rosenbrock's: gradient descent needs thousands of steps.
    LevenbergMarquardt search =
        of(
            points ->
                Arrays.stream(points)
                    .map(p -> new float[] {10 * (p[1] - p[0] * p[0]), 1 - p[0]})
                    .toArray(float[][]::new),
            -1.2f,
            1);
    double last = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 30 && !search.over(); i++) {
      search.step();
      assertTrue(search.sum() <= last);
      last = search.sum();
    }
    assertArrayEquals(new float[] {1, 1}, search.point(), 2e-3f);
  }

  @Test
  void itStaysWhereNothingGoesDown() {
    LevenbergMarquardt search =
        of(
            points ->
                Arrays.stream(points)
                    .map(p -> new float[] {Math.abs(p[0]) > 0.1 ? Float.NaN : 1 + p[0]})
                    .toArray(float[][]::new),
            0);
    search.step();
    assertTrue(search.sum() <= 1);
    assertTrue(Math.abs(search.point()[0]) <= 0.1);
    LevenbergMarquardt flat =
        of(points -> Arrays.stream(points).map(p -> new float[] {1}).toArray(float[][]::new), 3, 4);
    assertFalse(flat.over());
    flat.step();
    assertTrue(flat.over());
    assertArrayEquals(new float[] {3, 4}, flat.point());
  }
}

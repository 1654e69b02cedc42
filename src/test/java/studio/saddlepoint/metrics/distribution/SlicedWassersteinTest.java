package studio.saddlepoint.metrics.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.feature.NormalRows;
import studio.saddlepoint.torch.TorchEngine;

class SlicedWassersteinTest {
  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  @Test
  void movesAShiftedSetByItsShift() {
    float[] rows = NormalRows.of(200, 1, 1, 0, 1);
    float[] shifted = rows.clone();
    for (int i = 0; i < shifted.length; i++) {
      shifted[i] = rows[rows.length - 1 - i] + 2;
    }
    for (double p : new double[] {1, 2}) {
      assertEquals(
          2,
          SlicedWasserstein.distance(
              new Features(200, 1, rows),
              new Features(200, 1, shifted),
              SlicedWasserstein.directions(3, 1, 1),
              p,
              Progress.NONE),
          1e-6);
    }
    for (double[] each : SlicedWasserstein.directions(5, 40, 2)) {
      assertEquals(1, Arrays.stream(each).map(x -> x * x).sum(), 1e-12);
    }
  }
}

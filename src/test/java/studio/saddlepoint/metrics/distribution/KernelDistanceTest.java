package studio.saddlepoint.metrics.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.feature.NormalRows;
import studio.saddlepoint.torch.TorchEngine;

class KernelDistanceTest {
  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  @Test
  void drawsKidSubsetsThatDiffer() {
    Features real = new Features(120, 4, NormalRows.of(120, 4, 1, 0, 1));
    Features fake = new Features(100, 4, NormalRows.of(100, 4, 2, 0, 1));
    assertEquals(50, KernelDistance.subsetSize(120, 100));
    assertEquals(1000, KernelDistance.subsetSize(50_000, 10_000));
    KernelDistance kid = KernelDistance.of(real, fake, 1, Progress.NONE);
    assertTrue(kid.deviation() > 0);
    assertEquals(KernelDistance.ofWholeSets(real, fake, 3, 1), kid.mean(), kid.deviation());
    assertEquals(kid, KernelDistance.of(real, fake, 1, Progress.NONE));
  }
}

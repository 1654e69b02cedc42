package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.SheetCodes;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.step.StepRandom;

/** Sheets of runs of earlier versions came from the step -1. */
class SheetCodesTest {
  @Test
  void areThoseThatSheetsWereAlwaysDrawnFrom() {
    TorchEngine.start(Progress.NONE);
    for (long seed : new long[] {0, 1, 42, -7, Long.MAX_VALUE}) {
      try (NDManager manager = NDManager.newBaseManager()) {
        float[] drawn = new StepRandom(seed, -1).normal(manager, new Shape(64, 32)).toFloatArray();
        assertArrayEquals(drawn, SheetCodes.first(seed, 64, 32));
        for (int i : new int[] {0, 1, 63}) {
          assertArrayEquals(
              Arrays.copyOfRange(drawn, 32 * i, 32 * i + 32),
              new LatentPoint.Sheet(seed, i).code(32, Double.POSITIVE_INFINITY));
        }
      }
    }
  }

  @Test
  void truncationChangesOnlyWhatIsBeyondIt() {
    float[] free = SheetCodes.code(1, 5, 100, Double.POSITIVE_INFINITY);
    float[] held = SheetCodes.code(1, 5, 100, 0.7);
    int changed = 0;
    for (int i = 0; i < free.length; i++) {
      boolean beyond = Math.abs(free[i]) > 0.7;
      changed += beyond ? 1 : 0;
      assertEquals(!beyond, free[i] == held[i]);
      assertTrue(Math.abs(held[i]) <= 0.7);
    }
    assertTrue(changed > 20, changed + " of 100");
  }
}

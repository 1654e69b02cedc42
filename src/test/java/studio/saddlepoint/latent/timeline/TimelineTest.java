package studio.saddlepoint.latent.timeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.CodeDrawing;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.LayerNoise;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.latent.grid.GridCell;
import studio.saddlepoint.latent.grid.GridPictures;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.torch.TorchEngine;

class TimelineTest {
  private static final LatentPoint ONE = new LatentPoint.Seed(1);

  @TempDir Path folder;

  @Test
  void theSameCodeIsDrawnByAllWeightsThatAreKept() {
    TorchEngine.start(Progress.NONE);
    Checkpoint some = TinyGenerator.checkpoint(List.of(), 1);
    RunFolder run = RunFolder.create(folder, some.recipe());
    for (long step : new long[] {0, 500, 1000}) {
      Checkpoint fresh = TinyGenerator.checkpoint(List.of(), 1);
      run.saveCheckpoint(
          new Checkpoint(step, step, fresh.recipe(), fresh.tensors(), fresh.state()));
    }
    try (Timeline timeline = new Timeline(run, true)) {
      assertEquals(List.of(0L, 500L, 1000L), timeline.steps());
      GridPictures strip = timeline.strip(GridCell.of(ONE, 0), 3, LayerNoise.FIXED, Progress.NONE);
      assertEquals("step 500", strip.request().cells().get(1).caption());
      for (int i = 0; i < 3; i++) {
        try (Snapshot snapshot = Snapshot.load(run, run.checkpoints().get(i), true)) {
          assertArrayEquals(
              CodeDrawing.draw(snapshot, List.of(ONE), new int[1], Double.POSITIVE_INFINITY)
                  .get(0)
                  .argb(),
              strip.pictures().get(i).argb());
        }
      }
    }
  }

  @Test
  void ofManyWeightsSomeAreTakenEvenlyWithTheFirstAndTheLast() {
    List<Integer> all = IntStream.range(0, 100).boxed().toList();
    List<Integer> some = Timeline.evenly(all, 5);
    assertEquals(List.of(0, 25, 50, 74, 99), some);
    assertEquals(all, Timeline.evenly(all, 100));
  }

  private static Picture grey(int value) {
    int[] argb = new int[4];
    Arrays.fill(argb, 0xff000000 | value * 0x010101);
    return new Picture(2, 2, argb);
  }

  @Test
  void itIsToldWhenAPictureWasNearerToTheLast() {
    double[] distances =
        Change.toLast(List.of(grey(0), grey(60), grey(180), grey(110), grey(200), grey(255)));
    assertEquals(1, distances[0], 1e-9);
    assertEquals(0, distances[5], 1e-9);
    assertEquals(145 / 255.0, distances[3], 1e-9);
    assertEquals(OptionalInt.of(4), Change.settled(distances));
    assertEquals(OptionalInt.empty(), Change.settled(new double[] {0, 0}));
    assertTrue(Double.isNaN(Change.toLast(Arrays.asList(null, grey(1)))[0]));
  }
}

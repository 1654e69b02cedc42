package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.run.curve.CurveStore;
import studio.saddlepoint.run.curve.KeptCurves;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.EventLog;
import studio.saddlepoint.run.event.ScoreSettings;

class RunHistoryTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  private static Event scalars(long step) {
    return new Event.Scalars(NOW, step, Map.of("loss.generator", 1.0 * step));
  }

  private static Event sheet(long step) {
    return new Event.Sheet(NOW, step, "samples/" + step + ".png", 8, 8, true);
  }

  @Test
  void collectsSeriesSheetsMarksAndScores() {
    RunHistory history = new RunHistory();
    history.add(
        List.of(
            new Event.Begun(NOW, 0, "cpu", false),
            scalars(1),
            sheet(1),
            new Event.Changed(NOW, 1, "method.instanceNoise", "0", "0.1"),
            new Event.Scored(
                NOW, 1, "raw", Map.of("fid", 12.5), "FID (pixels)", ScoreSettings.NONE)));
    assertEquals(1, history.lastStep());
    assertEquals("cpu", history.device());
    assertEquals(1, history.sheets().size());
    assertEquals("0.1", history.marks().get(0).after());
    assertEquals(12.5, history.series("score.fid").orElseThrow().last());
    assertEquals(1, history.versionProperty().get());
  }

  @Test
  void stepsThatAreDoneAgainReplaceThoseThatWereLost() {
    RunHistory history = new RunHistory();
    history.add(List.of(scalars(1), scalars(2), sheet(2), scalars(3)));
    history.add(List.of(new Event.Begun(NOW, 1, "cpu", true), scalars(2)));
    assertEquals(2, history.lastStep());
    assertTrue(history.sheets().isEmpty());
    assertEquals(2, history.series("loss.generator").orElseThrow().points().size());
  }

  @Test
  void manySheetsAreThinnedOutNotForgotten() {
    RunHistory history = new RunHistory();
    for (int step = 1; step <= 50_000; step++) {
      history.add(List.of(sheet(step)));
    }
    assertTrue(history.sheets().size() <= 20_000);
    assertEquals(1, history.sheets().get(0).step());
    assertEquals(50_000, history.sheets().get(history.sheets().size() - 1).step());
  }

  @Test
  void whatWasKeptAndWhatFollowsAreTheWhole(@TempDir Path folder) throws IOException {
    EventLog log = new EventLog(folder);
    List<Event> first =
        List.of(
            new Event.Begun(NOW, 0, "cpu", false),
            scalars(1),
            scalars(2),
            sheet(2),
            new Event.Checkpointed(NOW, 2, "step-2"),
            new Event.Scored(NOW, 2, "raw", Map.of("fid", 12.5), "FID", ScoreSettings.NONE),
            scalars(3));
    first.forEach(log::append);
    KeptCurves kept = new CurveStore(folder, log, folder.resolve("caches")).refresh(Progress.NONE);
    List<Event> later = List.of(new Event.Begun(NOW, 2, "gpu0", true), scalars(3), scalars(4));
    RunHistory whole = new RunHistory();
    whole.add(first);
    whole.add(later);
    RunHistory restored = new RunHistory();
    restored.restore(kept);
    restored.add(later);
    assertEquals(whole.lastStep(), restored.lastStep());
    assertEquals(whole.sheets(), restored.sheets());
    assertEquals(whole.scores(), restored.scores());
    assertEquals(whole.checkpoints(), restored.checkpoints());
    assertEquals(whole.device(), restored.device());
    assertEquals(whole.keys(), restored.keys());
    for (String key : whole.keys()) {
      assertArrayEquals(
          whole.series(key).orElseThrow().points().means(),
          restored.series(key).orElseThrow().points().means());
    }
  }
}

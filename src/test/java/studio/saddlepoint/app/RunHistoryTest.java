package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.run.event.Event;
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
}

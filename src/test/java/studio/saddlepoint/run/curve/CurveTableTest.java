package studio.saddlepoint.run.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.EventLog;
import studio.saddlepoint.run.event.ScoreSettings;

class CurveTableTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  @TempDir Path folder;

  private EventLog log() {
    EventLog log = new EventLog(folder);
    log.append(new Event.Begun(NOW, 0, "cpu", false));
    for (int step = 1; step <= 4; step++) {
      log.append(new Event.Scalars(NOW, step, Map.of("a", step + 0.5)));
    }
    log.append(new Event.Scored(NOW, 2, "raw", Map.of("fid", 9.0), "FID", ScoreSettings.NONE));
    log.append(new Event.Begun(NOW, 2, "cpu", true));
    log.append(new Event.Scalars(NOW, 3, Map.of("a", Double.NaN, "b,\"c\"", 1e-9)));
    return log;
  }

  @Test
  void hasARowForEachStepThatHoldsAndOneForEachScore() throws Exception {
    Path file = folder.resolve("curves.csv");
    LinkedHashSet<String> keys = new LinkedHashSet<>(List.of("a", "score.fid", "b,\"c\""));
    assertEquals(4, CurveTable.write(log(), keys, file, Progress.NONE));
    assertEquals(
        List.of(
            "step,time,a,score.fid,\"b,\"\"c\"\"\"",
            "1,2026-11-01T12:00:00Z,1.5,,",
            "2,2026-11-01T12:00:00Z,2.5,,",
            "2,2026-11-01T12:00:00Z,,9.0,",
            "3,2026-11-01T12:00:00Z,NaN,,1.0E-9"),
        Files.readAllLines(file));
  }

  @Test
  void stepsWithoutAnyOfThemHaveNoRow() throws Exception {
    Path file = folder.resolve("curves.csv");
    assertEquals(
        1, CurveTable.write(log(), new LinkedHashSet<>(List.of("score.fid")), file, Progress.NONE));
  }

  @Test
  void whereItCannotBeWrittenItSaysSo() {
    Path file = folder.resolve("missing").resolve("curves.csv");
    EventLog log = log();
    StudioException e =
        assertThrows(
            StudioException.class,
            () -> CurveTable.write(log, new LinkedHashSet<>(List.of("a")), file, Progress.NONE));
    assertTrue(e.getMessage().contains("curves.csv cannot be written"), e.getMessage());
    assertFalse(Files.exists(file));
  }
}

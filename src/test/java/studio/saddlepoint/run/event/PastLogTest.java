package studio.saddlepoint.run.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;

class PastLogTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  @TempDir private Path from;
  @TempDir private Path to;
  private EventLog log;

  @BeforeEach
  void begin() {
    log = new EventLog(from);
    log.append(new Event.Begun(NOW, 0, "cpu", false));
  }

  private void steps(long first, long last, double loss) {
    for (long step = first; step <= last; step++) {
      log.append(new Event.Scalars(NOW, step, Map.of("loss", loss)));
    }
  }

  private PastLog.Copied copy(long step) throws IOException {
    return PastLog.copy(from, to, step, event -> true, Progress.NONE);
  }

  /** What a log would hold at a step that had ended there. */
  private List<Event> expected(long step) {
    return log.read().stream().filter(each -> each.step() <= step).toList();
  }

  @Test
  void holdsWhatSettledHoldsUpToTheStep() throws IOException {
    steps(1, 9, 1);
    log.append(new Event.Changed(NOW, 3, "a", "1", "2"));
    log.append(new Event.Found(NOW, 8, "nan", "error", "", "", "", ""));
    log.append(new Event.Begun(NOW, 5, "cpu", true));
    steps(6, 7, 2);
    log.append(new Event.Begun(NOW, 2, "cpu", true));
    log.append(new Event.Changed(NOW, 2, "b", "1", "2", Author.DOCTOR));
    steps(3, 9, 3);
    log.append(new Event.Checkpointed(NOW, 9, "step-9"));
    for (long step : new long[] {0, 2, 4, 6, 9, 99}) {
      PastLog.Copied copied = copy(step);
      assertEquals(expected(step), new EventLog(to).read(), "step " + step);
      assertEquals(expected(step).size(), copied.lines());
      assertEquals(step == 9, copied.checkpointed());
      assertEquals(
          step >= 2 ? List.of("b") : List.of(),
          copied.changes().stream().map(Event.Changed::key).toList());
    }
  }

  @Test
  void leavesOutDamagedLinesAndWhatIsNotWanted() throws IOException {
    steps(1, 2, 1);
    Files.writeString(
        from.resolve("events.jsonl"),
        "{\"type\":\"scalars\",\"time\":\"2026-11-01T12:00:00Z\",\"step\":2,\"val\n\nnothing\n",
        StandardOpenOption.APPEND);
    log.append(new Event.Paused(NOW, 2));
    PastLog.Copied copied =
        PastLog.copy(from, to, 2, event -> !(event instanceof Event.Paused), Progress.NONE);
    assertEquals(3, copied.lines());
    assertEquals(3, Files.readAllLines(to.resolve("events.jsonl")).size());
  }

  @Test
  void endsWhereItIsCancelled() {
    Progress cancelled =
        new Progress() {
          @Override
          public void report(String stage, double fraction) {
            throw new AssertionError("not told any more");
          }

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    Assertions.assertThrows(
        CancellationException.class, () -> PastLog.copy(from, to, 2, event -> true, cancelled));
    assertTrue(Files.exists(from.resolve("events.jsonl")));
  }

  @Test
  void linesOfEarlierVersionsAreChangesByAPerson() throws IOException {
    Files.writeString(
        from.resolve("events.jsonl"),
        "{\"type\":\"changed\",\"time\":\"2026-11-01T12:00:00Z\",\"step\":4,\"key\":\"k\",\"before\":\"1\",\"after\":\"2\"}\n"
            + "{\"type\":\"changed\",\"time\":\"2026-11-01T12:00:00Z\",\"step\":5,\"key\":\"k\",\"before\":\"2\",\"after\":\"3\",\"author\":\"oracle\"}\n",
        StandardOpenOption.APPEND);
    log.append(new Event.Changed(NOW, 6, "k", "3", "4", Author.COMMAND));
    assertEquals(
        List.of(
            new Event.Changed(NOW, 4, "k", "1", "2", Author.PERSON),
            new Event.Changed(NOW, 5, "k", "2", "3", Author.PROGRAM),
            new Event.Changed(NOW, 6, "k", "3", "4", Author.COMMAND)),
        log.read().subList(1, 4));
  }
}

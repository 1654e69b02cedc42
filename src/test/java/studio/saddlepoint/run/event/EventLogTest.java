package studio.saddlepoint.run.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.StudioException;

class EventLogTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00.123456789Z");

  @TempDir private Path temp;
  private Path folder;
  private Path file;
  private EventLog log;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temp.resolve("run"));
    file = folder.resolve("events.jsonl");
    log = new EventLog(folder);
  }

  private static Event scalars(long step, double loss) {
    return new Event.Scalars(NOW, step, Map.of("loss.generator", loss));
  }

  private static Event begun(long step) {
    return new Event.Begun(NOW, step, "cpu", step > 0);
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Test
  void everyKindOfEventComesBackUnchanged() {
    Map<String, Double> odd = new LinkedHashMap<>();
    odd.put("z.nan", Double.NaN);
    odd.put("a.infinite", Double.POSITIVE_INFINITY);
    odd.put("m.minus", Double.NEGATIVE_INFINITY);
    odd.put("tiny", Double.MIN_VALUE);
    odd.put("third", 1.0 / 3);
    List<Event> told =
        List.of(
            new Event.Begun(NOW, 0, "gpu0", false),
            new Event.Scalars(NOW, 1, odd),
            new Event.Sheet(NOW, 1, "samples/step-1.png", 8, 4, true, 8),
            new Event.Changed(NOW, 2, "method.criticSteps", "1", "5"),
            new Event.Grown(NOW, 2, 16, true),
            new Event.Checkpointed(NOW, 2, "checkpoints/step-2.safetensors"),
            new Event.Scored(
                NOW,
                2,
                "averaged",
                Map.of("fid", 12.3),
                "FID (<pixels>, 64)",
                new ScoreSettings(Map.of("fake_count", 64L))),
            new Event.Found(NOW, 3, "nan", "error", "a \"b\"\n\\", "\u00e9\u2028", "", "x"),
            new Event.Found(
                NOW,
                3,
                "mode-collapse",
                "warning",
                "a",
                "b",
                "c",
                "d",
                List.of(
                    new Remedy("Halve it.", Map.of("method.vae.klWeight", "0.5")),
                    new Remedy("Wait \"a\" while.", Map.of())),
                "findings/step-3.png",
                true),
            new Event.Probed(NOW, 3, odd),
            new Event.Paused(NOW, 3),
            new Event.Resumed(NOW, 3),
            new Event.Ended(NOW, Long.MAX_VALUE, "done"));
    told.forEach(log::append);
    assertEquals(told, log.read());
    assertEquals(told, log.follow().poll());
    assertEquals(0, log.damagedLines());
    assertEquals(
        new ArrayList<>(odd.keySet()),
        new ArrayList<>(((Event.Scalars) log.read().get(1)).values().keySet()));
    assertEquals(
        Event.class.getPermittedSubclasses().length,
        told.stream().map(Object::getClass).distinct().count());
  }

  @Test
  void aLineSaysItsTypeFirst() throws IOException {
    log.append(new Event.Paused(Instant.parse("2026-11-01T12:00:00Z"), 12));
    assertEquals(
        "{\"type\":\"paused\",\"time\":\"2026-11-01T12:00:00Z\",\"step\":12}\n",
        Files.readString(file));
  }

  @Test
  void sheetsOfEarlierVersionsTellOfNoClasses() throws IOException {
    write(
        "{\"type\":\"sheet\",\"time\":\"2026-11-01T12:00:00Z\",\"step\":5,\"file\":\"f\","
            + "\"columns\":8,\"rows\":8,\"averaged\":true}\n");
    Event.Sheet sheet = (Event.Sheet) log.read().get(0);
    assertEquals(0, sheet.classes());
    assertEquals(List.of(sheet), log.follow().poll());
  }

  @Test
  void aTornLastLineIsLeftOutAndTheNextEventBeginsANewOne() throws IOException {
    log.append(scalars(1, 1));
    write("{\"type\":\"scalars\",\"time\":\"2026-11-");
    assertEquals(List.of(scalars(1, 1)), log.read());
    assertEquals(0, log.damagedLines());

    EventLog reopened = new EventLog(folder);
    reopened.append(scalars(2, 2));
    assertEquals(List.of(scalars(1, 1), scalars(2, 2)), reopened.read());
    assertEquals(1, reopened.damagedLines());
  }

  @Test
  void aLineTornInsideALetterOfTwoBytesIsNoHarm() throws IOException {
    log.append(scalars(1, 1));
    byte[] line = "{\"type\":\"ended\",\"reason\":\"\u00e9".getBytes(StandardCharsets.UTF_8);
    Files.write(file, java.util.Arrays.copyOf(line, line.length - 1), StandardOpenOption.APPEND);
    new EventLog(folder).append(scalars(2, 2));
    assertEquals(List.of(scalars(1, 1), scalars(2, 2)), log.read());
  }

  @Test
  void damagedAndUnknownLinesAreSkippedAndCounted() throws IOException {
    log.append(scalars(1, 1));
    write("\0\0\0\0\n");
    write("[]\n42\n{}\nnull\n");
    write("{\"type\":\"from-the-future\",\"time\":\"2026-11-01T12:00:00Z\",\"step\":1}\n");
    write("{\"type\":\"paused\",\"time\":\"yesterday\",\"step\":1}\n");
    write("{\"type\":\"paused\",\"time\":\"2026-11-01T12:00:00Z\",\"step\":\"one\"}\n");
    write("{\"type\":\"scalars\",\"time\":\"2026-11-01T12:00:00Z\",\"step\":1}\n");
    write("[".repeat(100_000) + "\n");
    log.append(scalars(2, 2));
    assertEquals(List.of(scalars(1, 1), scalars(2, 2)), log.read());
    assertEquals(10, log.damagedLines());
    Follower follower = log.follow();
    assertEquals(List.of(scalars(1, 1), scalars(2, 2)), follower.poll());
    assertEquals(10, follower.passedOver());
  }

  @Test
  void stepsLostByAKillAreLeftOut() {
    Event found = new Event.Found(NOW, 8, "k", "warning", "a", "b", "c", "d");
    Event scored = new Event.Scored(NOW, 5, "raw", Map.of("fid", 1.0), "how", ScoreSettings.NONE);
    List.of(
            begun(0),
            scalars(5, 5),
            scored,
            scalars(6, 6),
            new Event.Changed(NOW, 6, "k", "1", "2"),
            new Event.Sheet(NOW, 7, "f", 1, 1, false),
            new Event.Checkpointed(NOW, 7, "f"),
            new Event.Scored(NOW, 7, "", Map.of(), "how", ScoreSettings.NONE),
            found,
            begun(5),
            scalars(6, 60),
            begun(6),
            scalars(7, 70))
        .forEach(log::append);
    assertEquals(
        List.of(
            begun(0),
            scalars(5, 5),
            scored,
            found,
            begun(5),
            scalars(6, 60),
            begun(6),
            scalars(7, 70)),
        log.read());
  }

  @Test
  void tellsWhatCameSinceAStepWasMadeLast() {
    Event first = new Event.Checkpointed(NOW, 0, "a");
    Event begun = new Event.Begun(NOW, 0, "cpu", false);
    List.of(begun, first, scalars(1, 1), scalars(2, 2)).forEach(log::append);
    assertEquals(List.of(begun, first, scalars(1, 1), scalars(2, 2)), log.since(0));
    Event again = new Event.Begun(NOW, 1, "cpu", true);
    Event sheet = new Event.Sheet(NOW, 2, "b", 1, 1, false);
    List.of(again, scalars(2, 20), sheet).forEach(log::append);
    assertEquals(List.of(scalars(2, 20), sheet), log.since(2));
    assertEquals(List.of(scalars(1, 1), scalars(2, 2), again, scalars(2, 20), sheet), log.since(1));
    assertEquals(7, log.since(9).size());
    for (int i = 3; i < 3000; i++) {
      log.append(scalars(i, i));
    }
    assertEquals(List.of(scalars(2999, 2999)), log.since(2999));
    assertEquals(2997 + 2, log.since(2).size());
  }

  @Test
  void aFollowerGivesWhatIsNewAndWaitsForWholeLines() throws IOException {
    Follower follower = log.follow();
    assertTrue(follower.poll().isEmpty());
    new EventLog(folder).append(scalars(1, 1));
    assertEquals(List.of(scalars(1, 1)), follower.poll());
    assertTrue(follower.poll().isEmpty());

    String line = EventJson.write(scalars(2, 2)) + "\n";
    write(line.substring(0, 30));
    assertTrue(follower.poll().isEmpty());
    write(line.substring(30));
    assertEquals(List.of(scalars(2, 2)), follower.poll());

    Files.writeString(file, EventJson.write(begun(0)) + "\n");
    assertEquals(List.of(begun(0)), follower.poll());
  }

  @Test
  void aMissingLogIsEmptyAndAMissingFolderIsRefusedByName() throws IOException {
    assertTrue(log.read().isEmpty());
    Follower follower = log.follow();
    log.append(begun(0));
    Files.delete(file);
    Files.delete(folder);
    for (StudioException refused :
        List.of(
            assertThrows(StudioException.class, () -> log.append(begun(0))),
            assertThrows(StudioException.class, log::read),
            assertThrows(StudioException.class, follower::poll))) {
      assertTrue(refused.getMessage().contains(folder.toString()), refused.getMessage());
      assertTrue(refused.getMessage().contains("gone"), refused.getMessage());
    }
    assertFalse(Files.exists(folder));
  }

  @Test
  void threadsAppendWholeLines() {
    List<CompletableFuture<Void>> threads = new ArrayList<>();
    for (int thread = 0; thread < 4; thread++) {
      int first = thread * 250;
      threads.add(
          CompletableFuture.runAsync(
              () -> {
                for (int i = first; i < first + 250; i++) {
                  log.append(scalars(i, i));
                }
              }));
    }
    threads.forEach(CompletableFuture::join);
    assertEquals(1000, log.read().stream().map(Event::step).distinct().count());
    assertEquals(0, log.damagedLines());
  }

  /** As version 0.9 wrote it. */
  @Test
  void findingsOfEarlierVersionsHaveNoRemediesAndDoNotEnd() throws IOException {
    write(
        "{\"type\":\"found\",\"time\":\"2026-11-01T12:00:00Z\",\"step\":7,\"kind\":\"diverged\",\"severity\":\"error\",\"what\":\"w\",\"evidence\":\"e\",\"why\":\"y\",\"advice\":\"a\"}\n");
    assertEquals(
        List.of(
            new Event.Found(
                Instant.parse("2026-11-01T12:00:00Z"), 7, "diverged", "error", "w", "e", "y", "a")),
        log.read());
  }

  @Test
  void findsSomeKindsAmongManyOthers() {
    log.append(begun(0));
    for (long step = 1; step <= 50; step++) {
      log.append(scalars(step, step));
    }
    Event probed = new Event.Probed(NOW, 20, Map.of("probe.distance", 0.1));
    Event lost = new Event.Probed(NOW, 50, Map.of("probe.distance", 0.1));
    Event found = new Event.Found(NOW, 20, "a", "info", "", "", "", "");
    log.append(probed);
    log.append(found);
    log.append(lost);
    log.append(begun(30));
    assertEquals(
        List.of(begun(0), probed, found, begun(30)),
        log.only(Set.of(Event.Found.class, Event.Probed.class)));
    assertEquals(List.of(begun(0), found, begun(30)), log.only(Set.of(Event.Found.class)));
  }
}

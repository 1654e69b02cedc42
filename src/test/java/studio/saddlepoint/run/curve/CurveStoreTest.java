package studio.saddlepoint.run.curve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.EventJson;
import studio.saddlepoint.run.event.EventLog;
import studio.saddlepoint.run.event.ScoreSettings;

/** The curves that are kept are those of a reader that knows nothing but the whole log. */
class CurveStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  @TempDir Path temporary;
  private final Random random = new Random(7);
  private final StringBuilder told = new StringBuilder();
  private Path run;
  private Path file;
  private Path caches;
  private EventLog log;
  private long step;
  private Instant now = NOW;

  @BeforeEach
  void begin() throws IOException {
    run = Files.createDirectory(temporary.resolve("run"));
    file = run.resolve(EventLog.NAME);
    caches = temporary.resolve("caches");
    log = new EventLog(run);
    tell(new Event.Begun(now, 0, "cpu", false));
  }

  private CurveStore store() {
    return new CurveStore(run, log, caches, 1);
  }

  private void tell(Event event) {
    told.append(EventJson.write(event)).append('\n');
  }

  private void steps(int count) {
    for (int i = 0; i < count; i++) {
      step++;
      now = now.plusMillis(random.nextInt(500));
      Map<String, Double> values = new LinkedHashMap<>();
      values.put("loss.generator", random.nextGaussian());
      values.put("loss.discriminator", random.nextInt(50) == 0 ? Double.NaN : random.nextDouble());
      if (step % 10 == 0) {
        values.put("update.generator", random.nextDouble());
      }
      tell(new Event.Scalars(now, step, values));
      if (step % 100 == 0) {
        tell(new Event.Sheet(now, step, "samples/" + step + ".png", 8, 8, true));
        tell(
            new Event.Scored(
                now, step, "raw", Map.of("fid", 1.0 * step), "FID", ScoreSettings.NONE));
      }
    }
  }

  private void resume(long from) {
    now = now.plusSeconds(3600);
    step = from;
    tell(new Event.Begun(now, from, "cpu", true));
  }

  private void write() throws IOException {
    Files.writeString(file, told, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    told.setLength(0);
  }

  /** What a reader finds that holds every event in memory. */
  private void compare(RunCurves curves) {
    Map<String, Map<Double, Double>> expected = new LinkedHashMap<>();
    for (Event event : log.read()) {
      if (event instanceof Event.Scalars scalars) {
        scalars.values().forEach((key, value) -> put(expected, key, event.step(), value));
      } else if (event instanceof Event.Scored scored) {
        scored.values().forEach((key, value) -> put(expected, "score." + key, event.step(), value));
      }
    }
    for (Map.Entry<String, Map<Double, Double>> each : expected.entrySet()) {
      Points points = curves.series(each.getKey()).orElseThrow().points();
      double[] steps = each.getValue().keySet().stream().mapToDouble(x -> x).toArray();
      double[] values = each.getValue().values().stream().mapToDouble(x -> x).toArray();
      assertArrayEquals(steps, points.steps(), each.getKey());
      assertArrayEquals(values, points.means(), 1e-15 * 10, each.getKey());
    }
    assertEquals(expected.size() + 1, curves.keys().size());
  }

  private static void put(
      Map<String, Map<Double, Double>> all, String key, long step, double value) {
    Map<Double, Double> of = all.computeIfAbsent(key, each -> new LinkedHashMap<>());
    if (Double.isFinite(value)) {
      of.put((double) step, value);
    }
  }

  private void everythingIsThere() {
    KeptCurves made = store().refresh(Progress.NONE);
    compare(made.curves());
    KeptCurves kept = store().load().orElseThrow();
    compare(kept.curves());
    assertEquals(made.index().events(), kept.index().events());
    assertEquals(made.index().parts, kept.index().parts);
    assertEquals(log.read().size(), settledCount(kept));
  }

  private long settledCount(KeptCurves kept) {
    long numbers = log.read().stream().filter(Event.Scalars.class::isInstance).count();
    return numbers + EventLog.settled(kept.index().events()).size();
  }

  @Test
  void whatIsKeptIsExtendedByWhatWasToldSince() throws IOException {
    for (int i = 0; i < 5; i++) {
      steps(300);
      write();
      everythingIsThere();
    }
    assertTrue(Files.exists(run.resolve(CurveStore.NAME)));
  }

  @Test
  void aResumedRunVoidsWhatItDoesAgain() throws IOException {
    steps(950);
    resume(500);
    steps(700);
    write();
    everythingIsThere();
    resume(1100);
    resume(900);
    steps(20);
    write();
    everythingIsThere();
  }

  @Test
  void timeTrainedLeavesOutWhatWasLostAndTheTimeBetween() throws IOException {
    tell(new Event.Scalars(NOW.plusSeconds(10), 1, Map.of("a", 1.0)));
    tell(new Event.Scalars(NOW.plusSeconds(20), 2, Map.of("a", 1.0)));
    tell(new Event.Scalars(NOW.plusSeconds(30), 3, Map.of("a", 1.0)));
    tell(new Event.Begun(NOW.plusSeconds(5000), 1, "cpu", true));
    tell(new Event.Scalars(NOW.plusSeconds(5007), 2, Map.of("a", 1.0)));
    tell(new Event.Paused(NOW.plusSeconds(5008), 2));
    tell(new Event.Resumed(NOW.plusSeconds(6000), 2));
    tell(new Event.Scalars(NOW.plusSeconds(6001), 3, Map.of("a", 1.0)));
    tell(new Event.Scalars(NOW.plusSeconds(5999), 4, Map.of("a", 1.0)));
    write();
    RunCurves curves = store().refresh(Progress.NONE).curves();
    assertArrayEquals(
        new double[] {10, 17, 18, 18},
        curves.series(RunCurves.TRAINED).orElseThrow().points().means());
  }

  @Test
  void timeThatTheProgramStoodStillIsNotTrainedNorIsThatOfAClockThatWasSet() throws IOException {
    tell(new Event.Begun(NOW, 0, "cpu", false));
    tell(new Event.Scalars(NOW.plusSeconds(10), 1, Map.of("a", 1.0)));
    tell(gap(NOW.plusSeconds(80), 1, Event.Found.STOOD_STILL));
    tell(new Event.Scalars(NOW.plusSeconds(81), 2, Map.of("a", 1.0)));
    tell(gap(NOW.plusSeconds(82 - 3600), 2, Event.Found.CLOCK_SET));
    tell(new Event.Scalars(NOW.plusSeconds(83 - 3600), 3, Map.of("a", 1.0)));
    tell(gap(NOW.plusSeconds(84 + 36_000), 3, Event.Found.CLOCK_SET));
    tell(new Event.Scalars(NOW.plusSeconds(86 + 36_000), 4, Map.of("a", 1.0)));
    tell(gap(NOW.plusSeconds(90 + 36_000), 4, "mode-collapse"));
    tell(new Event.Scalars(NOW.plusSeconds(96 + 36_000), 5, Map.of("a", 1.0)));
    write();
    assertArrayEquals(
        new double[] {10, 11, 12, 14, 24},
        store()
            .refresh(Progress.NONE)
            .curves()
            .series(RunCurves.TRAINED)
            .orElseThrow()
            .points()
            .means());
  }

  private static Event.Found gap(Instant time, long step, String kind) {
    return new Event.Found(time, step, kind, "info", "what", "", "", "");
  }

  @Test
  void linesThatTellNothingAreCountedAlsoThoseOfTheKeptPart() throws IOException {
    steps(200);
    int half = told.length() / 2;
    told.delete(half, told.indexOf("\n", half)); // cut in half in the middle
    told.append("{\"type\":\"scalars\",\"time\":\"2026-11-01T12\n");
    steps(200);
    write();
    assertEquals(2, store().refresh(Progress.NONE).index().passedOver());
    assertTrue(store().load().isPresent());
    told.append("x\n");
    steps(3);
    told.append("{\"type\":\"pau"); // is being written
    write();
    assertEquals(3, store().refresh(Progress.NONE).index().passedOver());
  }

  @Test
  void aTornLastLineIsReadWhenItIsWhole() throws IOException {
    steps(200);
    String whole = told.toString();
    told.setLength(whole.length() - 20);
    write();
    everythingIsThere();
    told.append(whole.substring(whole.length() - 20));
    steps(5);
    write();
    everythingIsThere();
  }

  @Test
  void aTornLineInTheMiddleIsPassedOver() throws IOException {
    steps(200);
    told.setLength(told.length() - 20);
    told.append('\n');
    resume(150);
    steps(100);
    write();
    everythingIsThere();
  }

  @Test
  void deletedItIsMadeAgain() throws IOException {
    steps(200);
    write();
    everythingIsThere();
    Files.delete(run.resolve(CurveStore.NAME));
    assertTrue(store().load().isEmpty());
    everythingIsThere();
  }

  @Test
  void anythingElseInItsPlaceIsNotUsed() throws IOException {
    steps(200);
    write();
    everythingIsThere();
    Path kept = run.resolve(CurveStore.NAME);
    byte[] good = Files.readAllBytes(kept);
    for (int i = 0; i < 40; i++) {
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(kept, bad);
      assertTrue(store().load().isEmpty(), "a flipped bit");
      Files.write(kept, java.util.Arrays.copyOf(good, random.nextInt(good.length)));
      assertTrue(store().load().isEmpty(), "cut off");
    }
    Files.writeString(kept, "garbage");
    everythingIsThere();
    Files.write(kept, "SPCURVE0garbage".getBytes(StandardCharsets.US_ASCII));
    everythingIsThere();
  }

  @Test
  void ofAnotherLogItIsNotUsed() throws IOException {
    steps(200);
    write();
    everythingIsThere();
    Files.delete(file);
    steps(400);
    write();
    assertTrue(store().load().isEmpty());
    everythingIsThere();
    Files.writeString(file, "");
    assertTrue(store().load().isEmpty());
  }

  @Test
  void whereTheRunFolderCannotBeWrittenItIsAmongTheCaches() throws IOException {
    steps(200);
    write();
    Files.createDirectories(run.resolve(CurveStore.NAME).resolve("in the way"));
    everythingIsThere();
    assertTrue(Files.isDirectory(caches.resolve("curves")));
  }

  @Test
  void aShortLogIsReadSoSoonThatNothingIsKept() throws IOException {
    steps(200);
    write();
    new CurveStore(run, log, caches).refresh(Progress.NONE);
    assertFalse(Files.exists(run.resolve(CurveStore.NAME)));
  }

  @Test
  void aWindowOfTheLogHasEveryStepThatHolds() throws IOException {
    steps(900);
    resume(500);
    steps(8000);
    write();
    LogWindow window = LogWindow.read(log, new LogIndex(), 450, 700, Progress.NONE).orElseThrow();
    Points points = window.points().get("loss.generator");
    assertEquals(251, points.size());
    List<Double> expected =
        log.read().stream()
            .filter(each -> each.step() >= 450 && each.step() <= 700)
            .filter(Event.Scalars.class::isInstance)
            .map(each -> ((Event.Scalars) each).values().get("loss.generator"))
            .toList();
    for (int i = 0; i < points.size(); i++) {
      assertEquals(450 + i, points.steps()[i]);
      assertEquals(expected.get(i), points.means()[i], 1e-14);
    }
    assertEquals(26, window.points().get("update.generator").size());
  }
}

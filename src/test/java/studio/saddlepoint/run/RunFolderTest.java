package studio.saddlepoint.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.SPARSE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static studio.saddlepoint.run.Fixtures.RECIPE;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.RecipeJson;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.EventJson;
import studio.saddlepoint.run.event.ScoreCard;
import studio.saddlepoint.run.event.ScoreSettings;
import studio.saddlepoint.run.list.RunList;
import studio.saddlepoint.run.list.RunSummary;

class RunFolderTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  @TempDir private Path root;

  private static Picture picture() {
    int[] argb = new int[12];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = 0xFF000000 | i * 0x123457;
    }
    return new Picture(4, 3, argb);
  }

  private static String refusal(Path folder) {
    return assertThrows(StudioException.class, () -> RunFolder.open(folder)).getMessage();
  }

  @Test
  void aNewRunOpensAgain() {
    RunFolder run = RunFolder.create(root.resolve("a/b"), RECIPE);
    assertTrue(run.id().matches("test-\\d{8}-\\d{6}"), run.id());
    RunFolder opened = RunFolder.open(run.path());
    assertEquals(RECIPE, opened.recipe());
    assertEquals(run.id(), opened.id());
    assertTrue(opened.events().read().isEmpty());
    assertTrue(opened.scores().isEmpty());
    assertTrue(opened.checkpoints().isEmpty());
    assertEquals(Optional.empty(), opened.best());
  }

  @Test
  void tellsWhatANewerVersionWroteIntoItsRecipe() throws IOException {
    RunFolder run = RunFolder.create(root, RECIPE);
    assertEquals(List.of(), run.unknown());
    Path file = run.path().resolve("recipe.json");
    String json = Files.readString(file);
    Files.writeString(file, json.replaceFirst("\"format\": *\\d+", "\"format\": 99, \"moon\": 1"));
    assertEquals(Set.of("format", "moon"), Set.copyOf(RunFolder.open(run.path()).unknown()));
  }

  @Test
  void runsOfTheSameSecondHaveTheirOwnFolders() {
    List<String> ids =
        List.of(
            RunFolder.create(root, RECIPE).id(),
            RunFolder.create(root, RECIPE).id(),
            RunFolder.create(root, RECIPE).id());
    assertEquals(3, ids.stream().distinct().count());
    assertTrue(ids.get(2).matches("test-\\d{8}-\\d{6}(-[23])?"), ids.get(2));
  }

  @Test
  void whatIsNotARunIsRefusedByName() throws IOException {
    Path folder = Files.createDirectory(root.resolve("photos"));
    assertTrue(refusal(folder).contains(folder + " is not a run"));
    assertTrue(refusal(root.resolve("none")).contains("none is not there"));
    Files.writeString(folder.resolve("recipe.json"), "{\"generator\":");
    assertTrue(refusal(folder).startsWith(folder.resolve("recipe.json") + ": not valid JSON"));
    Files.write(folder.resolve("recipe.json"), new byte[] {(byte) 0xff});
    assertTrue(refusal(folder).contains("recipe.json"));
  }

  @Test
  void aRunThatCannotBeMadeIsToldWithItsFolder() throws IOException {
    Path file = Files.createFile(root.resolve("file"));
    String said =
        assertThrows(StudioException.class, () -> RunFolder.create(file, RECIPE)).getMessage();
    assertTrue(said.contains(file.toString()), said);
  }

  @Test
  void aSheetComesBackPixelByPixel() {
    RunFolder run = RunFolder.create(root, RECIPE);
    String file = run.saveSheet(1500, new SheetPictures(picture()));
    assertEquals("samples/step-0000001500.png", file);
    Picture loaded = RunFolder.open(run.path()).loadSheet(file);
    assertEquals(4, loaded.width());
    assertArrayEquals(picture().argb(), loaded.argb());
  }

  private static SheetPictures with(SheetCompanion kind, int argb) {
    return new SheetPictures(picture(), Map.of(kind, new Picture(1, 1, new int[] {argb})));
  }

  @Test
  void whatBelongsBesideASheetComesBackWithIt() throws IOException {
    RunFolder run = RunFolder.create(root, RECIPE);
    for (SheetCompanion kind : SheetCompanion.values()) {
      String file = run.saveSheet(1500, with(kind, 0xFF0000FF));
      String name = "samples/step-0000001500-" + kind.name().toLowerCase(Locale.ROOT) + ".png";
      assertTrue(Files.isRegularFile(run.path().resolve(name)), name);
      SheetPictures loaded = RunFolder.open(run.path()).loadSheetPictures(file);
      assertArrayEquals(picture().argb(), loaded.samples().argb());
      assertEquals(Set.of(kind), loaded.companions().keySet());
      assertEquals(0xFF0000FF, loaded.companion(kind).orElseThrow().argb()[0]);
      assertEquals(Optional.of(run.path().resolve(file)), RunList.of(root).get(0).newestSheet());
      Files.write(run.path().resolve(name), new byte[] {1});
      assertTrue(
          assertThrows(StudioException.class, () -> run.loadSheetPictures(file))
              .getMessage()
              .contains(name));
    }
  }

  @Test
  void aSheetThatIsDrawnAgainLeavesNothingOfAnEarlierOneBesideIt() {
    RunFolder run = RunFolder.create(root, RECIPE);
    run.saveSheet(5, with(SheetCompanion.RAW, 0xFF0000FF));
    String later = run.saveSheet(10, with(SheetCompanion.RAW, 0xFF00FF00));
    String again = run.saveSheet(5, new SheetPictures(picture()));
    assertEquals(Map.of(), run.loadSheetPictures(again).companions());
    assertEquals(
        0xFF00FF00,
        run.loadSheetPictures(later).companion(SheetCompanion.RAW).orElseThrow().argb()[0]);
  }

  @Test
  void damagedMissingAndForeignSheetsAreRefusedByName() throws IOException {
    RunFolder run = RunFolder.create(root, RECIPE);
    Path file = run.path().resolve(run.saveSheet(1, new SheetPictures(picture())));
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 10, 40, whole.length / 2}) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertTrue(
          assertThrows(StudioException.class, () -> run.loadSheet("samples/step-0000000001.png"))
              .getMessage()
              .contains("step-0000000001.png"));
    }
    assertThrows(StudioException.class, () -> run.loadSheet("samples/none.png"));
    assertThrows(StudioException.class, () -> run.loadSheet("../other/x.png"));
  }

  @Test
  void scoresComeBackInOrder() {
    RunFolder run = RunFolder.create(root, RECIPE);
    ScoreCard first =
        new ScoreCard(
            NOW,
            5,
            "raw",
            "FID (pixels, 64)",
            new ScoreSettings(
                Map.of(
                    "extractor",
                    "pixels",
                    "fake_count",
                    64L,
                    "truncation",
                    1.0,
                    "real_whole",
                    true,
                    "metrics",
                    List.of("fid", "kid"))),
            Map.of("fid", Double.NaN, "a", 1.5));
    ScoreCard second = new ScoreCard(NOW, 9, "", "other", ScoreSettings.NONE, Map.of());
    run.saveScore(first);
    run.saveScore(second);
    assertEquals(List.of(first, second), RunFolder.open(run.path()).scores());
  }

  @Test
  void scoresOfEarlierVersionsAndDamagedSettingsStillOpen() throws IOException {
    RunFolder run = RunFolder.create(root, RECIPE);
    Files.writeString(
        run.path().resolve("scores.jsonl"),
        """
                {"time":"2026-11-01T12:00:00Z","step":3,"how":"FID (old)","values":{"fid":2.0}}
                {"time":"2026-11-01T12:00:00Z","step":4,"weights":"raw","how":"FID (new)","settings":"lost","values":{"fid":1.0}}
                {"time":"2026-11-01T12:00:00Z","step":5,"weights":"raw","how":"FID (new)","settings":{"seed":7,"later":{"a":1}},"values":{"fid":1.0}}
                """);
    List<ScoreCard> scores = run.scores();
    assertEquals(
        List.of(ScoreSettings.NONE, ScoreSettings.NONE, new ScoreSettings(Map.of("seed", 7L))),
        scores.stream().map(ScoreCard::settings).toList());
    assertEquals("FID (old)", scores.get(0).how());
  }

  @Test
  void openingCleansWhatAKilledProcessLeftUnlessSomebodyTrains() throws IOException {
    RunFolder run = RunFolder.create(root, RECIPE);
    Path torn = run.path().resolve("checkpoints/.step-0000000009.safetensors.tmp");
    Files.writeString(torn, "half");
    assertTrue(run.checkpoints().isEmpty());
    try (RunLock lock = run.lock()) {
      RunFolder.open(run.path());
      assertTrue(Files.exists(torn));
    }
    RunFolder.open(run.path());
    assertFalse(Files.exists(torn));
  }

  @Test
  void anInterruptedTrainingStillSavesAndReads() {
    RunFolder run = RunFolder.create(root, RECIPE);
    Thread.currentThread().interrupt();
    try (RunLock lock = run.lock()) {
      run.events().append(new Event.Paused(NOW, 1));
      run.saveCheckpoint(Fixtures.checkpoint(1));
      run.saveScore(new ScoreCard(NOW, 1, "raw", "how", ScoreSettings.NONE, Map.of()));
      String sheet = run.saveSheet(1, new SheetPictures(picture()));
      assertEquals(Fixtures.checkpoint(1), run.latestCheckpoint().orElseThrow());
      assertEquals(1, RunFolder.open(run.path()).events().read().size());
      assertEquals(1, run.scores().size());
      assertArrayEquals(picture().argb(), run.loadSheet(sheet).argb());
      assertEquals(1, RunList.of(root).get(0).lastStep());
    } finally {
      assertTrue(Thread.interrupted(), "the interrupt is still to be seen");
    }
  }

  @Test
  void theListHasTheLastChangedFirstAndSaysWhereEachRunIs() throws IOException {
    assertTrue(RunList.of(root.resolve("none")).isEmpty());
    RunFolder older = RunFolder.create(root, RECIPE);
    older.events().append(new Event.Begun(NOW, 0, "cpu", false));
    older.events().append(new Event.Paused(NOW, 40));
    RunFolder newer = RunFolder.create(root, RECIPE.with("title", "Second"));
    newer.events().append(new Event.Paused(NOW, 900));
    newer.events().append(new Event.Begun(NOW, 500, "cpu", true));
    String sheet = newer.saveSheet(501, new SheetPictures(picture()));
    newer.saveSheet(900, new SheetPictures(picture()));
    newer.events().append(new Event.Sheet(NOW, 501, sheet, 2, 2, false));
    Path damaged = Files.createDirectory(root.resolve("damaged"));
    Files.writeString(damaged.resolve("recipe.json"), "{\"seed\":\"one\"}");
    Files.createDirectory(root.resolve("not a run"));
    Files.createFile(root.resolve("a file"));
    setChanged(older.path().resolve("events.jsonl"), 1);
    setChanged(newer.path().resolve("events.jsonl"), 3);
    setChanged(damaged.resolve("recipe.json"), 2);

    List<RunSummary> runs;
    try (RunLock lock = older.lock()) {
      runs = RunList.of(root);
    }
    assertEquals(
        List.of(newer.path(), damaged, older.path()),
        runs.stream().map(RunSummary::folder).toList());
    assertEquals("Second", runs.get(0).title());
    assertEquals(501, runs.get(0).lastStep());
    assertEquals(Optional.of(newer.path().resolve(sheet)), runs.get(0).newestSheet());
    assertFalse(runs.get(0).locked());
    assertEquals("", runs.get(0).problem());
    assertEquals("damaged", runs.get(1).title());
    assertTrue(runs.get(1).problem().contains("seed is \"one\""), runs.get(1).problem());
    assertEquals(40, runs.get(2).lastStep());
    assertEquals(Optional.empty(), runs.get(2).newestSheet());
    assertTrue(runs.get(2).locked());
    assertEquals(NOW.plusSeconds(1), runs.get(2).lastChange());
  }

  @Test
  void showsNoSheetOfStepsThatATrainingWentBackFrom() {
    RunFolder run = RunFolder.create(root, RECIPE);
    String good = run.saveSheet(400, new SheetPictures(picture()));
    String bad = run.saveSheet(900, new SheetPictures(picture()));
    run.events().append(new Event.Sheet(NOW, 400, good, 2, 2, false));
    run.events().append(new Event.Sheet(NOW, 900, bad, 2, 2, false));
    assertEquals(Optional.of(run.path().resolve(bad)), RunList.of(root).get(0).newestSheet());
    run.events().append(new Event.Begun(NOW, 500, "cpu", true));
    assertEquals(Optional.of(run.path().resolve(good)), RunList.of(root).get(0).newestSheet());
    for (int i = 0; i < 100; i++) { // so many that the sheets are told further up than it looks
      run.events().append(new Event.Paused(NOW, 501));
    }
    assertEquals(Optional.of(run.path().resolve(good)), RunList.of(root).get(0).newestSheet());
  }

  @Test
  void listsTheStepsThatWereSetLast() {
    RunFolder run = RunFolder.create(root, RECIPE);
    long first = RECIPE.training().steps();
    assertEquals(first, RunList.of(root).get(0).steps());
    Checkpoint checkpoint = Fixtures.checkpoint(10, 4);
    run.saveCheckpoint(
        new Checkpoint(
            10,
            10,
            RECIPE.with("training.steps", 6000L),
            checkpoint.tensors(),
            checkpoint.state()));
    assertEquals(6000, RunList.of(root).get(0).steps(), "of the newest checkpoint");
    run.events().append(new Event.Changed(NOW, 10, "training.steps", "6000", "7000"));
    run.events().append(new Event.Changed(NOW, 10, "seed", "1", "2"));
    assertEquals(7000, RunList.of(root).get(0).steps(), "told since");
  }

  @Test
  void listsManyRunsQuickly() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int step = 1; step <= 2000; step++) {
      text.append(EventJson.write(new Event.Scalars(NOW, step, Map.of("loss", 0.5 * step))))
          .append('\n');
    }
    for (int i = 0; i < 200; i++) {
      Path run = Files.createDirectory(root.resolve("run-" + i));
      Files.writeString(run.resolve("recipe.json"), RecipeJson.write(RECIPE));
      Files.writeString(run.resolve("events.jsonl"), text);
    }
    // The memory that the work takes on its way: the same on every machine, however busy.
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    List<RunSummary> runs = RunList.of(root);
    long perRun = (threads.getCurrentThreadAllocatedBytes() - before) / 200;
    assertEquals(200, runs.size());
    assertTrue(runs.stream().allMatch(each -> each.lastStep() == 2000));
    assertTrue(perRun < 1_200_000, "bytes for a run: " + perRun);
  }

  @Test
  void listsARunWhoseLogIsLargerThanMemory() throws IOException {
    RunFolder run = RunFolder.create(root, RECIPE);
    Path log = run.path().resolve("events.jsonl");
    byte[] end = ("\n" + EventJson.write(new Event.Paused(NOW, 77)) + "\n").getBytes(UTF_8);
    try (FileChannel channel = FileChannel.open(log, CREATE_NEW, WRITE, SPARSE)) {
      channel.write(ByteBuffer.wrap(end), 8L << 30);
    }
    assertEquals(77, RunList.of(root).get(0).lastStep());
  }

  @Test
  void aRunOfALaterVersionOpensAndIsListed() throws IOException {
    RunFolder run = RunFolder.create(root, RECIPE);
    Path file = run.path().resolve("recipe.json");
    String later = "{\n  \"moonPhase\": {\"full\": true},";
    Files.writeString(file, Files.readString(file).replaceFirst("\\{", later));
    Files.writeString(run.path().resolve("best.json"), "{\"score\":null,\"file\":[1]}\n");
    Files.writeString(
        run.path().resolve("scores.jsonl"),
        "{\"time\":\"2026-11-01T12:00:00Z\",\"step\":3,\"how\":\"x\",\"moon\":1,"
            + "\"settings\":{\"moon\":{},\"list\":[1,null,{}]},\"values\":{\"fid\":2}}\n"
            + "{\"time\":\"2026-11-01T12:00:00Z\",\"step\":\"x\"}\n[]\n"
            + "{\"time\":\"2026-11-01T12:00:00Z\",\"step\":4,\"how\":\"y\","
            + "\"values\":{\"fid\":1,\"moon\":\"NaN\"}}\n");
    RunFolder opened = RunFolder.open(run.path());
    assertEquals(RECIPE, opened.recipe());
    assertEquals(List.of(3L, 4L), opened.scores().stream().map(ScoreCard::step).toList());
    assertTrue(opened.bestScore().isEmpty());
    assertEquals(Optional.empty(), opened.best());
    assertEquals("", RunList.of(root).get(0).problem());
  }

  private static void setChanged(Path file, int second) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(NOW.plusSeconds(second)));
  }

  @Test
  void runsOfSeveralFoldersAreListedTogetherNewestFirst() throws IOException {
    RunFolder first = RunFolder.create(root.resolve("new"), RECIPE);
    RunFolder second = RunFolder.create(root.resolve("old"), RECIPE);
    RunFolder third = RunFolder.create(root.resolve("new"), RECIPE);
    List<RunFolder> newestFirst = List.of(second, third, first);
    for (int i = 0; i < newestFirst.size(); i++) {
      Files.setLastModifiedTime(
          newestFirst.get(i).path().resolve("recipe.json"), FileTime.from(NOW.minusSeconds(i)));
    }
    List<RunSummary> listed =
        RunList.of(
            List.of(
                root.resolve("new"),
                root.resolve("old"),
                root.resolve("gone"),
                root.resolve("new")));
    assertEquals(
        newestFirst.stream().map(RunFolder::path).toList(),
        listed.stream().map(RunSummary::folder).toList());
  }
}

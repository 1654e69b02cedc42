package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;

/** Where an answer's files cannot be written: refused at once, or told beside the numbers. */
class UnwritableOutputTest {
  /** A folder of the system's own in which nobody can make a file, not even root. */
  private static final Path NOBODYS = Path.of("/proc");

  @TempDir private Path home;
  private Path real;
  private Path fake;

  @BeforeEach
  void pictures() throws Exception {
    real = TestPictures.folder(home.resolve("real"), 12);
    fake = TestPictures.folder(home.resolve("fake"), 12);
  }

  private String[] arguments(String option, Path file) {
    return new String[] {
      "evaluate",
      "--real",
      real.toString(),
      "--fake",
      fake.toString(),
      "--extractor",
      "pixels",
      "--metrics",
      "fid",
      "--no-intervals",
      option,
      file.toString(),
      "--json"
    };
  }

  @ParameterizedTest
  @CsvSource({"--image-scores, scores.csv", "--export-stats, stats.npz"})
  void isRefusedBeforeAnythingIsComputed(String option, String name) {
    Assumptions.assumeTrue(Files.isDirectory(NOBODYS), "This system has no /proc");
    Path file = NOBODYS.resolve(name);
    CommandLineRun run = CommandLineRun.of(home, arguments(option, file));
    assertEquals(Main.FAILED, run.code());
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains(file + " cannot be written ("), run.err());
  }

  @ParameterizedTest
  @CsvSource({"bench methods", "bench gaussians"})
  void isRefusedBeforeABenchmark(String command) {
    Assumptions.assumeTrue(Files.isDirectory(NOBODYS), "This system has no /proc");
    String[] words = command.split(" ");
    CommandLineRun run =
        CommandLineRun.of(home, words[0], words[1], "--out", NOBODYS + "/tables.md");
    assertEquals(Main.FAILED, run.code());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("/proc/tables.md cannot be written ("), run.err());
  }

  @Test
  void theTrialLeavesNothingBehind() throws IOException {
    Path there = home.resolve("there.csv");
    Files.writeString(there, "old");
    ImagePaths.writable(there, "--out");
    ImagePaths.writable(home.resolve("new.csv"), "--out");
    assertEquals("old", Files.readString(there));
    try (Stream<Path> files = Files.list(home)) {
      assertEquals(3, files.count(), "the two folders of pictures and the old file");
    }
  }

  @Test
  void aRunThatTakesNoScoreIsRefusedBeforeItIsMeasured() throws IOException {
    RunFolder run = RunFolder.create(home.resolve("runs"), Recipe.defaults());
    run.tryScores();
    assertFalse(Files.exists(run.path().resolve("scores.jsonl")), "the trial leaves nothing");
    Files.createDirectory(run.path().resolve("scores.jsonl"));
    CommandLineRun refused = CommandLineRun.of(home, "evaluate", run.path().toString());
    assertEquals(Main.FAILED, refused.code());
    assertTrue(
        refused.err().contains("scores.jsonl cannot be written (Is a directory). Check the"),
        refused.err());
    assertEquals(1, refused.err().lines().count(), refused.err());
  }

  @ParameterizedTest
  @CsvSource({"--image-scores, scores.csv", "--export-stats, stats.npz"})
  void whatFailsInTheEndIsToldBesideTheNumbers(String option, String name) throws IOException {
    Path file = Files.createDirectory(home.resolve("out")).resolve(name);
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    OutputStream takingTheFolderAway =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            err.write(b); // the first word of progress comes after the trial
            Files.deleteIfExists(file.getParent());
          }
        };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CommandOutput console =
        new CommandOutput(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(takingTheFolderAway, true, StandardCharsets.UTF_8),
            false);
    int code = Main.run(arguments(option, file), console, Home.at(home));
    CommandLineRun run =
        new CommandLineRun(
            code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    assertEquals(Main.FAILED, run.code());
    assertEquals(
        0, run.json().getAsJsonObject().getAsJsonObject("values").get("fid").getAsDouble(), 1e-6);
    assertTrue(run.err().contains(file.toString()), run.err());
    assertFalse(run.json().getAsJsonObject().has("statistics"));
  }

  @Test
  void oneFailureTakesNothingElseWithIt() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    CommandOutput console =
        new CommandOutput(
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    AfterAnswer after = new AfterAnswer(console);
    boolean[] written = {false};
    after.keep(
        () -> {
          throw new StudioException("a.csv cannot be written.");
        });
    after.keep(() -> written[0] = true);
    assertTrue(written[0]);
    assertEquals(Main.FAILED, after.code());
    assertEquals(
        "saddlepoint: a.csv cannot be written." + System.lineSeparator(),
        err.toString(StandardCharsets.UTF_8));
  }
}

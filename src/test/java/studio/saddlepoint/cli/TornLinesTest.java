package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.ScoreCard;
import studio.saddlepoint.run.event.ScoreSettings;

/** Files of lines that were cut in half, in their middle and at their end. */
class TornLinesTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  @TempDir private Path home;
  private RunFolder run;

  @BeforeEach
  void trainAndMeasure() {
    run = RunFolder.create(home.resolve("runs"), Recipe.defaults().with("name", "torn"));
    run.events().append(new Event.Begun(NOW, 0, "cpu", false));
    for (int step = 1; step <= 9; step++) {
      run.events().append(new Event.Scalars(NOW, step, Map.of("loss.generator", 1.0 * step)));
    }
    for (int i = 0; i < 3; i++) {
      run.saveScore(
          new ScoreCard(
              NOW.plusSeconds(i), 9, "raw", "FID", ScoreSettings.NONE, Map.of("fid", 1.0 + i)));
    }
  }

  private String said(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add(1, run.id());
    CommandLineRun done = CommandLineRun.of(home, all.toArray(String[]::new));
    assertEquals(Main.DONE, done.code(), done.err());
    return done.out() + done.err();
  }

  /** Leaves the first half of a line, then what follows. */
  private static void cut(Path file, int line, String then) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    String whole = lines.get(line);
    lines.set(line, whole.substring(0, whole.length() / 2));
    Files.write(file, lines);
    Files.writeString(file, then, StandardOpenOption.APPEND);
  }

  @Test
  void nothingIsSaidOfWholeFiles() {
    assertFalse(said("curves").contains("passed over"));
    assertFalse(said("scores").contains("passed over"));
    assertFalse(said("diagnose").contains("passed over"));
  }

  @Test
  void linesOfTheLogThatWereCutArePassedOverAndToldOf() throws IOException {
    cut(run.events().path(), 4, "{\"type\":\"scalars\",\"time\":\"2026");
    String curves = said("curves");
    assertTrue(curves.contains("1 line of " + run.events().path() + " was passed over"), curves);
    assertTrue(curves.contains("8 values, last 9"), curves);
    RunFolder again = RunFolder.open(run.path());
    again.events().append(new Event.Scalars(NOW, 10, Map.of("loss.generator", 10.0)));
    curves = said("curves");
    assertTrue(curves.contains("2 lines of " + run.events().path() + " were passed over"), curves);
    assertTrue(curves.contains("9 values, last 10"), curves);
    assertTrue(said("diagnose").contains("2 lines of the log were passed over"));
    assertTrue(CommandLineRun.of(home, "runs").out().contains("step 10 of"));
  }

  @Test
  void scoresThatWereCutArePassedOverAndToldOf() throws IOException {
    Path file = run.path().resolve("scores.jsonl");
    cut(file, 1, "{\"time");
    String scores = said("scores");
    assertTrue(scores.contains("1 line of " + file + " was passed over"), scores);
    assertEquals(2, run.scores().size());
    RunFolder.open(run.path()).saveScore(run.scores().get(0));
    assertEquals(3, run.scores().size());
    assertEquals(2, run.damagedScores());
  }
}

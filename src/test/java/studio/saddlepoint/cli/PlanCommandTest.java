package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asking what to train, as a person does. */
class PlanCommandTest {
  @TempDir Path home;

  private CommandLineRun plan(String... more) {
    return CommandLineRun.of(
        home, Stream.concat(Stream.of("plan"), Arrays.stream(more)).toArray(String[]::new));
  }

  private String pictures(int count) {
    return TestPictures.folder(home.resolve("my pictures"), count).toString();
  }

  private void assertRefused(String expected, String... options) {
    CommandLineRun run = plan(options);
    assertEquals(Main.BAD_USE, run.code(), run.err());
    assertTrue(run.err().contains(expected), run.err());
    assertEquals("", run.out());
  }

  @Test
  void itTellsTheChoiceWhyWhatToExpectCautionsAndTheCommand() {
    String folder = pictures(12);
    CommandLineRun run = plan(folder, "--minutes", "30", "--unmeasured");
    assertEquals(Main.DONE, run.code(), run.err());
    List<String> lines = run.out().lines().toList();
    assertEquals("Train WGAN-GP on my pictures", lines.get(0));
    assertTrue(lines.get(1).contains("hardly ever collapses"), run.out());
    assertTrue(run.out().contains("Caution: There are 12 pictures only"), run.out());
    assertTrue(run.out().contains("  helps: --set method.augment.cutout=true --set"), run.out());
    assertTrue(run.out().contains("Caution: There are no classes."), run.out());
    assertTrue(run.out().contains("saddlepoint train wgan-gp-strokes --data '"), run.out());
    assertTrue(run.out().contains("--minutes 30 --set training.batchSize=6"), run.out());
    assertTrue(run.out().contains("Next best: wgan-gp-wide, sngan-strokes"), run.out());
  }

  /** With settings that make it quick, which go before the candidate's own. */
  @Test
  void itMeasuresSomeStepsOnceAndItsCommandTrains() {
    String[] small = {
      pictures(12),
      "--minutes",
      "0.0001",
      "--set",
      "generator.width=4",
      "--set",
      "discriminator.width=4",
      "--set",
      "training.measureLayout=false",
      "--json"
    };
    CommandLineRun run = plan(small);
    assertEquals(Main.DONE, run.code(), run.err());
    assertTrue(run.err().contains("Measuring how fast"), run.err());
    JsonObject told = run.json().getAsJsonObject();
    assertEquals("wgan-gp-strokes", told.get("recipe").getAsString());
    assertEquals("grey", told.get("kind").getAsString());
    assertFalse(told.get("kindKnown").getAsBoolean());
    assertEquals(12, told.get("images").getAsInt());
    assertEquals("4", told.getAsJsonObject("settings").get("generator.width").getAsString());
    JsonObject budget = told.getAsJsonObject("budget");
    assertTrue(budget.get("steps").getAsLong() >= 1);
    assertTrue(budget.get("imagesPerSecond").getAsDouble() > 0);
    assertEquals("few-pictures", first(told, "cautions").get("topic").getAsString());
    assertTrue(told.getAsJsonObject("outlook").get("highFid").isJsonNull());
    CommandLineRun again = plan(small);
    assertFalse(again.err().contains("Measuring how fast"), again.err());
    assertEquals(run.out(), again.out());
    List<String> command =
        told.getAsJsonArray("command").asList().stream().map(each -> each.getAsString()).toList();
    assertEquals("saddlepoint", command.get(0));
    List<String> words = Stream.concat(command.stream().skip(1), Stream.of("--json")).toList();
    CommandLineRun trained = CommandLineRun.of(home, words.toArray(String[]::new));
    assertEquals(Main.DONE, trained.code(), trained.err());
    assertEquals(
        budget.get("steps").getAsLong(), trained.json().getAsJsonObject().get("step").getAsLong());
  }

  private static JsonObject first(JsonObject document, String key) {
    return document.getAsJsonArray(key).get(0).getAsJsonObject();
  }

  @Test
  void mirroredDigitsAreCautioned() {
    CommandLineRun run = plan("strokes", "--unmeasured", "--set", "data.mirror=true", "--json");
    JsonObject told = run.json().getAsJsonObject();
    assertEquals("mirrored-letters", first(told, "cautions").get("topic").getAsString());
    assertEquals("conditional-wgan-gp-strokes", told.get("recipe").getAsString());
    assertTrue(told.get("budget").isJsonNull());
    assertEquals(5, told.get("minutes").getAsDouble());
  }

  @Test
  void badUseIsToldWithItsField() {
    assertRefused("There is no data set \"none-such\"", "none-such");
    assertRefused("is not on this computer yet", "fashion-mnist");
    assertRefused("Missing required parameter: 'DATA'");
    for (String none : new String[] {"0", "-5", "NaN", "1e9"}) {
      assertRefused("must be above 0 and at most 525,600", "strokes", "--minutes=" + none);
    }
    assertRefused("--minutes", "strokes", "--minutes=soon");
    assertRefused("--folders is sorted", "strokes", "--folders=sorted");
    assertRefused("give one of them", "strokes", "--anew", "--unmeasured");
    assertRefused("give --minutes", "strokes", "--set", "training.steps=5");
    assertRefused("name the data itself", "strokes", "--set", "data.source=shapes");
    assertRefused("data.size", "strokes", "--set", "data.size=33");
    assertRefused("nothing.such", "strokes", "--set", "nothing.such=1");
  }

  @Test
  void whatCannotBeLearntSoIsTold() throws Exception {
    Path empty = Files.createDirectories(home.resolve("empty"));
    CommandLineRun run = plan(empty.toString(), "--unmeasured");
    assertEquals(Main.FAILED, run.code(), run.err());
    assertTrue(run.err().contains("empty"), run.err());
    CommandLineRun networks = plan("strokes", "--unmeasured", "--set", "data.size=28");
    assertEquals(Main.FAILED, networks.code(), networks.err());
    assertTrue(networks.err().contains("data.size is 28"), networks.err());
  }
}

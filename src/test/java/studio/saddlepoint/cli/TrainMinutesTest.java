package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training for a time in place of a number of steps, as a person asks for it. */
class TrainMinutesTest {
  @TempDir Path home;

  private CommandLineRun train(String... more) {
    String[] args = {
      "train",
      "dcgan-strokes",
      "--data",
      TestPictures.folder(home.resolve("pictures"), 12).toString(),
      "--set",
      "training.batchSize=4",
      "--set",
      "generator.width=4",
      "--set",
      "discriminator.width=4",
      "--set",
      "training.evaluateEvery=0",
      "--json"
    };
    String[] all = Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return CommandLineRun.of(home, all);
  }

  private void assertRefused(String expected, String... options) {
    CommandLineRun run = train(options);
    assertEquals(Main.BAD_USE, run.code(), run.err());
    assertTrue(run.err().contains(expected), run.err());
    assertFalse(Files.exists(home.resolve("runs")));
  }

  @Test
  void trainsForATimeAndGoesOnForAnother() {
    CommandLineRun trained = train("--minutes", "1e-6");
    assertEquals(Main.DONE, trained.code(), trained.err());
    JsonObject told = trained.json().getAsJsonObject();
    assertEquals("minutes", told.get("endedBy").getAsString());
    assertEquals("stopped", told.get("state").getAsString());
    assertEquals(1e-6, told.get("minutes").getAsDouble(), 1e-9);
    long step = told.get("step").getAsLong();
    assertTrue(step >= 1 && step < told.get("steps").getAsLong());
    String run = told.get("run").getAsString();
    CommandLineRun resumed = CommandLineRun.of(home, "resume", run, "--minutes", "1e-6", "--json");
    assertEquals(Main.DONE, resumed.code(), resumed.err());
    assertTrue(resumed.json().getAsJsonObject().get("step").getAsLong() > step);
    CommandLineRun steps = CommandLineRun.of(home, "resume", run, "--steps", "1", "--json");
    assertEquals("steps", steps.json().getAsJsonObject().get("endedBy").getAsString());
    assertTrue(steps.json().getAsJsonObject().get("minutes").isJsonNull());
  }

  @Test
  void refusesTimesThatAreNone() {
    for (String none : new String[] {"0", "-1", "NaN", "Infinity", "1e9"}) {
      assertRefused("must be above 0 and at most 525,600", "--minutes=" + none);
    }
    assertRefused("--minutes", "--minutes=soon");
  }

  @Test
  void refusesATimeAndANumberOfSteps() {
    assertRefused("give one of them", "--minutes", "1", "--steps", "5");
    assertRefused("give one of them", "--minutes", "1", "--set", "training.steps=5");
    CommandLineRun run = CommandLineRun.of(home, "resume", "any", "--minutes", "1", "--steps", "5");
    assertEquals(Main.BAD_USE, run.code());
    assertTrue(run.err().contains("give one of them"), run.err());
  }
}

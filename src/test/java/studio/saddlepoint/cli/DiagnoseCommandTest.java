package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.bench.Provoked;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.train.diagnosis.finding.Diagnoses;

class DiagnoseCommandTest {
  @TempDir private Path home;
  private Path data;

  @BeforeEach
  void pictures() throws Exception {
    data = TestPictures.folder(home.resolve("pictures"), 40);
  }

  private Path train(String... settings) {
    List<String> all =
        new ArrayList<>(
            List.of("train", "dcgan-strokes", "--data", data.toString(), "--steps", "8", "--json"));
    for (String each :
        List.of(
            "generator.width=4",
            "discriminator.width=4",
            "training.batchSize=8",
            "training.checkpointEvery=4",
            "training.evaluateEvery=0")) {
      all.addAll(List.of("--set", each));
    }
    for (String each : settings) {
      all.addAll(List.of("--set", each));
    }
    CommandLineRun run = CommandLineRun.of(home, all.toArray(String[]::new));
    assertEquals(Main.DONE, run.code(), run.err());
    return Path.of(JsonParser.parseString(run.out()).getAsJsonObject().get("run").getAsString());
  }

  @Test
  void tellsHowARunWentThatWasNotWatched() {
    Path run = train("diagnosis.enabled=false");
    CommandLineRun told = CommandLineRun.of(home, "diagnose", run.toString());
    assertEquals(Main.DONE, told.code(), told.err());
    assertTrue(told.out().contains("Early: 8 of 8 steps"), told.out());
    assertTrue(told.out().contains("3 looks, the last at step 8"), told.out());
    JsonObject document =
        JsonParser.parseString(CommandLineRun.of(home, "diagnose", run.toString(), "--json").out())
            .getAsJsonObject();
    assertEquals("early", document.get("tone").getAsString());
    assertEquals(8, document.get("step").getAsLong());
    assertEquals(3, document.get("looks").getAsInt());
    assertTrue(document.get("newestLook").getAsJsonObject().has("probe.distance"));
  }

  @Test
  void tellsWhatIsWrongAndWhatMayHelp() {
    Path run =
        train(
            "training.steps=16",
            "diagnosis.every=1",
            "diagnosis.budget=50",
            "diagnosis.after=0",
            "diagnosis.looks=1",
            "diagnosis.copies=0",
            "diagnosis.diversity=1",
            "generator.optimizer.learningRate=1e-9");
    CommandLineRun told = CommandLineRun.of(home, "diagnose", run.toString());
    assertEquals(Main.DONE, told.code(), told.err());
    String finding = "warning: The fakes have a checkerboard pattern.";
    assertTrue(told.out().contains(finding), told.out());
    assertTrue(told.out().contains("try: Enlarge by bilinear"), told.out());
    assertTrue(told.out().contains("(generator.upsampling=bilinear; in a new run)"), told.out());
  }

  @Test
  void readsTheLogAloneWhereTheDataIsGone() throws Exception {
    Path run = train("diagnosis.enabled=false");
    Files.move(data, home.resolve("elsewhere"));
    CommandLineRun told = CommandLineRun.of(home, "diagnose", run.toString());
    assertEquals(Main.DONE, told.code(), told.err());
    assertTrue(told.out().contains("only the log was read"), told.out());
    assertTrue(told.out().contains("could not be looked at"), told.out());
  }

  @Test
  void refusesARunThatIsNotThere() {
    CommandLineRun told = CommandLineRun.of(home, "diagnose", "no-such-run");
    assertEquals(Main.BAD_USE, told.code());
    assertTrue(told.err().contains("There is no run \"no-such-run\""), told.err());
  }

  @Test
  void theTrialRefusesKindsThatThereAreNot() {
    CommandLineRun told = CommandLineRun.of(home, "bench", "doctor", "--kinds", "flu");
    assertEquals(Main.BAD_USE, told.code());
    assertTrue(told.err().contains("--kinds is flu"), told.err());
    assertEquals(Main.BAD_USE, CommandLineRun.of(home, "bench", "doctor", "--steps", "0").code());
  }

  @Test
  void everyTroubleCanBeBroughtAbout() {
    assertTrue(Provoked.ALL.size() >= 6);
    for (Provoked each : Provoked.ALL) {
      each.of(Recipes.load(each.recipe()));
      assertEquals(
          List.of(), each.found().stream().filter(kind -> Diagnoses.of(kind).isEmpty()).toList());
    }
  }
}

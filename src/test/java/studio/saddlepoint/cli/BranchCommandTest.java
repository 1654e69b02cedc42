package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Author;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.file.HiddenFolder;
import studio.saddlepoint.run.list.RunList;

/** Branching, and the tree of runs, as a person asks for them. */
class BranchCommandTest {
  @TempDir Path home;

  private CommandLineRun run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--json");
    return CommandLineRun.of(home, all.toArray(String[]::new));
  }

  private RunFolder done(String... args) {
    CommandLineRun run = run(args);
    assertEquals(Main.DONE, run.code(), run.err());
    return RunFolder.open(Path.of(run.json().getAsJsonObject().get("run").getAsString()));
  }

  private RunFolder source() {
    return done(
        "train",
        "dcgan-strokes",
        "--steps",
        "2",
        "--set",
        "training.batchSize=4",
        "--set",
        "generator.width=4",
        "--set",
        "discriminator.width=4",
        "--set",
        "training.checkpointEvery=1",
        "--set",
        "training.evaluateEvery=0");
  }

  private void assertRefused(String expected, String... args) {
    CommandLineRun run = run(args);
    assertEquals(Main.BAD_USE, run.code(), run.err());
    assertTrue(run.err().contains(expected), run.err());
  }

  @Test
  void goesOnFromACheckpointWithOtherSettingsAndStandsInTheTree() {
    RunFolder source = source();
    assertRefused("There is no run \"nobody\"", "branch", "nobody");
    assertRefused("has no checkpoint \"7\"", "branch", source.id(), "--checkpoint", "7");
    assertRefused("name more in all by --steps", "branch", source.id());
    assertRefused(
        "generator.width is 8 here and 4 in", "branch", source.id(), "--set", "generator.width=8");
    RunFolder branch =
        done(
            "branch",
            source.id(),
            "--checkpoint",
            "1",
            "--steps",
            "3",
            "--seed",
            "9",
            "--set",
            "generator.optimizer.learningRate=1e-4");
    assertEquals(3, branch.latestCheckpoint().orElseThrow().step());
    assertEquals(9, branch.latestCheckpoint().orElseThrow().recipe().seed());
    assertEquals(source.id(), branch.origin().orElseThrow().run());
    assertTrue(
        branch.events().read().stream()
            .anyMatch(each -> each instanceof Event.Changed c && c.author() == Author.COMMAND));
    RunFolder second =
        done("branch", branch.id(), "--no-train", "--title", "Second", "--checkpoint", "latest");
    assertEquals("Second", second.title());
    JsonArray tree = run("runs", "--tree").json().getAsJsonArray();
    assertEquals(List.of(0, 1, 2), depths(tree));
    assertEquals(
        branch.path().toString(), tree.get(2).getAsJsonObject().get("parent").getAsString());
    HiddenFolder.delete(branch.path());
    JsonArray without = run("runs", "--tree").json().getAsJsonArray();
    assertEquals(List.of(0, 0), depths(without));
    CommandLineRun text = CommandLineRun.of(home, "runs", "--tree");
    assertTrue(
        text.out().contains("(branched from " + branch.id() + " at step 3, not here)"), text.out());
  }

  private static List<Integer> depths(JsonArray tree) {
    List<Integer> depths = new ArrayList<>();
    tree.forEach(each -> depths.add(((JsonObject) each).get("depth").getAsInt()));
    return depths;
  }

  @Test
  void triesOtherSettingsAndLeavesOnlyTheAnswer() {
    RunFolder source = source();
    assertRefused("Missing required option", "try", source.id(), "--steps", "1");
    assertRefused(
        "generator.width is 8 here",
        "try",
        source.id(),
        "--set",
        "generator.width=8",
        "--steps",
        "1");
    CommandLineRun tried =
        run(
            "try",
            source.id(),
            "--set",
            "generator.optimizer.learningRate=3e-4",
            "--steps",
            "1",
            "--seeds",
            "2",
            "--samples",
            "16",
            "--extractor",
            "pixels");
    assertEquals(Main.DONE, tried.code(), tried.err());
    JsonObject answer = tried.json().getAsJsonObject();
    assertEquals(2, answer.getAsJsonArray("pairs").size());
    assertTrue(answer.get("verdict").getAsString().contains("95 % interval"), tried.out());
    assertEquals(1, RunList.of(home.resolve("runs")).size());
    assertFalse(Files.exists(source.path().resolve("trials")));
  }

  @Test
  void tellsWhereThereAreNoRuns() {
    assertTrue(CommandLineRun.of(home, "runs").out().contains("There are no runs yet"));
  }
}

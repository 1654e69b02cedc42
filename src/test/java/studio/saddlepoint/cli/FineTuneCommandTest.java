package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;

/** Fine-tuning as a person asks for it. */
class FineTuneCommandTest {
  @TempDir Path home;

  private CommandLineRun train(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("train", "--steps", "1", "--json", "--set", "training.batchSize=4"));
    args.addAll(List.of(more));
    return CommandLineRun.of(home, args.toArray(String[]::new));
  }

  private RunFolder trained(String... more) {
    CommandLineRun run = train(more);
    assertEquals(Main.DONE, run.code(), run.err());
    return RunFolder.open(Path.of(run.json().getAsJsonObject().get("run").getAsString()));
  }

  private RunFolder source() {
    return trained(
        "dcgan-strokes",
        "--set",
        "generator.width=4",
        "--set",
        "discriminator.width=4",
        "--set",
        "training.evaluateEvery=0");
  }

  private void assertRefused(String expected, String... more) throws IOException {
    long before = runs();
    CommandLineRun run = train(more);
    assertEquals(Main.BAD_USE, run.code(), run.err());
    assertTrue(run.err().contains(expected), run.err());
    assertEquals(before, runs());
  }

  private long runs() throws IOException {
    Path folder = home.resolve("runs");
    if (!Files.exists(folder)) {
      return 0;
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.count();
    }
  }

  @Test
  void trainsARunsOwnRecipeFromItsWeightsOnOtherData() throws IOException {
    RunFolder source = source();
    Path pictures = TestPictures.folder(home.resolve("pictures"), 12);
    CommandLineRun colours = train("--from", source.id(), "--data", "shapes");
    assertEquals(Main.FAILED, colours.code(), colours.err());
    assertTrue(colours.err().contains("but those of"), colours.err());
    assertTrue(colours.err().contains("were grey"), colours.err());
    RunFolder tuned =
        trained(
            "--from",
            source.id(),
            "--data",
            pictures.toString(),
            "--set",
            "discriminator.frozenLayers=2");
    assertEquals(pictures.toString(), tuned.recipe().data().source());
    assertEquals("strokes", tuned.origin().orElseThrow().data());
    assertEquals(source.id(), tuned.origin().orElseThrow().run());
    assertEquals(1, tuned.origin().orElseThrow().step());
    assertEquals(4, tuned.recipe().generator().width());
    assertEquals(2, tuned.recipe().discriminator().frozenLayers());
    CommandLineRun again =
        train(
            "--from",
            source.checkpoints().get(0).file().toString(),
            "--set",
            "discriminator.frozenLayers=1");
    assertEquals(Main.DONE, again.code(), again.err());
    assertTrue(again.err().contains("Starts from the weights of \""), again.err());
    assertTrue(again.err().contains(source.id() + "), step 0."), again.err());
    assertFalse(again.err().contains("learn nothing"), again.err());
  }

  @Test
  void refusesWhatDoesNotGoTogether() throws IOException {
    assertRefused("or a run to fine-tune: --from RUN");
    assertRefused("--checkpoint is for --from", "dcgan-strokes", "--checkpoint", "best");
    assertRefused("There is no run \"nobody\"", "--from", "nobody");
    RunFolder source = source();
    assertRefused(
        "generator.width is 8 here and 4 in that run",
        "--from",
        source.id(),
        "--set",
        "generator.width=8");
    assertRefused("generator.architecture is", "mlp-strokes", "--from", source.id());
    assertRefused("has no checkpoint \"77\"", "--from", source.id(), "--checkpoint", "77");
    assertRefused(
        "set it to at most 3", "--from", source.id(), "--set", "discriminator.frozenLayers=4");
    String file = source.checkpoints().get(0).file().toString();
    assertRefused("leave --checkpoint out", "--from", file, "--checkpoint", "best");
    assertRefused(
        "is not a", "--from", Files.writeString(home.resolve("a.txt"), "nothing").toString());
  }

  @Test
  void warnsOfLayersThatAreFrozenAtTheirFirstWeights() {
    CommandLineRun run =
        train(
            "dcgan-strokes",
            "--set",
            "discriminator.frozenLayers=1",
            "--set",
            "training.evaluateEvery=0");
    assertEquals(Main.DONE, run.code(), run.err());
    assertTrue(run.err().contains("frozen at their first weights learn nothing"), run.err());
    assertEquals(0, Recipe.defaults().discriminator().frozenLayers());
  }
}

package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.RunOrigin;
import studio.saddlepoint.run.StartingPoint;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.HostTensor;
import studio.saddlepoint.run.event.Event;

/** Runs that start from the weights of other runs. */
class FineTuningTest extends TrainingFixture {
  private static final long STEPS = 6;

  private RunFolder trained(Recipe recipe) {
    RunFolder run = RunFolder.create(folder, recipe);
    assertEquals(Trainer.State.FINISHED, train(run, (event, loop) -> {}));
    return RunFolder.open(run.path());
  }

  private static StartingPoint newest(RunFolder run) {
    return StartingPoint.of(run, run.checkpoints().get(run.checkpoints().size() - 1));
  }

  private RunFolder fineTuned(Recipe recipe, StartingPoint from) {
    return RunFolder.create(folder, recipe, Optional.of(from));
  }

  private static Checkpoint at(RunFolder run, long step) {
    return run.load(
        run.checkpoints().stream().filter(each -> each.step() == step).findFirst().orElseThrow());
  }

  private static void delete(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      files.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
    }
  }

  /** Names of weights tell of the memory order: it is the other run's, whatever the recipe says. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void startsFromAllWeightsOfTheOtherRunAtRest(boolean channelsLast) {
    RunFolder source = trained(tiny(4).with("training.channelsLast", channelsLast));
    Recipe recipe = tiny(STEPS).with("seed", 7L);
    RunFolder run = fineTuned(recipe, newest(source));
    assertEquals(Trainer.State.FINISHED, train(run, (event, loop) -> {}));
    Checkpoint there = source.latestCheckpoint().orElseThrow();
    Checkpoint first = at(run, 0);
    assertEquals(0, first.imagesSeen());
    assertEquals(7, first.recipe().seed());
    assertEquals("0", first.state().get("generator.optimizer.count"));
    assertEquals(there.tensors().keySet(), first.tensors().keySet());
    boolean mean = false;
    for (Map.Entry<String, HostTensor> each : first.tensors().entrySet()) {
      if (each.getKey().contains(".optimizer.")) {
        for (float value : each.getValue().floats()) {
          assertEquals(0, value, each.getKey());
        }
      } else {
        assertEquals(there.tensors().get(each.getKey()), each.getValue(), each.getKey());
        String raw = each.getKey().replace("average.", "generator.");
        mean |= !each.getValue().equals(first.tensors().get(raw));
      }
    }
    assertTrue(mean, "the running mean is that run's, no copy of the weights");
    assertEquals(
        Optional.of(new RunOrigin(source.id(), source.title(), 4, "strokes")),
        RunFolder.open(run.path()).origin());
    assertFalse(Files.exists(run.path().resolve("origin.safetensors")));
    assertNotEquals(first.tensors(), at(run, STEPS).tensors());
  }

  @Test
  void resumesBitExactBeforeAndAfterItsFirstCheckpointWithoutTheOtherRun() throws IOException {
    RunFolder source = trained(tiny(4));
    Recipe recipe = tiny(STEPS).with("discriminator.frozenLayers", 1);
    RunFolder whole = fineTuned(recipe, newest(source));
    RunFolder killed = fineTuned(recipe, newest(source));
    delete(source.path());
    assertEquals(Trainer.State.FINISHED, train(whole, (event, loop) -> {}));
    // As a process killed before the first checkpoint leaves it, and one killed after it.
    RunFolder unbegun = RunFolder.open(killed.path());
    assertEquals(
        Trainer.State.STOPPED,
        train(
            unbegun,
            (event, loop) -> {
              if (event instanceof Event.Begun) {
                loop.ask(Steering::stop);
              }
            }));
    assertEquals(0, unbegun.latestCheckpoint().orElseThrow().step());
    Files.write(killed.path().resolve("origin.safetensors"), new byte[8]); // not looked at any more
    events.clear();
    assertEquals(Trainer.State.FINISHED, train(RunFolder.open(killed.path()), (event, loop) -> {}));
    assertTrue(of(Event.Begun.class).get(0).resumed());
    assertFalse(Files.exists(killed.path().resolve("origin.safetensors")));
    assertEquals(at(whole, STEPS).tensors(), at(killed, STEPS).tensors());
    assertEquals(at(whole, STEPS).state(), at(killed, STEPS).state());
  }

  @Test
  void neverBeginsWithOtherWeightsThanThoseAskedFor() throws IOException {
    RunFolder source = trained(tiny(1));
    RunFolder run = fineTuned(tiny(STEPS), newest(source));
    Files.delete(run.path().resolve("origin.safetensors"));
    events.clear();
    assertEquals(Trainer.State.FAILED, train(RunFolder.open(run.path()), (event, loop) -> {}));
    assertEquals(List.of(), of(Event.Begun.class));
    String reason = of(Event.Ended.class).get(0).reason();
    assertTrue(reason.contains("are gone") && reason.contains(source.id()), reason);
    assertTrue(Files.exists(run.path().resolve("recipe.json")));
  }

  @Test
  void namesWhatDoesNotFitAndBeginsNothing() throws IOException {
    RunFolder source = trained(tiny(1));
    StartingPoint from = newest(source);
    String reason =
        assertThrows(
                StudioException.class,
                () -> fineTuned(tiny(1).with("discriminator.width", 8), from))
            .getMessage();
    assertTrue(reason.contains("discriminator.width is 8 here and 4 in that run"), reason);
    try (Stream<Path> runs = Files.list(folder)) {
      assertEquals(List.of(source.path()), runs.toList());
    }
    // Colours are known only once the data set is open.
    RunFolder run = fineTuned(tiny(1).with("data.source", "shapes"), from);
    events.clear();
    assertEquals(Trainer.State.FAILED, train(run, (event, loop) -> {}));
    String colours = of(Event.Ended.class).get(0).reason();
    assertTrue(colours.contains("are in colour") && colours.contains("were grey"), colours);
    assertFalse(Files.exists(run.path()));
  }

  @Test
  void startsFromAFileOutsideOfARun() throws IOException {
    RunFolder source = trained(tiny(2));
    Path file = Files.copy(newest(source).checkpoint(), folder.resolve("mine.safetensors"));
    StartingPoint from = StartingPoint.of(file);
    assertEquals(new RunOrigin("", "mine.safetensors", 2, "strokes"), from.origin());
    RunFolder run = fineTuned(from.recipe().with("training.steps", 1L), from);
    assertEquals(Trainer.State.FINISHED, train(run, (event, loop) -> {}));
    assertEquals(source.id(), StartingPoint.of(newest(source).checkpoint()).origin().run());
  }

  @Test
  void aRunThatIsNotBegunIsTakenAwayWithTheWeights() {
    RunFolder source = trained(tiny(1));
    RunFolder run =
        fineTuned(tiny(1).with("data.source", folder.resolve("none").toString()), newest(source));
    assertEquals(Trainer.State.FAILED, train(run, (event, loop) -> {}));
    assertFalse(Files.exists(run.path()));
  }
}

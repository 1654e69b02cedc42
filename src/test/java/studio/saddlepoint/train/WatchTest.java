package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.recipe.parameter.HyperParameter;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.train.diagnosis.Probe;

class WatchTest extends TrainingFixture {
  private static Recipe often(Recipe recipe) {
    return recipe
        .with("diagnosis.every", 3L)
        .with("diagnosis.budget", 50)
        .with("diagnosis.pictures", 32)
        .with("diagnosis.after", 0L)
        .with("diagnosis.looks", 1);
  }

  private static Recipe small(String name) {
    return Recipes.load(name)
        .with(
            Map.of(
                "generator.width", 4,
                "training.batchSize", 8,
                "training.steps", 20L,
                "training.sampleEvery", 1000L,
                "training.checkpointEvery", 10L,
                "training.evaluateEvery", 0L,
                "method.growing.fadeImages", 40L,
                "method.growing.stableImages", 40L));
  }

  private void assertSame(RunFolder one, RunFolder other) {
    Checkpoint expected = one.latestCheckpoint().orElseThrow();
    Checkpoint actual = other.latestCheckpoint().orElseThrow();
    assertEquals(expected.step(), actual.step());
    assertEquals(expected.state(), actual.state());
    assertEquals(expected.tensors(), actual.tensors());
  }

  @ParameterizedTest
  @ValueSource(strings = {"dcgan-strokes", "vae-strokes", "began-strokes", "progan-strokes"})
  void learnsTheSameBitByBitWatchedOrNot(String name) {
    Recipe recipe = small(name);
    RunFolder watched = RunFolder.create(folder, often(recipe));
    assertEquals(Trainer.State.FINISHED, train(watched, (event, loop) -> {}));
    List<Event.Probed> looks = of(Event.Probed.class);
    assertTrue(looks.size() >= 2, "" + looks);
    for (Event.Probed each : looks) {
      assertTrue(each.values().values().stream().allMatch(Double::isFinite), each.toString());
      assertTrue(each.values().containsKey(Probe.DISTANCE));
    }
    events.clear();
    RunFolder alone = RunFolder.create(folder, recipe.with("diagnosis.enabled", false));
    train(alone, (event, loop) -> {});
    assertEquals(List.of(), of(Event.Probed.class));
    assertSame(alone, watched);
  }

  @Test
  void learnsTheSameAfterItIsResumed() {
    Recipe recipe = small("dcgan-strokes");
    RunFolder whole = RunFolder.create(folder, recipe.with("diagnosis.enabled", false));
    train(whole, (event, loop) -> {});
    RunFolder halved = RunFolder.create(folder, often(recipe));
    train(
        halved,
        (event, loop) -> {
          if (event instanceof Event.Scalars && event.step() == 10) {
            loop.ask(Steering::stop);
          }
        });
    train(RunFolder.open(halved.path()), (event, loop) -> {});
    assertSame(whole, halved);
  }

  @Test
  void tellsWhatItFindsWithAPictureAndRemedies() throws Exception {
    Recipe recipe =
        often(small("dcgan-strokes"))
            .with("training.steps", 40L)
            .with("diagnosis.copies", 0.0)
            .with("diagnosis.diversity", 1.0)
            .with("generator.optimizer.learningRate", 1e-9);
    RunFolder run = RunFolder.create(folder, recipe);
    train(run, (event, loop) -> {});
    Event.Found pattern =
        of(Event.Found.class).stream()
            .filter(each -> each.kind().equals("low-diversity"))
            .findFirst()
            .orElseThrow();
    assertFalse(pattern.remedies().isEmpty());
    assertTrue(Files.isRegularFile(run.path().resolve(pattern.picture())), pattern.picture());
    assertTrue(run.loadSheet(pattern.picture()).width() > 32);
    assertEquals(
        of(Event.Found.class).stream().filter(each -> !each.over()).count(),
        of(Event.Found.class).stream()
            .filter(each -> !each.over())
            .map(Event.Found::kind)
            .distinct()
            .count(),
        "each is told once");
  }

  @Test
  void isOverWhenTheTrainingGoesBackBehindIt() {
    RunFolder run = RunFolder.create(folder, small("dcgan-strokes").with("training.steps", 40L));
    HyperParameter rate = HyperParameters.of("generator.optimizer.learningRate");
    train(
        run,
        (event, loop) -> {
          if (event instanceof Event.Checkpointed && event.step() == 10) {
            loop.ask(now -> now.change(rate, 1e6));
          } else if (event instanceof Event.Found found && !found.over()) {
            loop.ask(Steering::rewind);
            loop.ask(now -> now.change(rate, 1e-4));
            loop.ask(Steering::resume);
          }
        });
    List<Event.Found> told =
        of(Event.Found.class).stream().filter(each -> each.kind().equals("diverged")).toList();
    assertEquals(List.of(false, true), told.stream().map(Event.Found::over).toList());
  }

  @Test
  void tellsHowARunWentFromItsLogAndItsCheckpoints() {
    RunFolder run =
        RunFolder.create(folder, small("dcgan-strokes").with("diagnosis.enabled", false));
    train(run, (event, loop) -> {});
    RunDiagnosis found = RunDiagnosis.of(run, home(), Progress.NONE);
    assertEquals(20, found.step());
    assertEquals(List.of(0L, 10L, 20L), found.probes().stream().map(Probe::step).toList());
    assertEquals(List.of(), found.open());
    assertTrue(
        found.verdict().sentence().startsWith("Early: 20 of 20 steps"), found.verdict().sentence());
    assertEquals(List.of(), found.notLookedAt());
  }

  @Test
  void saysWhatCannotBeLookedAtWithoutTheData() throws Exception {
    RunFolder run =
        RunFolder.create(folder, small("dcgan-strokes").with("diagnosis.enabled", false));
    train(run, (event, loop) -> {});
    String gone = folder.resolve("gone").toString().replace("\\", "\\\\");
    RunFolder moved = withData(run, gone);
    RunDiagnosis found = RunDiagnosis.of(moved, home(), Progress.NONE);
    assertEquals(1, found.notLookedAt().size(), "" + found.notLookedAt());
    assertTrue(found.notLookedAt().get(0).contains("gone"), found.notLookedAt().get(0));
    assertEquals(List.of(), found.probes());
  }

  /** The same run of another place: its checkpoints name the data, too. */
  private RunFolder withData(RunFolder run, String source) {
    Recipe other = run.recipe().with("data.source", source);
    RunFolder copy = RunFolder.create(folder, other);
    Checkpoint newest = run.latestCheckpoint().orElseThrow();
    copy.saveCheckpoint(
        new Checkpoint(
            newest.step(), newest.imagesSeen(), other, newest.tensors(), newest.state()));
    run.events().read().forEach(copy.events()::append);
    return copy;
  }
}

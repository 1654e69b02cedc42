package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.StepCounts;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.RunOrigin;
import studio.saddlepoint.run.branch.BranchPoint;
import studio.saddlepoint.run.branch.Branching;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.event.Author;
import studio.saddlepoint.run.event.CountedSteps;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.ScoreCard;
import studio.saddlepoint.run.event.ScoreSettings;
import studio.saddlepoint.run.file.HiddenFolder;
import studio.saddlepoint.run.list.RunList;

/** Runs that go on from checkpoints of other runs. */
class BranchingTest extends TrainingFixture {
  private static final String RATE = "generator.optimizer.learningRate";

  private RunFolder trained(Recipe recipe) {
    RunFolder run = RunFolder.create(folder, recipe);
    assertEquals(Trainer.State.FINISHED, train(run, (event, loop) -> {}));
    return RunFolder.open(run.path());
  }

  private static BranchPoint at(RunFolder run, long step) {
    return BranchPoint.of(
        run,
        run.checkpoints().stream().filter(each -> each.step() == step).findFirst().orElseThrow());
  }

  private static Checkpoint checkpoint(RunFolder run, long step) {
    return run.load(at(run, step).checkpoint());
  }

  private RunFolder branch(BranchPoint from, Recipe recipe) {
    return Branching.make(folder, from, recipe, "", Author.COMMAND, Progress.NONE);
  }

  private static Map<Long, Map<String, Double>> numbers(RunFolder run) {
    Map<Long, Map<String, Double>> all = new HashMap<>();
    for (Event event : run.events().read()) {
      if (event instanceof Event.Scalars scalars) {
        Map<String, Double> values = new HashMap<>(scalars.values());
        values.keySet().removeIf(key -> key.startsWith("speed."));
        all.put(event.step(), values);
      }
    }
    return all;
  }

  @Test
  void trainsOnBitExactlyAsTheOtherRunWouldAfterThatIsDeleted() throws IOException {
    Recipe everything =
        tiny(8)
            .with("method.lecam.weight", 0.3)
            .with("method.historicalAveraging.weight", 0.01)
            .with("generator.dropout", 0.1)
            .with(RATE, "linear(2e-4..0, 100%)");
    RunFolder parent = trained(everything);
    // another memory order is taken for that of the weights
    RunFolder branch =
        branch(at(parent, 4), at(parent, 4).recipe().with("training.channelsLast", false));
    Checkpoint end = checkpoint(parent, 8);
    Map<Long, Map<String, Double>> numbers = numbers(parent);
    assertTrue(Files.exists(parent.path().resolve("samples/step-0000000005.png")));
    HiddenFolder.delete(parent.path());
    assertEquals(
        List.of(4L), branch.checkpoints().stream().map(each -> each.step()).distinct().toList());
    assertTrue(Files.exists(branch.path().resolve("samples/step-0000000000.png")));
    assertFalse(Files.exists(branch.path().resolve("samples/step-0000000005.png")));
    assertEquals(
        new RunOrigin(
            parent.id(), parent.title(), 4, "strokes", true, parent.path().toString(), Map.of()),
        branch.origin().orElseThrow());
    assertEquals(Trainer.State.FINISHED, train(branch, (event, loop) -> {}));
    assertEquals(end.tensors(), checkpoint(branch, 8).tensors());
    assertEquals(end.state(), checkpoint(branch, 8).state());
    assertEquals(end.imagesSeen(), checkpoint(branch, 8).imagesSeen());
    assertEquals(end.recipe(), checkpoint(branch, 8).recipe());
    assertEquals(numbers, numbers(branch));
    assertEquals(List.of(), of(Event.Changed.class));
  }

  @Test
  void takesOtherSettingsFromItsStepOnAndTellsThem() {
    RunFolder parent = RunFolder.create(folder, tiny(8).with("training.sampleEvery", 100L));
    train(
        parent,
        (event, loop) -> {
          if (event instanceof Event.Scalars && event.step() == 2) {
            loop.ask(now -> now.change(HyperParameters.of("training.batchSize"), 4));
          }
        });
    BranchPoint from = at(parent, 4);
    assertEquals(4, from.recipe().training().batchSize());
    Recipe other =
        from.recipe()
            .with(
                Map.of(
                    RATE,
                    1e-3,
                    "seed",
                    7L,
                    "training.steps",
                    6L,
                    "discriminator.optimizer.beta1",
                    0.1));
    assertEquals(
        Map.of(
            RATE,
            List.of("2e-4", "0.001"),
            "seed",
            List.of("1", "7"),
            "training.steps",
            List.of("8", "6"),
            "discriminator.optimizer.beta1",
            List.of("0.5", "0.1")),
        normalized(from.changes(other)));
    RunFolder branch = branch(from, other);
    assertEquals(from.changes(other), branch.origin().orElseThrow().changes());
    assertEquals(7, branch.recipe().seed());
    assertEquals(8, branch.recipe().training().batchSize(), "as the copied log begins");
    assertEquals(parent.title() + ", from step 4", branch.title());
    events.clear();
    assertEquals(Trainer.State.FINISHED, train(branch, (event, loop) -> {}));
    Checkpoint end = branch.latestCheckpoint().orElseThrow();
    assertEquals(6, end.step());
    assertEquals(other.inImages(), end.recipe());
    assertNotEquals(checkpoint(parent, 8).tensors(), end.tensors());
    List<Event.Changed> changes =
        branch.events().read().stream()
            .filter(Event.Changed.class::isInstance)
            .map(Event.Changed.class::cast)
            .toList();
    assertEquals(3, changes.size(), changes::toString);
    assertEquals(Author.PERSON, changes.get(0).author());
    changes.subList(1, 3).forEach(each -> assertEquals(Author.COMMAND, each.author()));
    StepCounts counts = CountedSteps.of(branch.recipe(), changes, 6);
    assertEquals(end.imagesSeen(), counts.imagesSeen());
    assertEquals(List.of(), sheets(branch), "the codes of another seed are others");
  }

  private static Map<String, List<String>> normalized(Map<String, List<String>> changes) {
    Map<String, List<String>> numbers = new HashMap<>();
    changes.forEach(
        (key, values) ->
            numbers.put(key, values.stream().map(each -> each.replace("1e-3", "0.001")).toList()));
    return numbers;
  }

  private static List<Event> sheets(RunFolder run) {
    return run.events().read().stream()
        .filter(each -> each instanceof Event.Sheet && each.step() <= 4)
        .toList();
  }

  @Test
  void leavesNothingWhereItIsLeftOffAtAnyPoint() throws IOException {
    RunFolder parent = trained(tiny(4));
    parent.saveScore(
        new ScoreCard(
            Instant.now(), 4, "raw", "how", new ScoreSettings(Map.of()), Map.of("fid", 1.0)));
    parent.saveBest(checkpoint(parent, 4), 1.0, "how");
    BranchPoint from = at(parent, 4);
    AtomicInteger reports = new AtomicInteger();
    RunFolder whole =
        Branching.make(
            folder,
            from,
            from.recipe(),
            "Whole",
            Author.PERSON,
            (stage, share) -> reports.incrementAndGet());
    assertTrue(reports.get() > 3);
    for (int last = 1; last <= reports.get(); last++) {
      int killed = last;
      AtomicInteger told = new AtomicInteger();
      assertThrows(
          IllegalStateException.class,
          () ->
              Branching.make(
                  folder,
                  from,
                  from.recipe(),
                  "",
                  Author.PERSON,
                  (stage, share) -> {
                    if (told.incrementAndGet() == killed) {
                      throw new IllegalStateException("left off");
                    }
                  }));
      try (Stream<Path> all = Files.list(folder)) {
        assertEquals(
            List.of(parent.path(), whole.path()).stream().sorted().toList(),
            all.filter(each -> each.getFileName().toString().contains("untitled"))
                .sorted()
                .toList());
      }
    }
    assertEquals("Whole", RunFolder.open(whole.path()).title());
    assertEquals(4, whole.best().orElseThrow().step());
    assertEquals(1.0, whole.bestScore().orElseThrow());
    assertEquals(1, whole.scores().size());
    // What a process leaves that is killed outright is no run.
    Files.createDirectories(folder.resolve(".untitled-20260101-000000.abc.tmp/checkpoints"));
    assertEquals(2, RunList.of(folder).size());
  }

  @Test
  void namesWhatMustNotDiffer() {
    RunFolder parent = trained(tiny(1));
    BranchPoint from = at(parent, 1);
    for (Map.Entry<String, Object> each :
        Map.<String, Object>of(
                "generator.width",
                8,
                "data.size",
                64,
                "generator.optimizer.kind",
                "sgd",
                "method.conditional",
                true,
                "method.pretraining",
                3,
                "method.kind",
                "began")
            .entrySet()) {
      Recipe other =
          each.getKey().equals("method.kind")
              ? from.recipe()
                  .with(Map.of("method.kind", "began", "discriminator.normalization", "none"))
              : from.recipe().with(each.getKey(), each.getValue());
      String reason = assertThrows(StudioException.class, () -> branch(from, other)).getMessage();
      assertTrue(
          reason.contains(each.getKey() + " is ")
              || reason.contains("discriminator.normalization is none"),
          reason);
    }
    assertEquals(Optional.empty(), from.refusal(from.recipe().with(RATE, 1e-5)));
    assertEquals(1, RunList.of(folder).size());
  }

  @Test
  void whatWasChangedAfterTheCheckpointIsNotInTheBranch() {
    RunFolder parent = trained(tiny(4));
    parent.events().append(new Event.Changed(Instant.now(), 4, RATE, "2e-4", "9"));
    RunFolder branch = branch(at(parent, 4), at(parent, 4).recipe().with("training.steps", 5L));
    assertEquals(Trainer.State.FINISHED, train(branch, (event, loop) -> {}));
    assertEquals(
        parent.recipe().generator().optimizer().learningRate(),
        branch.latestCheckpoint().orElseThrow().recipe().generator().optimizer().learningRate());
  }
}

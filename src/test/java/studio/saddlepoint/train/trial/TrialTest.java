package studio.saddlepoint.train.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.metrics.extractor.PixelKind;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.RunLock;
import studio.saddlepoint.run.branch.BranchPoint;
import studio.saddlepoint.run.checkpoint.HostTensor;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;
import studio.saddlepoint.run.list.RunList;
import studio.saddlepoint.train.Trainer;
import studio.saddlepoint.train.trial.TrialPlan.Side;

class TrialTest {
  private static final String RATE = "generator.optimizer.learningRate";

  @TempDir Path folder;

  private final List<String> scored = new ArrayList<>();

  private Home home() {
    return new Home(folder, Home.ofEnvironment().caches(), folder);
  }

  private RunFolder trained() throws InterruptedException {
    Recipe recipe =
        Recipe.defaults()
            .with("generator.width", 4)
            .with("generator.latentSize", 8)
            .with("discriminator.width", 4)
            .with("training.batchSize", 4)
            .with("training.steps", 2L)
            .with("training.evaluateEvery", 0L);
    RunFolder run = RunFolder.create(folder, recipe);
    try (Trainer trainer = Trainer.start(run, home(), event -> {})) {
      assertTrue(trainer.await(Duration.ofMinutes(15)));
    }
    return RunFolder.open(run.path());
  }

  private static BranchPoint end(RunFolder run) {
    return BranchPoint.of(run, run.checkpoints().get(run.checkpoints().size() - 1));
  }

  private static TrialPlan plan(BranchPoint from, Recipe other) {
    return new TrialPlan(from, other, 2, 2, PixelKind.PIXELS.usual(), 64);
  }

  /** A number that follows from the weights alone. */
  private double sum(RunFolder run, SavedCheckpoint checkpoint, Progress progress) {
    scored.add(run.title());
    double sum = 0;
    for (Map.Entry<String, HostTensor> each : run.load(checkpoint).tensors().entrySet()) {
      if (each.getKey().startsWith("generator.") && !each.getKey().contains("optimizer")) {
        for (float value : each.getValue().floats()) {
          sum += value;
        }
      }
    }
    return sum;
  }

  @Test
  void whatIsLeftIsCountedAndDeletedUnlessItTrains() throws Exception {
    RunFolder run = RunFolder.create(folder, Recipe.defaults());
    assertEquals(0, LeftTrials.bytes(run));
    RunFolder arm =
        RunFolder.create(run.path().resolve(Trial.FOLDER).resolve("a"), Recipe.defaults());
    assertTrue(LeftTrials.bytes(run) > 0);
    try (RunLock trains = RunLock.tryTake(arm.path()).orElseThrow()) {
      StudioException refused =
          assertThrows(StudioException.class, () -> LeftTrials.delete(run), trains.toString());
      assertTrue(refused.getMessage().contains("is under way"), refused.getMessage());
      assertTrue(LeftTrials.bytes(run) > 0);
    }
    LeftTrials.delete(run);
    assertFalse(Files.exists(run.path().resolve(Trial.FOLDER)));
  }

  @Test
  void whatChangesNothingMakesNoDifferenceForPairsShareTheirSeed() throws InterruptedException {
    RunFolder run = trained();
    BranchPoint from = end(run);
    Trial trial =
        new Trial(home(), plan(from, from.recipe().with("training.sampleEvery", 7L)), this::sum);
    // Left off after the first of four trainings, it goes on from there.
    Progress once =
        new Progress() {
          @Override
          public void report(String stage, double fraction) {
            // nobody is told
          }

          @Override
          public boolean cancelled() {
            return scored.size() == 1;
          }
        };
    assertThrows(CancellationException.class, () -> trial.run(once));
    assertEquals(List.of("without, seed 2"), scored);
    Path first =
        RunList.of(trial.place()).stream()
            .filter(each -> each.title().equals("without, seed 2"))
            .findFirst()
            .orElseThrow()
            .folder();
    long size = RunFolder.open(first).events().read().size();
    List<Double> shares = new ArrayList<>();
    TrialResult result = trial.run((stage, share) -> shares.add(share));
    assertEquals(size, RunFolder.open(first).events().read().size(), "it was not trained again");
    assertEquals(4, RunList.of(trial.place()).size());
    assertEquals(List.of(2L, 3L), result.pairs().stream().map(TrialResult.Pair::seed).toList());
    result.pairs().forEach(each -> assertEquals(each.without(), each.with()));
    assertTrue(result.pairs().get(0).with() != result.pairs().get(1).with(), "seeds differ");
    assertTrue(result.verdict().startsWith("No difference: FID +0.00"), result.verdict());
    assertEquals(Optional.empty(), trial.adopt(result, folder));
    assertEquals(shares.stream().sorted().toList(), shares);
    trial.delete();
    assertFalse(Files.exists(trial.place()));
    assertEquals(2, run.latestCheckpoint().orElseThrow().step());
  }

  @Test
  void theBetterSideBecomesARun() throws InterruptedException {
    RunFolder run = trained();
    BranchPoint from = end(run);
    Trial trial =
        new Trial(
            home(),
            plan(from, from.recipe().with(RATE, 1e-3)),
            (arm, checkpoint, progress) -> {
              assertEquals(4, checkpoint.step());
              boolean with = arm.title().startsWith("with,");
              assertEquals(
                  with ? 1e-3 : 2e-4,
                  arm.load(checkpoint).recipe().generator().optimizer().learningRate());
              return (with ? 10 : 20) + arm.load(checkpoint).recipe().seed();
            });
    TrialResult result = trial.run(Progress.NONE);
    assertEquals(
        List.of(new TrialResult.Pair(2, 22, 12), new TrialResult.Pair(3, 23, 13)), result.pairs());
    assertEquals(Optional.of(Side.WITH), result.better());
    assertTrue(result.verdict().startsWith("Better with the other settings"), result.verdict());
    Path adopted = trial.adopt(result, folder).orElseThrow();
    trial.delete();
    RunFolder branch = RunFolder.open(adopted);
    assertEquals(run.id(), branch.origin().orElseThrow().run());
    assertTrue(branch.title().endsWith("from step 2, with, seed 2"), branch.title());
    assertEquals(2, RunList.of(folder).size());
  }

  @Test
  void whatCannotBeTriedIsNamed() throws InterruptedException {
    BranchPoint from = end(trained());
    for (Map.Entry<Recipe, String> each :
        Map.of(
                from.recipe(), "both recipes are the same",
                from.recipe().with("seed", 4L), "seed and training.steps",
                from.recipe().with("generator.width", 8), "generator.width is 8")
            .entrySet()) {
      String reason =
          assertThrows(StudioException.class, () -> plan(from, each.getKey())).getMessage();
      assertTrue(reason.contains(each.getValue()), reason);
    }
    Recipe other = from.recipe().with(RATE, 1e-3);
    assertThrows(
        StudioException.class,
        () -> new TrialPlan(from, other, 2, 1, PixelKind.PIXELS.usual(), 64));
  }

  @Test
  void divergedTrainingsDecideWithoutAnInterval() {
    double none = Double.NaN;
    TrialResult result =
        new TrialResult(List.of(new TrialResult.Pair(1, 5, none), new TrialResult.Pair(2, 6, 3)));
    assertEquals(Optional.empty(), result.difference());
    assertEquals(Optional.of(Side.WITHOUT), result.better());
    assertEquals(
        "Diverged: 1 of 2 trainings with the other settings, 0 of 2 without them.",
        result.verdict());
    assertEquals(1, result.bestSeed(Side.WITHOUT));
    assertEquals(
        Optional.empty(),
        new TrialResult(List.of(new TrialResult.Pair(1, none, 4), new TrialResult.Pair(2, 6, none)))
            .better());
  }

  @Test
  void theIntervalIsThatOfStudentsT() {
    // Of two degrees of freedom the quantile is (2p - 1) / sqrt(2p(1 - p)), of one tan(pi(p -
    // 1/2)).
    double t = 0.95 / Math.sqrt(2 * 0.975 * 0.025);
    PairedDifference three = PairedDifference.of(List.of(-1.0, -2.0, -3.0));
    assertEquals(-2, three.mean(), 1e-12);
    assertEquals(-2 - t / Math.sqrt(3), three.low(), 1e-4);
    assertEquals(-2 + t / Math.sqrt(3), three.high(), 1e-4);
    assertTrue(three.none());
    PairedDifference two = PairedDifference.of(List.of(1.0, 2.0));
    assertEquals(1.5 + Math.tan(Math.PI * 0.475) * Math.sqrt(0.5 / 2), two.high(), 1e-4);
    assertFalse(PairedDifference.of(List.of(-1.0, -1.1, -0.9)).none());
    assertThrows(IllegalArgumentException.class, () -> PairedDifference.of(List.of(1.0)));
  }
}

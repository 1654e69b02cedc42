package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.metrics.EvaluationResult;
import studio.saddlepoint.metrics.Protocol;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;

/** A training that scores itself while it runs. */
class SelfEvaluationTest {
  private static final long PATIENCE_SECONDS = 900;

  @TempDir private Path folder;
  private final List<Event> events = new CopyOnWriteArrayList<>();

  private RunFolder run(long steps) {
    return RunFolder.create(
        folder,
        Recipe.defaults()
            .with("generator.width", 4)
            .with("generator.latentSize", 8)
            .with("discriminator.width", 4)
            .with("training.batchSize", 8)
            .with("training.steps", steps)
            .with("training.evaluateEvery", 2L));
  }

  private TrainingLoop loop(RunFolder run, SelfEvaluation.Scorer scorer) {
    return new TrainingLoop(
        run, new Home(folder, Home.ofEnvironment().caches(), folder), scorer, events::add);
  }

  private static EvaluationResult score(double fid) {
    return new EvaluationResult(
        Map.of("fid", fid), new Protocol.Told("a test"), Duration.ZERO, List.of());
  }

  private List<Long> scoredSteps() {
    return events.stream()
        .filter(Event.Scored.class::isInstance)
        .map(each -> ((Event.Scored) each).step())
        .toList();
  }

  @Test
  void measuresTheLastStepThoughAnotherEvaluationRunsWhenItIsDue() {
    RunFolder run = run(4);
    CountDownLatch lastStep = new CountDownLatch(1);
    TrainingLoop loop =
        new TrainingLoop(
            run,
            new Home(folder, Home.ofEnvironment().caches(), folder),
            (snapshot, recipe, labelled, progress) -> {
              await(lastStep);
              return score(10 - snapshot.step());
            },
            event -> {
              events.add(event);
              if (event instanceof Event.Scalars scalars && scalars.step() == 4) {
                lastStep.countDown();
              }
            });
    loop.run();
    assertEquals(Trainer.State.FINISHED, loop.status().state(), loop.status().message());
    assertEquals(List.of(2L, 4L), scoredSteps());
    assertTrue(events.get(events.size() - 1) instanceof Event.Ended);
    assertEquals(6, run.bestScore().orElseThrow());
  }

  @Test
  void keepsTheBestOfTheLargestPicturesThoughSmallerOnesScoreLess() {
    RunFolder run =
        RunFolder.create(
            folder,
            run(8)
                .recipe()
                .with("method.growing.from", 16)
                .with("method.growing.fadeImages", 0)
                .with("method.growing.stableImages", 32));
    TrainingLoop loop = loop(run, (snapshot, recipe, labelled, progress) -> score(snapshot.step()));
    loop.run();
    assertEquals(Trainer.State.FINISHED, loop.status().state(), loop.status().message());
    assertTrue(scoredSteps().contains(2L), () -> scoredSteps().toString());
    assertTrue(run.bestScore().orElseThrow() >= 4, () -> run.bestScore().toString());
    assertTrue(
        events.stream().anyMatch(each -> each instanceof Event.Grown grown && grown.size() == 32));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "waited too long");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void stopsWithoutWaitingForAnEvaluation() {
    CountDownLatch evaluating = new CountDownLatch(1);
    TrainingLoop loop =
        loop(
            run(2),
            (snapshot, recipe, labelled, progress) -> {
              evaluating.countDown();
              while (true) {
                progress.checkCancelled();
                Thread.onSpinWait();
              }
            });
    Thread stopper =
        new Thread(
            () -> {
              await(evaluating);
              while (!loop.status().message().equals("Measuring the last step")) {
                Thread.onSpinWait();
              }
              loop.ask(Steering::stop);
            });
    stopper.setDaemon(true);
    stopper.start();
    loop.run();
    assertEquals(Trainer.State.STOPPED, loop.status().state());
    assertEquals(List.of(), scoredSteps());
  }

  @Test
  void goesOnWhereAnEvaluationFails() {
    TrainingLoop loop =
        loop(
            run(4),
            (snapshot, recipe, labelled, progress) -> {
              throw new StudioException("No luck.");
            });
    loop.run();
    assertEquals(Trainer.State.FINISHED, loop.status().state(), loop.status().message());
    assertEquals(List.of(), scoredSteps());
  }
}

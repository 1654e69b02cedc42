package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.event.Event;

class KilledTrainingTest {
  private static final int KILLS = 10;
  private static final long CHECKPOINT_EVERY = 5;

  @TempDir Path folder;

  @Test
  void goesOnBitExactAfterBeingKilledTenTimes() throws IOException, InterruptedException {
    Recipe recipe = recipe();
    RunFolder killed = RunFolder.create(folder, recipe);
    long kept = kill(killed, KILLS, Long.MAX_VALUE, 0);
    RunFolder whole = RunFolder.create(folder, recipe.with("training.steps", kept));
    Home home = new Home(folder, Home.ofEnvironment().caches(), folder);
    assertTrue(Trainer.start(whole, home, event -> {}).await(Duration.ofMinutes(30)));
    assertEquals(latest(killed).tensors(), latest(whole).tensors());
  }

  @Test
  void goesOnBitExactWhereTheBatchSizeChangedBetweenTwoKills()
      throws IOException, InterruptedException {
    long change = 12; // no checkpoint is of this step, so each process that comes to it changes it
    RunFolder killed = RunFolder.create(folder, recipe());
    long kept = kill(killed, 4, change, change);
    assertEquals(TrainingProcess.LATER_BATCH, latest(killed).recipe().training().batchSize());
    RunFolder whole = RunFolder.create(folder, recipe().with("training.steps", kept));
    Trainer trainer = TrainingProcess.start(whole, change);
    assertTrue(trainer.await(Duration.ofMinutes(30)));
    assertEquals(latest(killed).imagesSeen(), latest(whole).imagesSeen());
    assertEquals(latest(killed).tensors(), latest(whole).tensors());
  }

  private static Checkpoint latest(RunFolder run) {
    return RunFolder.open(run.path()).latestCheckpoint().orElseThrow();
  }

  /**
   * Trains and kills, over and over.
   *
   * @param times at least; more often until a checkpoint is beyond a step
   * @param change step after which the batch size changes
   * @param reached the step that is to be left behind
   * @return the step of the newest checkpoint
   */
  private long kill(RunFolder killed, int times, long change, long reached)
      throws IOException, InterruptedException {
    Random random = new Random(1);
    long kept = 0;
    for (int i = 0; i < times || kept <= reached; i++) {
      Process process = train(killed.path(), change);
      try {
        waitForSteps(killed, kept + 1 + random.nextInt(10), process);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(100));
      } finally {
        process.destroyForcibly().waitFor();
      }
      RunFolder opened = RunFolder.open(killed.path());
      Checkpoint checkpoint = opened.latestCheckpoint().orElseThrow();
      long told =
          opened.events().read().stream()
              .filter(Event.Scalars.class::isInstance)
              .mapToLong(Event::step)
              .max()
              .orElseThrow();
      assertTrue(checkpoint.step() >= kept, "a checkpoint was lost");
      assertTrue(
          told - checkpoint.step() <= CHECKPOINT_EVERY + 1,
          "step " + told + " lost more than since checkpoint " + checkpoint.step());
      kept = checkpoint.step();
    }
    return kept;
  }

  private static Recipe recipe() {
    return Recipe.defaults()
        .with("generator.width", 4)
        .with("generator.latentSize", 8)
        .with("discriminator.width", 4)
        .with("training.batchSize", 4)
        .with("training.steps", 1_000_000L)
        .with("training.checkpointEvery", CHECKPOINT_EVERY)
        .with("training.evaluateEvery", 0L);
  }

  /** Waits for a step after those already kept, so that each process trains before it is killed. */
  private static void waitForSteps(RunFolder run, long atLeast, Process process)
      throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofMinutes(15).toNanos();
    long from = System.currentTimeMillis();
    while (run.events().read().stream()
        .noneMatch(
            each ->
                each instanceof Event.Scalars
                    && each.step() >= atLeast
                    && each.time().toEpochMilli() >= from)) {
      assertTrue(process.isAlive(), "the training ended by itself");
      assertTrue(System.nanoTime() < deadline, "the training makes no steps");
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private Process train(Path run, long change) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            TrainingProcess.class.getName(),
            run.toString(),
            Long.toString(change))
        .redirectErrorStream(true)
        .redirectOutput(Files.createTempFile(folder, "training", ".log").toFile())
        .start();
  }
}

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
    Recipe recipe =
        Recipe.defaults()
            .with("generator.width", 4)
            .with("generator.latentSize", 8)
            .with("discriminator.width", 4)
            .with("training.batchSize", 4)
            .with("training.steps", 1_000_000L)
            .with("training.checkpointEvery", CHECKPOINT_EVERY)
            .with("training.evaluateEvery", 0L);
    RunFolder killed = RunFolder.create(folder, recipe);
    Random random = new Random(1);
    long kept = 0;
    for (int i = 0; i < KILLS; i++) {
      Process process = train(killed.path());
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
    Checkpoint actual = RunFolder.open(killed.path()).latestCheckpoint().orElseThrow();
    RunFolder whole = RunFolder.create(folder, recipe.with("training.steps", actual.step()));
    Home home = new Home(folder, Home.ofEnvironment().caches(), folder);
    assertTrue(Trainer.start(whole, home, event -> {}).await(Duration.ofMinutes(30)));
    assertEquals(actual.tensors(), whole.latestCheckpoint().orElseThrow().tensors());
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

  private Process train(Path run) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            TrainingProcess.class.getName(),
            run.toString())
        .redirectErrorStream(true)
        .redirectOutput(Files.createTempFile(folder, "training", ".log").toFile())
        .start();
  }
}

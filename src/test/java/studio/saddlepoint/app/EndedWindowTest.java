package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;

/** Ends the window's process from outside, as kill and a log-out do. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Java ends processes there without a signal")
class EndedWindowTest {
  /** Only what hangs is ended by it. */
  private static final long AT_MOST_MINUTES = 10;

  @TempDir private Path folder;

  /** So that only the first and the last one are written. */
  private static Recipe withoutCheckpointsOnTheWay() {
    return Recipe.defaults()
        .with("generator.width", 4)
        .with("generator.latentSize", 8)
        .with("discriminator.width", 4)
        .with("training.batchSize", 4)
        .with("training.steps", 1_000_000L)
        .with("training.checkpointEvery", 1_000_000L)
        .with("training.evaluateEvery", 0L);
  }

  private Process open(RunFolder run) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(each -> each.startsWith("-D") || each.startsWith("--add-exports"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            WindowProcess.class.getName(),
            run.path().toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output.txt").toFile())
        .start();
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("output.txt"));
  }

  private long lastStep(RunFolder run) {
    return run.events().read().stream()
        .filter(Event.Scalars.class::isInstance)
        .mapToLong(Event::step)
        .max()
        .orElse(0);
  }

  @Test
  void writesACheckpointOfTheLastStep() throws IOException, InterruptedException {
    RunFolder run = RunFolder.create(folder, withoutCheckpointsOnTheWay());
    Process window = open(run);
    try {
      long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(AT_MOST_MINUTES);
      while (lastStep(run) < 3) {
        assertTrue(window.isAlive(), output());
        assertTrue(System.nanoTime() < deadline, "It makes no steps: " + output());
        TimeUnit.MILLISECONDS.sleep(100);
      }
      window.destroy();
      assertTrue(window.waitFor(AT_MOST_MINUTES, TimeUnit.MINUTES), output());
    } finally {
      window.destroyForcibly();
    }
    RunFolder opened = RunFolder.open(run.path());
    assertEquals(lastStep(opened), opened.latestCheckpoint().orElseThrow().step(), output());
    List<Event> told = opened.events().read();
    assertTrue(
        told.get(told.size() - 1) instanceof Event.Ended end && end.reason().equals("Stopped"),
        () -> told.get(told.size() - 1).toString());
  }
}

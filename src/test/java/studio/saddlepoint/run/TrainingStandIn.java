package studio.saddlepoint.run;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.Follower;

/**
 * Writes a run as fast as it can until it is killed: a line for every step, a checkpoint for every
 * tenth. With a second argument it only holds the lock.
 */
final class TrainingStandIn {
  static final int SIZE = 50_000;
  static final int EVERY = 10;

  private TrainingStandIn() {}

  /**
   * @param arguments the run folder
   */
  public static void main(String[] arguments) throws InterruptedException {
    RunFolder run = RunFolder.open(Path.of(arguments[0]));
    try (RunLock lock = run.lock()) {
      long start = run.latestCheckpoint().map(Checkpoint::step).orElse(0L);
      run.events().append(new Event.Begun(Instant.now(), start, "cpu", start > 0));
      if (start == 0) { // as a training does: a run that has made steps has a checkpoint
        run.saveCheckpoint(Fixtures.checkpoint(0, SIZE));
      }
      if (arguments.length > 1) {
        TimeUnit.HOURS.sleep(1);
      }
      for (long step = start + 1; ; step++) {
        run.events().append(new Event.Scalars(Instant.now(), step, Map.of("loss", 1.0 / step)));
        if (step % EVERY == 0) {
          run.saveCheckpoint(Fixtures.checkpoint(step, SIZE));
          // So that some kills fall between saving and telling.
          Thread.sleep(20);
          run.events().append(new Event.Checkpointed(Instant.now(), step, "file"));
        }
      }
    }
  }

  /** Waits until it has told an event of a kind; only what hangs is given up. */
  static void waitFor(Class<? extends Event> kind, Follower follower, Process process)
      throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
    while (follower.poll().stream().noneMatch(kind::isInstance)) {
      assertTrue(process.isAlive(), "it ended by itself");
      assertTrue(System.nanoTime() < deadline, "it tells nothing");
      Thread.sleep(5);
    }
  }

  /** Starts it as its own process. */
  static Process start(RunFolder run, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                TrainingStandIn.class.getName(),
                run.path().toString()));
    command.addAll(List.of(more));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(run.path().resolveSibling("output.txt").toFile())
        .start();
  }
}

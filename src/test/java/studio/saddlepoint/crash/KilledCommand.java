package studio.saddlepoint.crash;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A command of the program in a process of its own, to be killed as {@code kill -9} does. */
final class KilledCommand implements AutoCloseable {
  private static final long PATIENCE_MINUTES = 10;

  /** The exit code of what SIGKILL ended. */
  private static final int BY_SIGNAL = 128 + 9;

  private static final long BETWEEN_LOOKS_NANOS = 50_000;

  private final Process process;
  private final Path log;
  private final long begun = System.nanoTime();

  private KilledCommand(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a command.
   *
   * @param log gets what it says
   */
  static KilledCommand start(Path log, List<String> args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Dai.djl.offline=true",
                "-DOPT_OUT_TRACKING=true",
                "-cp",
                System.getProperty("java.class.path"),
                "studio.saddlepoint.Saddlepoint"));
    command.addAll(args);
    return new KilledCommand(
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start(),
        log);
  }

  /** Waits until something is so, or the command has ended; whether it still runs. */
  boolean runsWhen(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
    while (process.isAlive() && !condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, () -> "waited too long: " + said());
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
    }
    return process.isAlive();
  }

  /** Waits for a time since its start, or its end. */
  boolean runsAfter(long millis) {
    return runsWhen(() -> System.nanoTime() - begun >= TimeUnit.MILLISECONDS.toNanos(millis));
  }

  /** Waits for its end; milliseconds that it took. */
  long end() throws InterruptedException {
    assertTrue(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES), this::said);
    assertTrue(process.exitValue() == 0, this::said);
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
  }

  /**
   * Kills it.
   *
   * @return whether it ran until then, or until somebody else killed it
   */
  boolean kill() throws InterruptedException {
    boolean ran = process.isAlive();
    int code = process.destroyForcibly().waitFor();
    boolean killed = ran || code == BY_SIGNAL;
    assertTrue(killed || code == 0, () -> "exit code " + code + ": " + said());
    return killed;
  }

  /** What it said. */
  String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}

package studio.saddlepoint.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import studio.saddlepoint.core.Progress;

/**
 * Work that Ctrl-C cancels: the program does not end before it has cleaned up. Tells how far it is
 * and how long it will still take.
 */
final class CancellableWork implements Progress, AutoCloseable {
  private static final long CLEANING_SECONDS = 60;
  private static final double TELLING = 0.02;

  private final CommandOutput console;
  private final String words;
  private final long started = System.nanoTime();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread atCtrlC = new Thread(this::cancel, "ctrl-c");
  private volatile boolean cancelled;

  /**
   * Begins, until it is closed.
   *
   * @param console where it is told
   */
  CancellableWork(CommandOutput console) {
    this(console, "Cancelled: nothing was written.");
  }

  /**
   * Begins, until it is closed.
   *
   * @param console where it is told
   * @param words what is told when it was cancelled
   */
  CancellableWork(CommandOutput console, String words) {
    this.console = console;
    this.words = words;
    Runtime.getRuntime().addShutdownHook(atCtrlC);
  }

  /** Asks the work to end, and waits until it has. */
  void cancel() {
    cancelled = true;
    try {
      if (ended.await(CLEANING_SECONDS, TimeUnit.SECONDS)) {
        console.error(words);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  @Override
  public void report(String stage, double fraction) {
    if (fraction < TELLING || fraction >= 1 || Double.isNaN(fraction)) {
      console.report(stage, fraction);
      return;
    }
    double elapsed = System.nanoTime() - started;
    Duration left = Duration.ofNanos((long) (elapsed * (1 - fraction) / fraction));
    console.status(
        stage + " " + Math.round(fraction * 100) + " %, " + Durations.text(left) + " left");
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(atCtrlC);
    } catch (IllegalStateException e) {
      // Ctrl-C was pressed: the hook is running and will end by itself.
      return;
    }
  }
}

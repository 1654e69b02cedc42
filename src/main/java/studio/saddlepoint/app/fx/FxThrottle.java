package studio.saddlepoint.app.fx;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs one action on the FX thread at most once per interval, however often it is asked for: one
 * pending request instead of a queue. Nothing ticks while nobody asks.
 */
public final class FxThrottle {
  private static final ScheduledExecutorService TIMER =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "window-timer");
            thread.setDaemon(true);
            return thread;
          });

  private final Executor ui;
  private final Supplier<Duration> interval;
  private final Runnable action;

  /** The request that waits for its turn; one that is not this any more does nothing. */
  private final AtomicReference<@Nullable Object> pending = new AtomicReference<>();

  private volatile long last = System.nanoTime() - TimeUnit.HOURS.toNanos(1);

  /**
   * A throttle for an action.
   *
   * @param ui the FX thread ({@code Platform::runLater})
   * @param interval the shortest time between two runs; asked anew each time
   * @param action what to run
   */
  public FxThrottle(Executor ui, Supplier<Duration> interval, Runnable action) {
    this.ui = ui;
    this.interval = interval;
    this.action = action;
  }

  /** Asks for a run, soon. From any thread; costs next to nothing when one is pending. */
  public void request() {
    Object ticket = new Object();
    if (pending.compareAndSet(null, ticket)) {
      long wait = interval.get().toNanos() - (System.nanoTime() - last);
      if (wait <= 0) {
        ui.execute(() -> run(ticket));
      } else {
        TIMER.schedule(() -> ui.execute(() -> run(ticket)), wait, TimeUnit.NANOSECONDS);
      }
    }
  }

  /**
   * Asks for a run at once, whatever the interval, in the place of one that is pending: for what a
   * person waits for, which is rare. From any thread.
   */
  public void hurry() {
    ui.execute(
        () -> {
          pending.set(null);
          run();
        });
  }

  /**
   * Runs an action once on the FX thread, later.
   *
   * @param ui the FX thread
   * @param delay how much later
   * @param action what to run
   */
  public static void later(Executor ui, Duration delay, Runnable action) {
    TIMER.schedule(() -> ui.execute(action), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void run(Object ticket) {
    if (pending.compareAndSet(ticket, null)) {
      run();
    }
  }

  private void run() {
    last = System.nanoTime();
    action.run();
  }
}

package studio.saddlepoint.app.fx;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Keeps drawing cheap: measures the processor time that a redraw costs and stretches the time
 * between redraws so that drawing takes no more than a share of the machine. Training needs the
 * processors more than charts do.
 *
 * <p>For one thread, except {@link #interval()}.
 */
public final class DrawingBudget {
  /** The share of the machine that drawing may take. */
  public static final double SHARE = 0.02;

  private static final Duration SHORTEST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(4);

  /** Weight of the newest cost in the running mean: one slow redraw must not freeze the window. */
  private static final double NEWEST = 0.3;

  private final LongSupplier cpuNanos;
  private final int processors;
  private final double share;
  private long before;
  private boolean measured;
  private volatile double costNanos;

  /**
   * A budget.
   *
   * @param cpuNanos processor time spent on drawing since ever, in nanoseconds
   * @param processors of the machine
   * @param share of the machine's time that drawing may take, 0 to 1
   */
  public DrawingBudget(LongSupplier cpuNanos, int processors, double share) {
    this.cpuNanos = cpuNanos;
    this.processors = processors;
    this.share = share;
    this.before = cpuNanos.getAsLong();
  }

  /** The budget of this window: counts the threads of JavaFX and those that paint charts. */
  public static DrawingBudget ofWindow() {
    return new DrawingBudget(
        new DrawingThreads()::cpuNanos, Runtime.getRuntime().availableProcessors(), SHARE);
  }

  /** A redraw begins: what was spent since the last one is what that one cost. */
  public void redraw() {
    long now = cpuNanos.getAsLong();
    double cost = Math.max(0, now - before);
    before = now;
    costNanos = measured ? costNanos + NEWEST * (cost - costNanos) : cost;
    measured = true;
  }

  /** What a redraw costs, in processor time; a running mean. */
  public Duration cost() {
    return Duration.ofNanos((long) costNanos);
  }

  /** The time to leave between two redraws. */
  public Duration interval() {
    long nanos = (long) (costNanos / (share * processors));
    return Duration.ofNanos(Math.min(LONGEST.toNanos(), Math.max(SHORTEST.toNanos(), nanos)));
  }
}

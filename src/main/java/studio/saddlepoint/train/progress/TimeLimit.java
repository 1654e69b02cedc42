package studio.saddlepoint.train.progress;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * The time that a training may take in place of a number of steps; it begins with the first step.
 */
public final class TimeLimit {
  private final Duration length;
  private final LongSupplier nanos;
  private OptionalLong began = OptionalLong.empty();

  /**
   * A limit that has not begun.
   *
   * @param length how long, above 0
   * @param nanos a clock such as {@link System#nanoTime}
   */
  public TimeLimit(Duration length, LongSupplier nanos) {
    this.length = length;
    this.nanos = nanos;
  }

  /** Whether the time is over. Asked for the first time, it begins now, so it is not. */
  public boolean over() {
    if (began.isEmpty()) {
      began = OptionalLong.of(nanos.getAsLong());
      return false;
    }
    return left().isZero();
  }

  /** Time left, 0 or more. */
  public Duration left() {
    long gone = began.isEmpty() ? 0 : nanos.getAsLong() - began.getAsLong();
    Duration left = length.minusNanos(gone);
    return left.isNegative() ? Duration.ZERO : left;
  }
}

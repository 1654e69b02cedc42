package studio.saddlepoint.train.progress;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;

/**
 * A moment of a training, by three clocks.
 *
 * @param nanos by a clock that only goes forward, such as {@link System#nanoTime}
 * @param processorNanos that this process has had, of all cores; 0 where that is not told
 * @param clock what the computer's clock shows, which may be set
 */
public record Moment(long nanos, long processorNanos, Instant clock) {
  /** What stands still this much longer than usual was stopped, not slow. */
  public static final Duration LEAST_STILL = Duration.ofSeconds(20);

  /** Of the time that a process stood still it cannot have worked for more than this share. */
  private static final double MOST_WORK = 0.1;

  /** The moment of now. */
  public static Moment now() {
    long processor =
        ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
            ? Math.max(0, machine.getProcessCpuTime())
            : 0;
    return new Moment(System.nanoTime(), processor, Instant.now());
  }

  /** The time since another moment, by the clock that only goes forward. */
  public Duration since(Moment before) {
    return Duration.ofNanos(nanos - before.nanos);
  }

  /** How far the computer's clock was set since another moment: below 0 where back. */
  public Duration setSince(Moment before) {
    return Duration.between(before.clock, clock).minus(since(before));
  }

  /**
   * How long the process stood still since another moment, because it was stopped (SIGSTOP), or
   * waited for a disk or for a processor: time that went by without work. Zero where it did not.
   *
   * @param usual how long what was done in between takes
   */
  public Duration stillSince(Moment before, Duration usual) {
    Duration longer = since(before).minus(usual);
    if (longer.compareTo(LEAST_STILL) < 0) {
      return Duration.ZERO;
    }
    double usualWork = (double) usual.toNanos() * Runtime.getRuntime().availableProcessors();
    double work = processorNanos - before.processorNanos - usualWork;
    return work <= MOST_WORK * longer.toNanos() ? longer : Duration.ZERO;
  }
}

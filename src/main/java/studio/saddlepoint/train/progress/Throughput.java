package studio.saddlepoint.train.progress;

import java.util.ArrayDeque;
import java.util.Deque;

/** Pictures per second over the last seconds. */
public final class Throughput {
  private static final long WINDOW_NANOS = 3_000_000_000L;

  private final Deque<long[]> marks = new ArrayDeque<>();
  private long pictures;

  /** Forgets everything: the next mark begins a new window. */
  public void restart() {
    marks.clear();
  }

  /**
   * A step was made.
   *
   * @param nanos the time now, as {@link System#nanoTime}
   * @param seen real pictures it took
   */
  public void step(long nanos, long seen) {
    pictures += seen;
    marks.addLast(new long[] {nanos, pictures});
    while (marks.size() > 2 && nanos - marks.getFirst()[0] > WINDOW_NANOS) {
      marks.removeFirst();
    }
  }

  public double picturesPerSecond() {
    if (marks.size() < 2) {
      return 0;
    }
    long[] from = marks.getFirst();
    long[] to = marks.getLast();
    return (to[1] - from[1]) * 1e9 / Math.max(1, to[0] - from[0]);
  }
}

package studio.saddlepoint.app;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * The pace of work and the time that it will still take, by what was done in the later half of the
 * time so far: the first parts of work are often there already, or slow to begin.
 */
final class WorkPace {
  private static final double LEAST_DONE = 0.02;

  /** From here on a plan is not asked any more. */
  private static final double ENOUGH_DONE = 0.3;

  /** The first moments are slow, for the program is still being compiled, and tell little. */
  private static final long SETTLED_NANOS = 2_000_000_000L;

  private final Deque<Mark> marks = new ArrayDeque<>();
  private long begun;
  private boolean even;
  private DoubleSupplier plannedSeconds = () -> Double.NaN;

  private record Mark(long nanos, double share) {}

  /** Nothing done. */
  WorkPace() {
    marks.add(new Mark(0, 0));
  }

  /**
   * So much is done.
   *
   * @param nanos since the work began
   * @param share 0 to 1; below 0 where it is not known
   */
  void reached(long nanos, double share) {
    double before = marks.getLast().share;
    if (share < before || share <= 0 && before == 0) {
      marks.clear(); // another part, counted anew, or none was begun until now
      begun = nanos;
    }
    while (even && marks.size() > 1) {
      marks.removeLast();
    }
    if (share >= 0) {
      marks.addLast(new Mark(nanos, share));
    }
    if (marks.isEmpty()) {
      marks.addLast(new Mark(nanos, 0));
    }
    while (!even && marks.size() > 2 && second().nanos - begun <= (nanos - begun) / 2) {
      marks.removeFirst();
    }
  }

  /**
   * From now on shares are taken to follow the time: all that was done tells of what is left. What
   * was done last would mislead where small parts took a little longer than planned. Before much
   * was done, the plan tells as well.
   *
   * @param planned the seconds that all will take; NaN while that is not known
   */
  void evenly(DoubleSupplier planned) {
    even = true;
    plannedSeconds = planned;
  }

  private Mark second() {
    Mark first = marks.removeFirst();
    Mark second = marks.getFirst();
    marks.addFirst(first);
    return second;
  }

  /**
   * The time left; empty where too little is done to tell, or it was begun just now.
   *
   * @param nanos since the work began
   */
  Optional<Duration> remaining(long nanos) {
    double from = marks.getFirst().share;
    double to = marks.getLast().share;
    double planned = plannedSeconds.getAsDouble() * 1e9;
    if (to < LEAST_DONE || to > 1 || to <= from) {
      return Double.isNaN(planned) || to > 1
          ? Optional.empty()
          : Optional.of(Duration.ofNanos((long) ((1 - to) * planned)));
    }
    if (Double.isNaN(planned) && nanos - begun < SETTLED_NANOS) {
      return Optional.empty();
    }
    double whole = (nanos - marks.getFirst().nanos) / (to - from);
    if (!Double.isNaN(planned)) {
      double trust = Math.min(1, (to - from) / ENOUGH_DONE);
      whole = Math.pow(whole, trust) * Math.pow(planned, 1 - trust);
    }
    return Optional.of(Duration.ofNanos((long) ((1 - to) * whole)));
  }
}

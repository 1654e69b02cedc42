package studio.saddlepoint.metrics.pace;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import studio.saddlepoint.core.Progress;

/**
 * An evaluation's progress, divided by the time that its parts will take, so that half of the bar
 * is half of the time; and a clock that tells {@link Paces} how long they took.
 */
public final class Stages {
  private final Paces paces;
  private final List<PlannedWork> parts;
  private final Progress progress;
  private final LongSupplier clock;
  private final double[] ends;
  private int current = -1;
  private int last = -1;
  private double done = 1;
  private long began;

  /**
   * Nothing begun yet.
   *
   * @param paces asked how long parts take, and told
   * @param parts in the order in which they will be begun
   * @param progress of all of them
   */
  public Stages(Paces paces, List<PlannedWork> parts, Progress progress) {
    this(paces, parts, progress, System::nanoTime);
  }

  /** With a clock in nanoseconds. */
  Stages(Paces paces, List<PlannedWork> parts, Progress progress, LongSupplier clock) {
    this.paces = paces;
    this.parts = List.copyOf(parts);
    this.progress = progress;
    this.clock = clock;
    this.ends = new double[parts.size()];
    double sum = 0;
    for (int i = 0; i < ends.length; i++) {
      sum += paces.seconds(parts.get(i));
      ends[i] = sum;
    }
    for (int i = 0; i < ends.length && sum > 0; i++) {
      ends[i] /= sum;
    }
  }

  /**
   * Ends the part before and begins another. One that was not planned takes no share of the
   * progress.
   *
   * @return where it tells how far it is
   */
  public Progress begin(Work work) {
    return begin(part -> part.work() == work);
  }

  /** The same of the part of one kind. */
  public Progress begin(Work work, String kind) {
    return begin(part -> part.work() == work && part.kind().equals(kind));
  }

  private Progress begin(Predicate<PlannedWork> which) {
    end();
    for (int i = 0; i < parts.size(); i++) {
      if (which.test(parts.get(i))) {
        current = i;
        began = clock.getAsLong();
        return progress.part(i == 0 ? 0 : ends[i - 1], ends[i]);
      }
    }
    double here = here();
    return progress.part(here, here);
  }

  private double here() {
    return last < 0 ? 0 : ends[last];
  }

  /**
   * The part that was begun turned out to be another amount of work than was planned.
   *
   * @param share of what was planned, above 0
   */
  public void turnedOut(double share) {
    done = share;
  }

  /** The part that was begun is done. */
  public void end() {
    if (current >= 0) {
      PlannedWork part = parts.get(current);
      PlannedWork made = new PlannedWork(part.work(), part.kind(), part.usualSeconds() * done);
      paces.took(made, (clock.getAsLong() - began) / 1e9);
      last = current;
      current = -1;
      done = 1;
    }
  }
}

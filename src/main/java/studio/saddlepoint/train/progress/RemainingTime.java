package studio.saddlepoint.train.progress;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The time that the steps left will take, by the later half of the time that a training has run.
 * That has what comes between steps in it (sheets, checkpoints), follows a computer that gets
 * slower or faster, and leaves out the slow first steps.
 *
 * <p>Steps beside an evaluation are slower and told apart. The first evaluation is no measure for
 * those to come: in it the data set's classifier learns, once. What is left of it is told by how
 * far it is; of the others, by how much they held up the steps since the first.
 */
public final class RemainingTime {
  private static final long SHORTEST_NANOS = 10_000_000_000L;
  private static final long BETWEEN_MARKS = 250_000_000L;
  private static final double FEW_STEPS = 5;
  private static final double LEAST_SHARE = 0.02;

  /** Time and steps at a moment, since the training began to run. */
  private record Mark(Amount all, Amount quiet) {}

  /** Time and the steps made in it, by their effort. */
  private record Amount(long nanos, double steps) {
    private static final Amount NONE = new Amount(0, 0);

    Amount plusStep(long more, double effort) {
      return new Amount(nanos + more, steps + effort);
    }

    Amount since(Amount before) {
      return new Amount(nanos - before.nanos, steps - before.steps);
    }

    double nanosPerStep() {
      return nanos / steps;
    }

    /** How much longer it was than so many steps. */
    double longerThan(double nanosPerStep) {
      return Math.max(0, nanos - nanosPerStep * steps);
    }
  }

  private final Deque<Mark> marks = new ArrayDeque<>();
  private Amount all = Amount.NONE;
  private Amount quiet = Amount.NONE;
  private Amount first = Amount.NONE;
  private Amount later = Amount.NONE;
  private double sinceFirst;
  private double share = Double.NaN;
  private boolean firstIsOver;
  private long before;
  private boolean interrupted = true;

  /** The time until the next step is not the training's: it waits, or is opened. */
  public void interrupt() {
    interrupted = true;
  }

  /**
   * Whether an evaluation runs beside the next step.
   *
   * @param done how far it is, 0 to 1; NaN where none runs
   */
  public void evaluating(double done) {
    firstIsOver |= Double.isNaN(done) && first.steps > 0;
    share = done;
  }

  /**
   * A step was made.
   *
   * @param nanos the time now, as {@link System#nanoTime}
   * @param effort how much work it was beside others: 1 where all are alike
   */
  public void step(long nanos, double effort) {
    if (!interrupted) {
      count(nanos - before, effort);
    }
    before = nanos;
    interrupted = false;
    if (marks.isEmpty() || all.nanos - marks.getLast().all.nanos >= BETWEEN_MARKS) {
      marks.addLast(new Mark(all, quiet));
    }
    long window = Math.max(SHORTEST_NANOS, all.nanos / 2);
    while (marks.size() > 2 && all.nanos - marks.getFirst().all.nanos > window) {
      marks.removeFirst();
    }
  }

  private void count(long nanos, double effort) {
    all = all.plusStep(nanos, effort);
    sinceFirst += firstIsOver ? effort : 0;
    if (Double.isNaN(share)) {
      quiet = quiet.plusStep(nanos, effort);
    } else if (firstIsOver) {
      later = later.plusStep(nanos, effort);
    } else {
      first = first.plusStep(nanos, effort);
    }
  }

  /**
   * The time left; empty before two steps were made in a row.
   *
   * @param steps left, by their effort
   */
  public Optional<Duration> of(double steps) {
    Mark from = marks.peekFirst();
    if (from == null || all.steps == from.all.steps) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofNanos((long) nanos(Math.max(0, steps), from)));
  }

  private double nanos(double steps, Mark from) {
    double recent = all.since(from.all).nanosPerStep();
    Amount undisturbed = quiet.since(from.quiet);
    if (undisturbed.steps < FEW_STEPS) {
      undisturbed = quiet;
    }
    if (undisturbed.steps < FEW_STEPS) {
      return steps * recent; // never without an evaluation
    }
    double pace = undisturbed.nanosPerStep();
    double heldUp = sinceFirst == 0 ? 0 : later.longerThan(pace) / sinceFirst;
    double left = steps * (pace + heldUp);
    boolean inFirst = !firstIsOver && first.steps > 0;
    if (!inFirst) {
      return left;
    }
    double beside = steps * first.nanosPerStep(); // if it ends no sooner than the steps do
    return share < LEAST_SHARE
        ? Math.min(left, beside)
        : Math.min(left + first.longerThan(pace) * (1 - share) / share, beside);
  }
}

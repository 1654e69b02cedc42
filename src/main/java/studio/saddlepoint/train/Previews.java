package studio.saddlepoint.train;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sample sheets for somebody who watches a training: a few in its first seconds, by the clock, when
 * the sheets by the recipe's interval can be a minute away; and whenever it waits, of the step that
 * it waits at. Used on the training thread.
 */
final class Previews {
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration SECOND = Duration.ofSeconds(5);

  private final LongSupplier nanos;
  private @Nullable Consumer<Preview> watcher;
  private Duration due = FIRST;
  private long began;
  private long last = -1;
  private long sheetBefore;
  private boolean early;

  /**
   * For nobody yet.
   *
   * @param nanos a clock such as {@link System#nanoTime}
   */
  Previews(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Somebody watches from now on. */
  void watchedBy(Consumer<Preview> to) {
    watcher = to;
  }

  /** The steps begin. */
  void begin(RunKeeper keeper) {
    began = nanos.getAsLong();
    sheetBefore = keeper.lastSheet();
    early = true;
  }

  /** A step was made, and what was due at it is done. */
  void afterStep(RunKeeper keeper, TrainingState training) {
    early &= keeper.lastSheet() == sheetBefore;
    if (!early || watcher == null) {
      return;
    }
    Duration running = Duration.ofNanos(nanos.getAsLong() - began);
    if (running.compareTo(due) >= 0) {
      while (running.compareTo(due) >= 0) {
        due = due.equals(FIRST) ? SECOND : due.multipliedBy(2);
      }
      draw(training);
    }
  }

  /** The training waits at a step. */
  void waiting(RunKeeper keeper, TrainingState training) {
    if (keeper.lastSheet() == training.step()) {
      last = training.step(); // seen already
    } else if (last != training.step()) {
      draw(training);
    }
  }

  private void draw(TrainingState training) {
    if (watcher != null) {
      last = training.step();
      watcher.accept(Preview.of(training));
    }
  }
}

package studio.saddlepoint.train.progress;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The gaps in a training's time: between two steps the program stood still, or the computer's clock
 * was set. What lasts a training by the clock is not what it trained.
 */
public final class TimeGaps {
  /** A clock that is put right by less than this needs no word. */
  private static final Duration LEAST_SET = Duration.ofSeconds(2);

  /** Of the usual time of a step, the share that the newest one has. */
  private static final double NEWEST = 0.1;

  /** One who stands still again and again, as for a slow disk, is told only of what is longer. */
  private static final Duration NEEDED_LATER = Moment.LEAST_STILL.multipliedBy(2);

  private @Nullable Moment before;
  private Duration usual = Duration.ZERO;
  private Duration needed = Moment.LEAST_STILL;

  /**
   * A gap.
   *
   * @param still how long the program stood still; zero where it did not
   * @param set how far the computer's clock was set, below zero where back; zero where it was not.
   *     A computer that slept looks as one whose clock was set forward
   */
  public record Gap(Duration still, Duration set) {}

  /** The time until the next step is not the training's: it waits, or is opened. */
  public void interrupt() {
    before = null;
  }

  /**
   * A step was made.
   *
   * @return what was strange about the time since the one before
   */
  public Optional<Gap> step(Moment now) {
    Moment last = before;
    before = now;
    if (last == null) {
      return Optional.empty();
    }
    Duration still = now.stillSince(last, usual);
    Duration set = now.setSince(last);
    boolean stood = still.compareTo(needed) >= 0;
    boolean wasSet = set.abs().compareTo(LEAST_SET) >= 0;
    if (stood) {
      needed = NEEDED_LATER;
    } else {
      double newest = usual.isZero() ? 1 : NEWEST;
      usual =
          Duration.ofNanos(
              (long) (newest * now.since(last).toNanos() + (1 - newest) * usual.toNanos()));
    }
    return stood || wasSet
        ? Optional.of(new Gap(stood ? still : Duration.ZERO, wasSet ? set : Duration.ZERO))
        : Optional.empty();
  }
}

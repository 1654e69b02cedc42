package studio.saddlepoint.app.desktop;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** How long a training has to have run for its end to be told outside of the window. */
public enum NoticeAfter {
  /** Nothing is told. */
  NEVER(-1),
  /** Whatever took a minute. */
  ONE(1),
  /** The usual. */
  FIVE(5),
  /** A quarter of an hour. */
  FIFTEEN(15),
  /** An hour. */
  SIXTY(60);

  private final int minutes;

  NoticeAfter(int minutes) {
    this.minutes = minutes;
  }

  /** As settings keep it; below 0 for never. */
  public int minutes() {
    return minutes;
  }

  /** The choice that a kept text says; the usual where it says none. */
  static NoticeAfter of(String kept) {
    return Stream.of(values())
        .filter(each -> Integer.toString(each.minutes).equals(kept))
        .findFirst()
        .orElse(FIVE);
  }

  /** From when on; empty for never. */
  Optional<Duration> time() {
    return minutes < 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(minutes));
  }
}

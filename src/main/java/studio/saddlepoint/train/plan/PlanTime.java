package studio.saddlepoint.train.plan;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Lengths of time that want different recipes; each is called by the one it is made for. */
public enum PlanTime {
  /** Some minutes. */
  SHORT(Duration.ofMinutes(5), Duration.ofMinutes(12)),
  /** About half an hour. */
  MEDIUM(Duration.ofMinutes(30), Duration.ofHours(2)),
  /** A night. */
  LONG(Duration.ofHours(8), Duration.ofDays(365));

  private final Duration usual;
  private final Duration longest;

  PlanTime(Duration usual, Duration longest) {
    this.usual = usual;
    this.longest = longest;
  }

  /** The time that a person names by it: five minutes, half an hour, overnight. */
  public Duration usual() {
    return usual;
  }

  /** Its name in the tables. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By its name in the tables. */
  static Optional<PlanTime> of(String id) {
    return Stream.of(values()).filter(each -> each.id().equals(id)).findFirst();
  }

  /** Which one a time is among. */
  static PlanTime of(Duration time) {
    return Stream.of(values())
        .filter(each -> time.compareTo(each.longest) <= 0)
        .findFirst()
        .orElse(LONG);
  }
}

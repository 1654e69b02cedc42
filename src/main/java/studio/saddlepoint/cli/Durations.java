package studio.saddlepoint.cli;

import java.time.Duration;
import java.util.Locale;

/** Durations for people. */
final class Durations {
  private Durations() {}

  /** Such as "0.8 s", "42 s", "3 min 20 s" or "2 h 5 min". */
  static String text(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 10) {
      return String.format(Locale.ENGLISH, "%.1f s", duration.toMillis() / 1000.0);
    } else if (seconds < 60) {
      return seconds + " s";
    } else if (seconds < 3600) {
      return seconds / 60 + " min " + seconds % 60 + " s";
    }
    return seconds / 3600 + " h " + seconds / 60 % 60 + " min";
  }
}

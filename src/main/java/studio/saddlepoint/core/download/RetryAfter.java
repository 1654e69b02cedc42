package studio.saddlepoint.core.download;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The time at which a busy server wants to be asked again (RFC 9110, 10.2.3). */
final class RetryAfter {
  private static final int MOST_DIGITS = 9;
  private static final long MOST_SECONDS = 120;
  private static final long MOST_MINUTES = 120;

  private RetryAfter() {}

  /**
   * The wait in words, rounded up.
   *
   * @param header a number of seconds, or a date
   * @param now what a date is compared with
   * @return empty where the header is neither, or the time is over
   */
  static Optional<String> text(String header, Instant now) {
    return seconds(header.strip(), now).filter(each -> each > 0).map(RetryAfter::text);
  }

  private static Optional<Long> seconds(String header, Instant now) {
    if (header.matches("\\d{1," + MOST_DIGITS + "}")) {
      return Optional.of(Long.parseLong(header));
    }
    try {
      Instant then = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(now, then).plusMillis(999).toSeconds());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String text(long seconds) {
    if (seconds <= MOST_SECONDS) {
      return seconds == 1 ? "a second" : seconds + " seconds";
    }
    long minutes = (seconds + 59) / 60;
    return minutes <= MOST_MINUTES ? minutes + " minutes" : (minutes + 59) / 60 + " hours";
  }
}

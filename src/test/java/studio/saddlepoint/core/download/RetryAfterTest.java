package studio.saddlepoint.core.download;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
  @Test
  void timesToAskAgainAreReadAsSecondsOrDates() {
    Instant now = Instant.parse("2026-11-22T10:00:00Z");
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(now.plusSeconds(5400).atOffset(ZoneOffset.UTC));
    assertEquals(Optional.of("90 minutes"), RetryAfter.text(date, now));
    assertEquals(Optional.of("120 seconds"), RetryAfter.text("120", now));
    assertEquals(Optional.of("3 hours"), RetryAfter.text(" 9000 ", now));
    assertEquals(Optional.of("a second"), RetryAfter.text("1", now));
    for (String none : new String[] {"0", "-5", "soon", "", "99999999999999999999"}) {
      assertEquals(Optional.empty(), RetryAfter.text(none, now), none);
    }
    assertEquals(Optional.empty(), RetryAfter.text(date, now.plusSeconds(6000)));
  }
}

package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.run.event.Event;

class FindingTextTest {
  private static Event.Found found(String kind, long step, boolean over) {
    return new Event.Found(
        Instant.EPOCH, step, kind, "error", "w", "e", "y", "a", List.of(), "", over);
  }

  @Test
  void whatIsOverIsToldFromWhenUntilWhen() {
    Event.Found collapse = found("mode-collapse", 1200, false);
    Event.Found weak = found("discriminator-too-weak", 1300, false);
    List<Event.Found> all = List.of(collapse, weak, found("mode-collapse", 1800, true));
    assertEquals("Step 1,200 to 1,800", FindingText.span(collapse, all));
    assertEquals("Step 1,300", FindingText.span(weak, all));
  }
}

package studio.saddlepoint.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.app.chart.ChartRequest;
import studio.saddlepoint.app.chart.XScale;
import studio.saddlepoint.run.event.Event;

class ChartMarksTest {
  /** Where marks have words in a chart of 600 pixels and 600 steps, the newest first. */
  private static List<Double> withWords(long... steps) {
    List<Event.Changed> changes =
        LongStream.of(steps)
            .mapToObj(step -> new Event.Changed(Instant.EPOCH, step, "data.mirror", "0", "1"))
            .toList();
    return ChartMarks.of(changes, XScale.STEPS, 0, 600, 600, true).stream()
        .filter(mark -> !mark.label().isEmpty())
        .map(ChartRequest.Mark::step)
        .toList();
  }

  @Test
  void wordsThatGoToTheMiddleFromBothSidesDoNotOverlap() {
    assertEquals(List.of(450.0), withWords(200, 450)); // 200 to 400 and 250 to 450
    assertEquals(List.of(550.0, 100.0), withWords(100, 550));
  }

  @Test
  void ofChangesAtOneStepTheNewestHasWords() {
    assertEquals(List.of(500.0), withWords(500, 500));
    assertEquals(List.of(50.0), withWords(50, 50));
  }

  @Test
  void wordsOfOneHalfStandBesideEachOther() {
    assertEquals(List.of(250.0, 20.0), withWords(20, 250));
    assertEquals(List.of(250.0), withWords(100, 250));
  }
}

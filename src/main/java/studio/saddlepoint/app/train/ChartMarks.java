package studio.saddlepoint.app.train;

import java.util.ArrayList;
import java.util.List;
import studio.saddlepoint.app.chart.ChartRequest;
import studio.saddlepoint.run.event.Event;

/** The vertical lines of live changes and of growth in a chart, and which of them have words. */
public final class ChartMarks {
  /** Room for the words of a mark, in pixels. */
  static final double WORDS = 200;

  private ChartMarks() {}

  /**
   * The marks in view; the newest have words, as far as they do not overlap.
   *
   * @param events changes and phases of growth, in their order
   * @param from first step in view
   * @param to last step in view
   * @param width of the chart in pixels at the usual text size
   * @param words whether any have words
   */
  static List<ChartRequest.Mark> of(
      List<? extends Event> events, double from, double to, double width, boolean words) {
    List<ChartRequest.Mark> found = new ArrayList<>();
    double perStep = width / Math.max(1, to - from);
    double occupied = Double.POSITIVE_INFINITY;
    for (int i = events.size() - 1; i >= 0; i--) {
      Event each = events.get(i);
      if (each.step() < from || each.step() > to) {
        continue;
      }
      double x = (each.step() - from) * perStep;
      boolean right = ChartRequest.Mark.wordsToTheRight(each.step(), from, to);
      boolean free = words && (right ? x + WORDS : x) < occupied;
      if (free) {
        occupied = right ? x : x - WORDS;
      }
      found.add(new ChartRequest.Mark(each.step(), free ? ChartCard.words(each) : ""));
    }
    return found;
  }
}

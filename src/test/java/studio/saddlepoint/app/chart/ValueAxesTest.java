package studio.saddlepoint.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The numbers on the value axes of charts, and the words of lines across them. */
class ValueAxesTest {
  private static List<Double> rounded(List<Double> ticks) {
    return ticks.stream().map(each -> Math.round(each * 1e6) / 1e6).toList();
  }

  @Test
  void aLogarithmicAxisHasTheNumbersThatAreUsual() {
    assertEquals(List.of(0.5, 1.0, 2.0, 5.0), rounded(ValueAxes.ticks(0.4, 6, 100)));
    assertEquals(List.of(1.0, 3.0, 10.0, 30.0), rounded(ValueAxes.ticks(0.9, 60, 60)));
    assertEquals(List.of(0.01, 0.1, 1.0, 10.0), rounded(ValueAxes.ticks(0.005, 20, 60)));
    assertEquals(List.of(1e-6, 1e-3, 1.0), rounded(ValueAxes.ticks(1e-7, 10, 40)));
    assertEquals(List.of(0.5, 1.0, 1.5, 2.0), rounded(ValueAxes.ticks(0.4, 2.2, 100)));
  }

  @Test
  void aHighChartHasMoreNumbersThanALowOneButNotManyMore() {
    AxisRange shown = new AxisRange(0.42, 2.58);
    for (int height : new int[] {24, 45, 60, 90, 120, 200, 430}) {
      int count = ValueAxes.ticks(ValueAxes.linear(shown, height)).size();
      assertTrue(count >= Math.min(2, height / 20), count + " at " + height);
      assertTrue(count <= Math.max(2, height / 20), count + " at " + height);
    }
  }

  @Test
  void wordsOfLinesLieOnNoOthersAndWithinTheChart() {
    LevelMarkers.Place right = new LevelMarkers.Place(true, false);
    // Real target, fake target and draw of a high chart, one beside the other.
    assertEquals(
        List.of(
            List.of(right),
            List.of(new LevelMarkers.Place(true, true)),
            List.of(new LevelMarkers.Place(true, true))),
        LevelMarkers.places(new double[] {10, 99, 55}, 100));
    // Of a low one: the draw stands at the other end.
    assertEquals(
        List.of(
            List.of(right),
            List.of(new LevelMarkers.Place(true, true)),
            List.of(new LevelMarkers.Place(false, true))),
        LevelMarkers.places(new double[] {4, 44, 24}, 45));
    // A line at the upper end has none above it.
    assertEquals(List.of(List.of(right)), LevelMarkers.places(new double[] {0}, 100));
    // Where there is no room at either end, there are no words.
    assertEquals(List.of(List.of()), LevelMarkers.places(new double[] {5}, 10));
  }
}

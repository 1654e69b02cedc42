package studio.saddlepoint.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlotPainterTest {
  private static final ChartColours COLOURS =
      new ChartColours(Color.WHITE, Color.LIGHT_GRAY, Color.BLACK, Color.ORANGE, Color.RED);

  private static Plot.Point point(double x, double y, String label) {
    return new Plot.Point(x, y, label, "", "", List.of());
  }

  @Test
  void ticksAreRoundAndFew() {
    assertEquals(0.2, PlotPainter.step(1), 1e-12);
    assertEquals(100, PlotPainter.step(512));
    assertEquals(0.5, PlotPainter.step(2.9), 1e-12);
  }

  @Test
  void exponentsOfTwoAreToldAsThePowers() {
    assertEquals("64", new PowerFormat().format(6));
    assertEquals("1,024", new PowerFormat().format(10.0));
    assertEquals("65.54k", new PowerFormat().format(16));
  }

  @Test
  void labelsThatWouldOverlapGiveWayToTheLast() {
    Plot.Point near = point(0.01, 0.01, "0.1");
    Plot.Point last = point(0.02, 0.01, "none");
    Plot.Point far = point(0.5, 0.5, "1");
    AxisRange one = new AxisRange(0, 1);
    assertEquals(List.of(last, far), PlotPainter.labelled(List.of(far, near, last), one, one));
  }

  @Test
  void onePointStillHasAnAreaAroundIt() {
    Plot plot =
        new Plot("x", "y", List.of(new Plot.Line("", "series-a", List.of(point(700, 44, "")))));
    AxisRange range = PlotPainter.range(plot, List.of(), Plot.Point::y);
    assertTrue(range.low() < 44 && range.high() > 44);
  }

  @Test
  void whateverTheValuesAreAnAxisHasALengthAndAFewTicks() {
    double[][] odd = {
      {Double.MAX_VALUE, -Double.MAX_VALUE},
      {1e17, 1e17 + 16},
      {1e-320, 2e-320},
      {Double.POSITIVE_INFINITY, 1},
      {1e-30, 2e-30},
      {0, 0}
    };
    for (double[] values : odd) {
      Plot plot =
          new Plot(
              "x",
              "y",
              List.of(
                  new Plot.Line(
                      "", "series-a", List.of(point(1, values[0], ""), point(2, values[1], "")))));
      AxisRange range = PlotPainter.range(plot, List.of(), Plot.Point::y);
      double length = range.high() - range.low();
      double ticks = length / PlotPainter.step(length);
      assertTrue(ticks >= 1 && ticks <= 10, ticks + " ticks of " + length);
      PlotPainter.paint(plot, List.of(Color.RED), COLOURS, 300, 200, 1);
    }
  }

  @Test
  void labelIsBelowWhereThereIsNoRoomAboveOrTheLineGoesThrough() {
    AxisRange one = new AxisRange(0, 1);
    Plot.Point low = point(0, 0.02, "low");
    Plot.Point rising = point(0.2, 0.5, "rising");
    Plot.Point top = point(0.5, 0.97, "top");
    Plot.Point last = point(0.8, 0.6, "last");
    List<Plot.Point> points = List.of(low, rising, top, last);
    assertFalse(PlotPainter.below(points, low, one));
    assertTrue(PlotPainter.below(points, rising, one));
    assertTrue(PlotPainter.below(points, top, one));
    assertFalse(PlotPainter.below(points, last, one));
  }

  @Test
  void plotIsPaintedInItsColours() {
    PaintedChart painted =
        PlotPainter.paint(
            new Plot(
                "x",
                "y",
                List.of(
                    new Plot.Line(
                        "", "series-a", List.of(point(0.1, 0.9, "0.5"), point(0.6, 0.7, "none")))),
                List.of(0.0, 1.0),
                List.of(0.0, 1.0)),
            List.of(Color.RED),
            COLOURS,
            300,
            200,
            1);
    int[] pixels = painted.image().getRGB(0, 0, 300, 200, new int[300 * 200], 0, 300);
    assertTrue(Arrays.stream(pixels).anyMatch(each -> each == Color.RED.getRGB()));
    assertTrue(painted.area().getWidth() > 200);
  }
}

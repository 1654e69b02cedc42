package studio.saddlepoint.app.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.font.FontRenderContext;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.run.curve.Points;

class CurvesTest {
  private static Points ramp(int count) {
    double[] steps = new double[count];
    Arrays.setAll(steps, i -> i);
    long[] ones = new long[count];
    Arrays.fill(ones, 1);
    return new Points(steps, steps.clone(), steps.clone(), steps.clone(), ones);
  }

  @Test
  void neverMorePointsThanPixels() {
    Points shown = Curves.inView(ramp(4000), 0, 4000, 300);
    assertEquals(300, shown.size());
    assertEquals(3999, shown.highs()[299]);
    assertEquals(0, shown.lows()[0]);
  }

  @Test
  void zoomKeepsOnePointBeyondEachEdge() {
    Points shown = Curves.inView(ramp(100), 10, 20, 300);
    assertEquals(9, shown.steps()[0]);
    assertEquals(21, shown.steps()[shown.size() - 1]);
  }

  @Test
  void nothingToShowIsNoError() {
    assertEquals(0, Curves.inView(ramp(0), 0, 10, 300).size());
  }

  @Test
  void smoothingKeepsAConstantFromItsFirstValueOn() {
    double[] constant = new double[20];
    Arrays.fill(constant, 3);
    assertArrayEquals(constant, Curves.smooth(constant, 0.9), 1e-12);
  }

  @Test
  void findsTheNearestStep() {
    double[] steps = {0, 10, 20};
    assertEquals(0, Curves.nearest(steps, -5));
    assertEquals(1, Curves.nearest(steps, 14));
    assertEquals(2, Curves.nearest(steps, 16));
    assertEquals(2, Curves.nearest(steps, 99));
  }

  @Test
  void everyNumberFitsTheAxis() {
    FontRenderContext context = new FontRenderContext(null, true, true);
    for (double mantissa : new double[] {-1, -1.25, -2.5, -7.77, -8.888}) {
      for (int power = -12; power <= 12; power++) {
        String text = new ValueFormat().format(mantissa * Math.pow(10, power));
        double width =
            ChartStyle.font(ChartStyle.AXIS_TEXT).getStringBounds(text, context).getWidth();
        assertTrue(width <= ChartPainter.AXIS_WIDTH - 10, text + " is wide: " + width);
      }
    }
  }

  @Test
  void axesReadShort() {
    StepFormat steps = new StepFormat();
    assertEquals("900", steps.format(900.0));
    assertEquals("12.5k", steps.format(12_500.0));
    assertEquals("1.5M", steps.format(1_500_000.0));
    ValueFormat values = new ValueFormat();
    assertEquals("0.25", values.format(0.25));
    assertEquals("1e-5", values.format(1e-5));
    assertEquals("3.5k", values.format(3500.0));
    assertEquals("1.2M", values.format(1_200_000.0));
    assertEquals("-250M", values.format(-2.5e8));
    assertEquals("1.25e12", values.format(1.25e12));
    assertEquals("2.5e-5", values.format(2.5e-5));
    assertTrue(values.format(0.0).equals("0"));
  }
}

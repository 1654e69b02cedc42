package studio.saddlepoint.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.jfree.chart.axis.NumberAxis;
import org.junit.jupiter.api.Test;

class XScaleTest {
  @Test
  void stepsAreTheirOwnPlaces() {
    for (double step : new double[] {0, 0.5, 1, 7, 1e6}) {
      assertEquals(step, XScale.STEPS.at(step), 1e-9 * step);
      assertEquals(step, XScale.STEPS.step(step), 1e-9 * step);
    }
  }

  @Test
  void everyPlaceLeadsBackToItsStep() {
    Random random = new Random(1);
    double[] steps = new double[500];
    double[] places = new double[500];
    double step = 0;
    double place = 0;
    for (int i = 0; i < steps.length; i++) {
      step += 1 + random.nextInt(50);
      place += random.nextInt(3) == 0 ? 0 : random.nextDouble() * 40;
      steps[i] = step;
      places[i] = place;
    }
    XScale scale = XScale.of(XAxis.IMAGES, steps, places);
    double before = -1;
    for (double at = 0; at < 1.5 * step; at += step / 999) {
      double now = scale.at(at);
      assertTrue(now > before, "rises");
      assertEquals(at, scale.step(now), 1e-3 * step);
      before = now;
    }
    assertEquals(places[100], scale.at(steps[100]), 1e-5);
  }

  @Test
  void timeIsToldInTheUnitThatReadsBest() {
    assertEquals("12.0 s", time(100).words(12));
    assertEquals("12.00 min", time(6000).words(12 * 60));
    assertEquals("12.00 h", time(60_000).words(12 * 3600));
  }

  private static XScale time(double seconds) {
    return XScale.of(XAxis.TIME, new double[] {seconds}, new double[] {seconds});
  }

  @Test
  void nothingToldYetIsNoError() {
    for (XAxis axis : XAxis.values()) {
      XScale scale = XScale.of(axis, new double[0], new double[0]);
      NumberAxis drawn = scale.axis(0, 10, 300);
      assertTrue(drawn.getRange().getLength() > 0);
      assertEquals(0, scale.at(0));
    }
  }

  @Test
  void epochsHaveTheirFractions() {
    XScale scale = XScale.of(XAxis.EPOCH, new double[] {1000}, new double[] {2});
    assertEquals(0.5, scale.at(250), 1e-9);
    assertEquals("0.5", scale.axis(0, 1000, 300).getNumberFormatOverride().format(0.5));
  }

  @Test
  void numbersOnTheAxisHaveTheirRoom() {
    for (double last : new double[] {1, 10, 999, 1_050_000, 3e9}) {
      for (double width : new double[] {120, 300, 900}) {
        double ticks = last / XScale.STEPS.axis(0, last, width).getTickUnit().getSize();
        assertTrue(ticks <= width / 60, last + " has " + ticks + " at " + width);
        assertTrue(ticks >= Math.min(last, width / 64 / 3), last + " has " + ticks);
      }
    }
  }
}

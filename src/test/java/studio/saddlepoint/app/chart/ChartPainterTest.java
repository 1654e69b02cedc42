package studio.saddlepoint.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.run.curve.Series;

@Timeout(300)
class ChartPainterTest {
  private static final Color CURVE = Color.RED;
  private static final Color GROUND = Color.WHITE;
  private static final int HEIGHT = 140;

  private static ChartRequest request(Series series, boolean log, double smoothing) {
    return new ChartRequest(
        480,
        HEIGHT,
        1,
        series.isEmpty() ? List.of() : List.of(new ChartRequest.Curve("", series.points(), CURVE)),
        List.of(),
        XScale.STEPS,
        0,
        120,
        log,
        smoothing,
        Double.NaN,
        Double.NaN,
        List.of(),
        new ChartColours(GROUND, Color.LIGHT_GRAY, Color.BLACK, Color.ORANGE, Color.ORANGE));
  }

  private static Series series(double... values) {
    Series series = new Series();
    for (int i = 0; i < values.length; i++) {
      series.add(i + 1, values[i]);
    }
    return series;
  }

  /** The words at the ticks of the value axis. */
  private static List<String> ticks(ChartRequest request) {
    ValueAxis axis = ChartPainter.plot(request).getRangeAxis();
    Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
    List<String> words = new ArrayList<>();
    for (Object each :
        axis.refreshTicks(
            graphics,
            new AxisState(),
            new Rectangle2D.Double(60, 0, 400, HEIGHT - 24),
            RectangleEdge.LEFT)) {
      String text =
          each instanceof NumberTick linear
              ? linear.getText()
              : new RoundedFormat().format(((ValueTick) each).getValue());
      if (!text.isEmpty()) {
        words.add(text);
      }
    }
    assertTrue(axis.getRange().getLength() > 0 && axis.getRange().getLength() < 1e308);
    return words;
  }

  private static int pixels(BufferedImage image) {
    int count = 0;
    for (int argb : image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, 480)) {
      Color colour = new Color(argb);
      count += colour.getRed() > 200 && colour.getGreen() < 120 ? 1 : 0;
    }
    return count;
  }

  private static List<Series> odd() {
    return List.of(
        series(1e300, -1e300, Double.NaN, 1e-320, 0, 1e17),
        series(Double.MAX_VALUE, -Double.MAX_VALUE, Double.POSITIVE_INFINITY),
        series(1e17, 1e17, 1e17),
        series(1e17, 1e17 + 16, 1e17),
        series(0.5, Math.nextUp(0.5), 0.5),
        series(0, 0, 0),
        series(-3, -3),
        series(7),
        series(1e-300, 2e-300, 3e-300),
        series(1e-320, 2e-320),
        series(1e-45, 1e-44),
        series(Double.MIN_VALUE),
        series(1e-300, 1e300),
        series(-1, -2, 0, -5),
        series(-1, 0, 1, 1e-9),
        series(0.693147, 0.693148, 0.6931475),
        series(Double.NaN, Double.NEGATIVE_INFINITY));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whateverTheValuesAreTheAxisHasAFewTicksWithWordsOfTheirOwn(boolean log) {
    for (Series each : odd()) {
      for (double smoothing : new double[] {0, 0.6, 0.99}) {
        ChartRequest request = request(each, log, smoothing);
        List<String> words = ticks(request);
        assertTrue(words.size() >= 1 && words.size() <= 20, words.toString());
        assertEquals(words.stream().distinct().toList(), words);
        ChartPainter.paint(request);
      }
    }
  }

  @Test
  void tinyAndCloseValuesHaveTicksThatTellThemApart() {
    assertEquals("0.693", ValueFormat.of(new AxisRange(0.6, 0.8)).format(0.69315));
    List<String> words = ticks(request(series(0.693147, 0.693148), false, 0));
    assertTrue(words.stream().allMatch(each -> each.startsWith("0.69314")), words.toString());
  }

  @Test
  void aCurveHasAGapWhereALogarithmicAxisHasNoPlace() {
    double[] values = new double[100];
    double[] negative = new double[100];
    for (int i = 0; i < values.length; i++) {
      values[i] = 2;
      negative[i] = i < 50 ? 2 : -2;
    }
    int whole = pixels(ChartPainter.paint(request(series(values), true, 0)).image());
    int half = pixels(ChartPainter.paint(request(series(negative), true, 0)).image());
    assertTrue(half < 0.65 * whole && half > 0.35 * whole, half + " of " + whole);
  }

  @Test
  void whereNothingIsAboveZeroTheAxisStaysLinear() {
    List<String> words = ticks(request(series(-1, -2, -3), true, 0));
    assertTrue(words.contains("-2"), words.toString());
  }

  @Test
  void levelsToCompareWithAreInView() {
    ChartRequest plain = request(series(0.4, 0.5), false, 0);
    ChartRequest levels =
        new ChartRequest(
            plain.width(),
            plain.height(),
            1,
            plain.curves(),
            List.of(),
            XScale.STEPS,
            0,
            120,
            false,
            0,
            Double.NaN,
            Double.NaN,
            List.of(
                new ChartRequest.Level(-1, "fake target -1"),
                new ChartRequest.Level(1, "real target 1")),
            plain.colours());
    ValueAxis axis = ChartPainter.plot(levels).getRangeAxis();
    assertTrue(axis.getLowerBound() < -1 && axis.getUpperBound() > 1);
  }
}

package studio.saddlepoint.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.font.FontRenderContext;
import java.text.NumberFormat;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import studio.saddlepoint.run.curve.Points;

/** Paints a chart into an image, on any thread. Knows nothing of the window. */
final class ChartPainter {
  private static final double USUAL_AXIS_WIDTH = 48;

  /** Room for numbers like -1.25e-10. */
  static final double AXIS_WIDTH = 64;

  /** What stands beside a number on the axis. */
  private static final double LABEL_SIDES = 12;

  /** Room above and below the curves, as a share of their height. */
  private static final double AIR = 0.06;

  private static final double AXIS_HEIGHT = 20;

  private static final double TOP = 4;

  /** Room for the half of a number like 100,000 that stands right of the last step. */
  private static final double RIGHT = 24;

  private static final float BAND = 0.16f;

  private ChartPainter() {}

  /** Paints a chart. */
  static PaintedChart paint(ChartRequest request) {
    return PaintedChart.of(
        plot(request), request.colours(), request.width(), request.height(), request.scale());
  }

  static XYPlot plot(ChartRequest request) {
    CurveData data = new CurveData();
    boolean log = request.log() && request.curves().stream().anyMatch(ChartPainter::positive);
    DeviationRenderer renderer = new DeviationRenderer(true, false);
    renderer.setAlpha(BAND);
    for (ChartRequest.Curve curve : request.curves()) {
      Points shown = Curves.inView(curve.points(), request.from(), request.to(), request.width());
      double[] at = request.x().at(shown.steps());
      if (request.smoothing() > 0) {
        int raw = data.add(shown, at, shown.means(), log);
        renderer.setSeriesPaint(raw, faint(curve.colour()));
        renderer.setSeriesFillPaint(raw, new Color(0, true));
        renderer.setSeriesStroke(raw, new BasicStroke(1f));
      }
      int index = data.add(shown, at, Curves.smooth(shown.means(), request.smoothing()), log);
      renderer.setSeriesPaint(index, curve.colour());
      renderer.setSeriesFillPaint(index, curve.colour());
      renderer.setSeriesStroke(index, ChartStyle.curve());
      if (shown.size() <= 12) {
        renderer.setSeriesShapesVisible(index, true);
        renderer.setSeriesShape(index, new java.awt.geom.Ellipse2D.Double(-2.5, -2.5, 5, 5));
      }
    }
    ChartColours colours = request.colours();
    NumberAxis steps = request.x().axis(request.from(), request.to(), request.width());
    ValueAxis values = log ? logarithmic(data.range()) : linear(request, data.range());
    XYPlot plot = new XYPlot(data, style(steps, colours), style(values, colours), renderer);
    ChartStyle.ground(plot, colours);
    plot.setDomainGridlinesVisible(false);
    plot.setInsets(new RectangleInsets(TOP, 0, 0, RIGHT));
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    AxisSpace left = new AxisSpace();
    left.setLeft(axisWidth(values));
    plot.setFixedRangeAxisSpace(left);
    AxisSpace bottom = new AxisSpace();
    bottom.setBottom(AXIS_HEIGHT);
    plot.setFixedDomainAxisSpace(bottom);
    request.marks().forEach(mark -> mark(mark, request, plot));
    request.curves().forEach(curve -> markBest(curve, request, plot));
    LevelMarkers.of(request.levels(), values, height(request), colours)
        .forEach(plot::addRangeMarker);
    return plot;
  }

  private static void markBest(ChartRequest.Curve curve, ChartRequest request, XYPlot plot) {
    Points points = curve.points();
    if (!Double.isNaN(curve.best()) && points.size() > 0) {
      int at = Curves.nearest(points.steps(), curve.best());
      double x = request.x().at(points.steps()[at]);
      plot.addAnnotation(
          new BestMark(x, points.means()[at], curve.colour(), request.colours().background()));
    }
  }

  private static void mark(ChartRequest.Mark mark, ChartRequest request, XYPlot plot) {
    ChartColours colours = request.colours();
    double at = request.x().at(mark.step());
    switch (mark.kind()) {
      case CHANGE -> plot.addDomainMarker(marker(mark, request, colours.mark()), Layer.BACKGROUND);
      case FINDING -> {
        plot.addDomainMarker(marker(mark, request, colours.finding()), Layer.BACKGROUND);
        plot.addAnnotation(new FootMark(at, colours.finding(), true));
      }
      case CHECKPOINT -> plot.addAnnotation(new FootMark(at, colours.text(), false));
    }
  }

  private static ValueMarker marker(ChartRequest.Mark mark, ChartRequest request, Color colour) {
    ValueMarker marker = new ValueMarker(request.x().at(mark.step()));
    marker.setPaint(colour);
    marker.setStroke(ChartStyle.dashed(1, 3, 3));
    if (!mark.label().isEmpty()) {
      boolean leftHalf =
          ChartRequest.Mark.wordsToTheRight(mark.step(), request.from(), request.to());
      marker.setLabel(mark.label());
      marker.setLabelFont(ChartStyle.font(ChartStyle.NOTE_TEXT));
      marker.setLabelPaint(request.colours().text());
      marker.setLabelBackgroundColor(request.colours().background());
      marker.setLabelAnchor(leftHalf ? RectangleAnchor.TOP_RIGHT : RectangleAnchor.TOP_LEFT);
      marker.setLabelTextAnchor(leftHalf ? TextAnchor.TOP_LEFT : TextAnchor.TOP_RIGHT);
      marker.setLabelOffset(new RectangleInsets(2, 4, 2, 4));
    }
    return marker;
  }

  /** Narrow for numbers between 0.01 and 10,000, so that small charts keep their room. */
  private static double axisWidth(ValueAxis axis) {
    double high = Math.max(Math.abs(axis.getLowerBound()), Math.abs(axis.getUpperBound()));
    double usual = high >= 0.01 && high < 1e4 ? USUAL_AXIS_WIDTH : AXIS_WIDTH;
    if (!(axis instanceof NumberAxis numbers)) {
      return usual;
    }
    NumberFormat format = numbers.getNumberFormatOverride();
    FontRenderContext context = new FontRenderContext(null, true, true);
    double widest =
        ValueAxes.ticks(numbers).stream()
            .mapToDouble(
                each ->
                    ChartStyle.font(ChartStyle.AXIS_TEXT)
                        .getStringBounds(format.format(each), context)
                        .getWidth())
            .max()
            .orElse(0);
    return Math.max(usual, widest + LABEL_SIDES);
  }

  private static boolean positive(ChartRequest.Curve curve) {
    return DoubleStream.of(curve.points().highs()).anyMatch(AxisRange::hasLogarithm);
  }

  private static ValueAxis logarithmic(CurveData.Range range) {
    double low = Math.max(range.low(), range.high() * 1e-8);
    double high = Math.max(low * 1.5, range.high() * 1.2);
    return ValueAxes.logarithmic(low / 1.2, high);
  }

  private static ValueAxis linear(ChartRequest request, CurveData.Range range) {
    double low = range.low();
    double high = range.high();
    for (ChartRequest.Level level : request.levels()) {
      low = Math.min(low, level.value());
      high = Math.max(high, level.value());
    }
    AxisRange shown = AxisRange.of(low, high, AIR).between(request.floor(), request.ceiling());
    return ValueAxes.linear(shown, height(request));
  }

  /** Of the curves. */
  private static double height(ChartRequest request) {
    return Math.max(1, request.height() - TOP - AXIS_HEIGHT);
  }

  private static <A extends ValueAxis> A style(A axis, ChartColours colours) {
    axis.setTickLabelInsets(new RectangleInsets(2, 4, 2, 6));
    return ChartStyle.axis(axis, colours);
  }

  private static Color faint(Color colour) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 70);
  }
}

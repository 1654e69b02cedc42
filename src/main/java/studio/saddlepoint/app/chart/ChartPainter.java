package studio.saddlepoint.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.font.FontRenderContext;
import java.text.NumberFormat;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.NumberTickUnitSource;
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

  /** Opacity behind words that curves may cross. */
  private static final int LABEL_GROUND = 200;

  /** Room above and below the curves, as a share of their height. */
  private static final double AIR = 0.06;

  private static final double AXIS_HEIGHT = 20;

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
    plot.setInsets(new RectangleInsets(4, 0, 0, RIGHT));
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    AxisSpace left = new AxisSpace();
    left.setLeft(axisWidth(values));
    plot.setFixedRangeAxisSpace(left);
    AxisSpace bottom = new AxisSpace();
    bottom.setBottom(AXIS_HEIGHT);
    plot.setFixedDomainAxisSpace(bottom);
    request.marks().forEach(mark -> mark(mark, request, plot));
    request.levels().forEach(level -> plot.addRangeMarker(marker(level, values, colours)));
    return plot;
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

  /** A dashed line with its words on the side where there is room. */
  private static ValueMarker marker(
      ChartRequest.Level level, ValueAxis axis, ChartColours colours) {
    ValueMarker marker = new ValueMarker(level.value());
    marker.setPaint(colours.text());
    marker.setStroke(ChartStyle.dashed(1, 2, 4));
    boolean high = level.value() > axis.getRange().getCentralValue();
    marker.setLabel(level.label());
    marker.setLabelFont(ChartStyle.font(ChartStyle.NOTE_TEXT));
    marker.setLabelPaint(colours.text());
    Color ground = colours.background();
    marker.setLabelBackgroundColor(
        new Color(ground.getRed(), ground.getGreen(), ground.getBlue(), LABEL_GROUND));
    marker.setLabelAnchor(high ? RectangleAnchor.BOTTOM_RIGHT : RectangleAnchor.TOP_RIGHT);
    marker.setLabelTextAnchor(high ? TextAnchor.TOP_RIGHT : TextAnchor.BOTTOM_RIGHT);
    marker.setLabelOffset(new RectangleInsets(2, 4, 2, 4));
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
        DoubleStream.of(axis.getLowerBound(), axis.getUpperBound())
            .map(
                end ->
                    ChartStyle.font(ChartStyle.AXIS_TEXT)
                        .getStringBounds(format.format(end), context)
                        .getWidth())
            .max()
            .orElse(0);
    return Math.max(usual, widest + LABEL_SIDES);
  }

  private static boolean positive(ChartRequest.Curve curve) {
    return DoubleStream.of(curve.points().highs()).anyMatch(AxisRange::hasLogarithm);
  }

  private static ValueAxis logarithmic(CurveData.Range range) {
    LogAxis axis = new LogAxis();
    double low = Math.max(range.low(), range.high() * 1e-8);
    double high = Math.max(low * 1.5, range.high() * 1.2);
    axis.setRange(low / 1.2, high);
    double decades = Math.log10(high / low * 1.2);
    if (decades < 1) {
      // JFreeChart's own ticks would lie on one another.
      axis.setTickUnit(new NumberTickUnit(decades < 0.5 ? 0.05 : 0.2), false, true);
    }
    axis.setNumberFormatOverride(new RoundedFormat());
    return axis;
  }

  private static ValueAxis linear(ChartRequest request, CurveData.Range range) {
    double low = range.low();
    double high = range.high();
    for (ChartRequest.Level level : request.levels()) {
      low = Math.min(low, level.value());
      high = Math.max(high, level.value());
    }
    AxisRange shown = AxisRange.of(low, high, AIR).between(request.floor(), request.ceiling());
    NumberAxis axis = new NumberAxis();
    axis.setRange(shown.low(), shown.high());
    axis.setStandardTickUnits(new NumberTickUnitSource());
    axis.setNumberFormatOverride(ValueFormat.of(shown));
    return axis;
  }

  private static <A extends ValueAxis> A style(A axis, ChartColours colours) {
    axis.setTickLabelInsets(new RectangleInsets(2, 4, 2, 6));
    return ChartStyle.axis(axis, colours);
  }

  private static Color faint(Color colour) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 70);
  }
}

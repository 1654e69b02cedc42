package studio.saddlepoint.app.chart;

import java.awt.Color;
import java.awt.Paint;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Paints a {@link Plot} into an image. */
final class PlotPainter {
  private static final double AIR = 0.06;

  /** Share of an axis that a mark at its end takes beyond it. */
  private static final double MARK = 0.02;

  /** Shares of the axes that a label takes. */
  private static final double NEAR_X = 0.09;

  private static final double NEAR_Y = 0.07;
  private static final int TICKS = 6;

  /** Share of the height at the top and the bottom where a label would be cut off. */
  private static final double EDGE = 0.1;

  private PlotPainter() {}

  /**
   * Paints a plot.
   *
   * @param lines a colour for each line
   * @param width in window units
   * @param height in window units
   * @param scale pixels a window unit
   */
  static PaintedChart paint(
      Plot plot, List<Color> lines, ChartColours colours, int width, int height, double scale) {
    AxisRange x = range(plot, plot.x(), Plot.Point::x);
    AxisRange y = range(plot, plot.y(), Plot.Point::y);
    return PaintedChart.of(drawn(plot, lines, colours, x, y), colours, width, height, scale);
  }

  private static XYPlot drawn(
      Plot plot, List<Color> lines, ChartColours colours, AxisRange x, AxisRange y) {
    XYSeriesCollection data = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new Marks(plot, colours);
    renderer.setUseFillPaint(true);
    NumberAxis across = axis(plot.xLabel(), x, colours);
    if (plot.doubling()) {
      across.setTickUnit(new NumberTickUnit(1));
      across.setNumberFormatOverride(new PowerFormat());
    }
    XYPlot drawn = new XYPlot(data, across, axis(plot.yLabel(), y, colours), renderer);
    for (int i = 0; i < plot.lines().size(); i++) {
      // As they come: a line of precision against recall may turn back.
      XYSeries series = new XYSeries(i, false, true);
      Plot.Line line = plot.lines().get(i);
      line.points().forEach(point -> series.add(point.x(), point.y()));
      labelled(line.points(), x, y)
          .forEach(
              point ->
                  drawn.addAnnotation(label(point, below(line.points(), point, y), x, y, colours)));
      data.addSeries(series);
      renderer.setSeriesPaint(i, lines.get(i));
      renderer.setSeriesStroke(
          i, line.limit() ? ChartStyle.dashed(1.4f, 5, 4) : ChartStyle.curve());
      renderer.setSeriesShapesVisible(i, !line.limit());
      renderer.setSeriesShape(i, new Ellipse2D.Double(-3, -3, 6, 6));
    }
    ChartStyle.ground(drawn, colours);
    drawn.setInsets(new RectangleInsets(8, 0, 0, 16));
    return drawn;
  }

  /** Points of doubtful values are open circles. */
  private static final class Marks extends XYLineAndShapeRenderer {
    private static final long serialVersionUID = 1L;
    private final transient Plot plot;
    private final transient ChartColours colours;

    Marks(Plot plot, ChartColours colours) {
      super(true, true);
      this.plot = plot;
      this.colours = colours;
    }

    @Override
    public Paint getItemFillPaint(int line, int point) {
      return plot.lines().get(line).points().get(point).doubtful()
          ? colours.background()
          : getItemPaint(line, point);
    }
  }

  /** Points whose labels do not lie on one another; of those that would, the last one. */
  static List<Plot.Point> labelled(List<Plot.Point> points, AxisRange x, AxisRange y) {
    List<Plot.Point> chosen = new ArrayList<>();
    for (int i = points.size() - 1; i >= 0; i--) {
      Plot.Point point = points.get(i);
      boolean room =
          chosen.stream()
              .noneMatch(
                  other ->
                      Math.abs(other.x() - point.x()) < NEAR_X * x.length()
                          && Math.abs(other.y() - point.y()) < NEAR_Y * y.length());
      if (room && !point.label().isEmpty()) {
        chosen.add(point);
      }
    }
    return chosen;
  }

  /**
   * Whether a point's label goes below it: where there is no room above, or the line to the next
   * point goes through there.
   */
  static boolean below(List<Plot.Point> points, Plot.Point point, AxisRange y) {
    double height = y.share(point.y());
    if (height > 1 - EDGE) {
      return true;
    }
    int next = points.indexOf(point) + 1;
    return height > EDGE
        && next < points.size()
        && points.get(next).x() > point.x()
        && points.get(next).y() > point.y();
  }

  private static XYTextAnnotation label(
      Plot.Point point, boolean below, AxisRange x, AxisRange y, ChartColours colours) {
    boolean right = point.x() > x.low() + 0.85 * x.length();
    double shift = 0.015 * x.length();
    XYTextAnnotation label =
        new XYTextAnnotation(
            point.label(),
            point.x() + (right ? -shift : shift),
            point.y() + (below ? -0.02 : 0.02) * y.length());
    label.setTextAnchor(
        below
            ? right ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT
            : right ? TextAnchor.BOTTOM_RIGHT : TextAnchor.BOTTOM_LEFT);
    label.setFont(ChartStyle.font(ChartStyle.NOTE_TEXT));
    label.setPaint(colours.text());
    return label;
  }

  private static NumberAxis axis(String label, AxisRange range, ChartColours colours) {
    NumberAxis axis = ChartStyle.axis(new NumberAxis(label), colours);
    axis.setRange(range.low(), range.high());
    axis.setTickUnit(new NumberTickUnit(step(range.length())));
    axis.setLabelFont(ChartStyle.font(ChartStyle.AXIS_TEXT));
    axis.setLabelPaint(colours.text());
    axis.setNumberFormatOverride(ValueFormat.of(range));
    return axis;
  }

  /** A round distance of ticks: 1, 2 or 5 times a power of ten. */
  static double step(double span) {
    return round(span / TICKS);
  }

  /** The least of 1, 2 and 5 times a power of ten that is not below a positive number. */
  static double round(double raw) {
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= raw) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  /** All points, what is asked for at least, and some air; never empty. */
  static AxisRange range(Plot plot, List<Double> least, ToDoubleFunction<Plot.Point> value) {
    double[] all =
        DoubleStream.concat(
                least.stream().mapToDouble(each -> each),
                plot.lines().stream().flatMap(line -> line.points().stream()).mapToDouble(value))
            .filter(each -> !Double.isNaN(each))
            .map(AxisRange::bounded)
            .toArray();
    double low = DoubleStream.of(all).min().orElse(0);
    double high = DoubleStream.of(all).max().orElse(1);
    boolean differ = AxisRange.differ(low, high);
    double air = differ ? AIR * (high - low) : Math.max(0.5, 0.1 * Math.abs(high));
    boolean lowFixed = !least.isEmpty() && least.get(0) == low;
    boolean highFixed = !least.isEmpty() && least.get(least.size() - 1) == high;
    double mark = MARK * (high - low);
    return new AxisRange(
        lowFixed && differ ? low - mark : low - air,
        highFixed && differ ? high + mark : high + air);
  }
}

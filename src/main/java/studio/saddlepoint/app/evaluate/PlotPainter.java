package studio.saddlepoint.app.evaluate;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import studio.saddlepoint.app.train.AxisRange;
import studio.saddlepoint.app.train.ValueFormat;

/** Paints a {@link Plot} into an image. */
final class PlotPainter {
  private static final double AIR = 0.06;

  /** Share of an axis that a mark at its end takes beyond it. */
  private static final double MARK = 0.02;

  private static final int LABEL = 10;

  /** Shares of the axes that a label takes. */
  private static final double NEAR_X = 0.09;

  private static final double NEAR_Y = 0.07;
  private static final int TICKS = 6;

  /** Share of the height at the top and the bottom where a label would be cut off. */
  private static final double EDGE = 0.1;

  private PlotPainter() {}

  /**
   * The colours of everything but the lines.
   *
   * @param background behind everything
   * @param grid lines
   * @param text of the axes
   */
  record Colours(Color background, Color grid, Color text) {}

  /** A range of values. */
  record Range(double low, double high) {}

  /**
   * A painted plot.
   *
   * @param image {@code TYPE_INT_ARGB_PRE}
   * @param area where the points are, in window units
   * @param x from the area's left to its right
   * @param y from the area's bottom to its top
   */
  record Painted(BufferedImage image, Rectangle2D area, Range x, Range y) {
    /** The same where a unit of it takes more units of the window. */
    Painted stretched(double by) {
      return new Painted(
          image,
          new Rectangle2D.Double(
              by * area.getX(), by * area.getY(), by * area.getWidth(), by * area.getHeight()),
          x,
          y);
    }
  }

  /**
   * Paints a plot.
   *
   * @param lines a colour for each line
   * @param width in window units
   * @param height in window units
   * @param scale pixels a window unit
   */
  static Painted paint(
      Plot plot, List<Color> lines, Colours colours, int width, int height, double scale) {
    Range x = range(plot, plot.x(), Plot.Point::x);
    Range y = range(plot, plot.y(), Plot.Point::y);
    BufferedImage image =
        new BufferedImage(
            Math.max(1, (int) Math.round(width * scale)),
            Math.max(1, (int) Math.round(height * scale)),
            BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.scale(scale, scale);
    ChartRenderingInfo info = new ChartRenderingInfo();
    info.setEntityCollection(null);
    JFreeChart chart = new JFreeChart(null, null, drawn(plot, lines, colours, x, y), false);
    chart.setBackgroundPaint(colours.background());
    chart.setPadding(RectangleInsets.ZERO_INSETS);
    chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height), info);
    graphics.dispose();
    return new Painted(image, info.getPlotInfo().getDataArea(), x, y);
  }

  private static XYPlot drawn(Plot plot, List<Color> lines, Colours colours, Range x, Range y) {
    XYSeriesCollection data = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new Marks(plot, colours);
    renderer.setUseFillPaint(true);
    XYPlot drawn =
        new XYPlot(
            data, axis(plot.xLabel(), x, colours), axis(plot.yLabel(), y, colours), renderer);
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
          i,
          line.limit()
              ? new BasicStroke(
                  1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1f, new float[] {5, 4}, 0)
              : new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      renderer.setSeriesShapesVisible(i, !line.limit());
      renderer.setSeriesShape(i, new Ellipse2D.Double(-3, -3, 6, 6));
    }
    drawn.setBackgroundPaint(colours.background());
    drawn.setOutlineVisible(false);
    drawn.setDomainGridlinePaint(colours.grid());
    drawn.setRangeGridlinePaint(colours.grid());
    drawn.setDomainGridlineStroke(new BasicStroke(1f));
    drawn.setRangeGridlineStroke(new BasicStroke(1f));
    drawn.setAxisOffset(RectangleInsets.ZERO_INSETS);
    drawn.setInsets(new RectangleInsets(8, 0, 0, 16));
    return drawn;
  }

  /** Points of doubtful values are open circles. */
  private static final class Marks extends XYLineAndShapeRenderer {
    private static final long serialVersionUID = 1L;
    private final transient Plot plot;
    private final transient Colours colours;

    Marks(Plot plot, Colours colours) {
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
  static List<Plot.Point> labelled(List<Plot.Point> points, Range x, Range y) {
    List<Plot.Point> chosen = new ArrayList<>();
    for (int i = points.size() - 1; i >= 0; i--) {
      Plot.Point point = points.get(i);
      boolean room =
          chosen.stream()
              .noneMatch(
                  other ->
                      Math.abs(other.x() - point.x()) < NEAR_X * (x.high() - x.low())
                          && Math.abs(other.y() - point.y()) < NEAR_Y * (y.high() - y.low()));
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
  static boolean below(List<Plot.Point> points, Plot.Point point, Range y) {
    double height = (point.y() - y.low()) / (y.high() - y.low());
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
      Plot.Point point, boolean below, Range x, Range y, Colours colours) {
    boolean right = point.x() > x.low() + 0.85 * (x.high() - x.low());
    double shift = 0.015 * (x.high() - x.low());
    XYTextAnnotation label =
        new XYTextAnnotation(
            point.label(),
            point.x() + (right ? -shift : shift),
            point.y() + (below ? -0.02 : 0.02) * (y.high() - y.low()));
    label.setTextAnchor(
        below
            ? right ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT
            : right ? TextAnchor.BOTTOM_RIGHT : TextAnchor.BOTTOM_LEFT);
    label.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, LABEL));
    label.setPaint(colours.text());
    return label;
  }

  private static NumberAxis axis(String label, Range range, Colours colours) {
    NumberAxis axis = new NumberAxis(label);
    axis.setRange(range.low(), range.high());
    axis.setTickUnit(new NumberTickUnit(step(range.high() - range.low())));
    axis.setLabelFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
    axis.setLabelPaint(colours.text());
    axis.setTickLabelFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
    axis.setTickLabelPaint(colours.text());
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    axis.setNumberFormatOverride(ValueFormat.of(new AxisRange(range.low(), range.high())));
    return axis;
  }

  /** A round distance of ticks: 1, 2 or 5 times a power of ten. */
  static double step(double span) {
    double raw = span / TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= raw) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  /** All points, what is asked for at least, and some air; never empty. */
  static Range range(Plot plot, List<Double> least, ToDoubleFunction<Plot.Point> value) {
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
    return new Range(
        lowFixed && differ ? low - mark : low - air,
        highFixed && differ ? high + mark : high + air);
  }
}

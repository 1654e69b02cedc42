package studio.saddlepoint.train.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import studio.saddlepoint.run.curve.Points;

/**
 * A chart of curves over the steps as SVG in a page of HTML. Its colours are classes of the page's
 * style sheet, so that they follow the reader's light or dark.
 */
final class SvgChart {
  private static final int WIDTH = 520;
  private static final int HEIGHT = 220;
  private static final int LEFT = 52;
  private static final int RIGHT = 12;
  private static final int TOP = 10;
  private static final int BOTTOM = 26;
  private static final int X_TICKS = 5;
  private static final int Y_TICKS = 4;

  /** Powers of ten between the least and the largest value from which on an axis is logarithmic. */
  private static final double LOG_FROM = 2.5;

  private final ChartAxis steps;
  private final ChartAxis values;
  private final List<ChartLine> lines;
  private final boolean bands;

  /**
   * A chart.
   *
   * @param lines at least one, each with at least one point
   * @param lastStep where the axis of steps ends
   */
  SvgChart(List<ChartLine> lines, long lastStep) {
    this.lines = lines;
    steps = ChartAxis.of(0, Math.max(1, lastStep), X_TICKS);
    double lowest = means(lines).min().orElse(0);
    double highest = means(lines).max().orElse(1);
    boolean log = lowest > 0 && Math.log10(highest / lowest) >= LOG_FROM;
    values =
        log ? ChartAxis.logarithmic(lowest, highest) : ChartAxis.around(lowest, highest, Y_TICKS);
    bands = lines.size() <= 3;
  }

  /** The means alone: a single outlier must not flatten all the rest. */
  private static DoubleStream means(List<ChartLine> lines) {
    return lines.stream().flatMapToDouble(each -> DoubleStream.of(each.points().means()));
  }

  /** Whether its value axis is logarithmic. */
  boolean log() {
    return values.log();
  }

  /**
   * Writes it.
   *
   * @param title what a screen reader says
   */
  Html svg(String title) {
    Html svg =
        new Html()
            .open(
                "svg",
                "viewBox",
                "0 0 " + WIDTH + " " + HEIGHT,
                "role",
                "img",
                "class",
                "chart",
                "aria-label",
                title);
    values.ticks().forEach(each -> valueTick(svg, each));
    steps.ticks().forEach(each -> stepTick(svg, each));
    if (bands) {
      lines.forEach(each -> band(svg, each));
    }
    lines.forEach(each -> line(svg, each));
    return svg.close();
  }

  private void valueTick(Html svg, double tick) {
    String y = number(y(tick));
    svg.inline(
        "line", "", "class", "grid", "x1", "" + LEFT, "x2", "" + (WIDTH - RIGHT), "y1", y, "y2", y);
    svg.element(
        "text",
        values.text(tick),
        "class",
        "tick",
        "x",
        "" + (LEFT - 6),
        "y",
        y,
        "dy",
        "0.32em",
        "text-anchor",
        "end");
  }

  private void stepTick(Html svg, double tick) {
    String anchor = steps.place(tick) > 0.97 ? "end" : "middle";
    svg.element(
        "text",
        steps.text(tick),
        "class",
        "tick",
        "x",
        number(x(tick)),
        "y",
        "" + (HEIGHT - 8),
        "text-anchor",
        anchor);
  }

  private void band(Html svg, ChartLine line) {
    Points points = line.points();
    if (points.size() < 2 || LongStream.of(points.counts()).allMatch(each -> each == 1)) {
      return;
    }
    StringBuilder path = new StringBuilder("M");
    for (int i = 0; i < points.size(); i++) {
      path.append(point(points.steps()[i], points.highs()[i]));
    }
    for (int i = points.size() - 1; i >= 0; i--) {
      path.append(point(points.steps()[i], points.lows()[i]));
    }
    svg.element("path", "", "class", "band " + line.colour(), "d", path.append('Z').toString());
  }

  private void line(Html svg, ChartLine line) {
    Points points = line.points();
    if (points.size() == 1) {
      svg.element(
          "circle",
          "",
          "class",
          "dot " + line.colour(),
          "cx",
          number(x(points.steps()[0])),
          "cy",
          number(y(points.means()[0])),
          "r",
          "3");
      return;
    }
    StringBuilder path = new StringBuilder("M");
    for (int i = 0; i < points.size(); i++) {
      path.append(point(points.steps()[i], points.means()[i]));
    }
    svg.element("path", "", "class", "line " + line.colour(), "d", path.toString());
  }

  private String point(double step, double value) {
    return number(x(step)) + " " + number(y(value)) + " ";
  }

  private double x(double step) {
    return LEFT + steps.place(step) * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - values.place(value) * (HEIGHT - TOP - BOTTOM);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
  }
}

package studio.saddlepoint.app.chart;

import java.util.List;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.metrics.record.PointWarnings;

/**
 * A small chart of points joined by lines.
 *
 * @param xLabel what x is
 * @param yLabel what y is
 * @param lines what is drawn
 * @param x what the x axis shows at least; empty where it follows the points
 * @param y what the y axis shows at least; empty where it follows the points
 * @param doubling whether x is the exponent of a power of 2, which the axis tells
 */
public record Plot(
    String xLabel,
    String yLabel,
    List<Line> lines,
    List<Double> x,
    List<Double> y,
    boolean doubling) {
  /**
   * A line.
   *
   * @param name for the legend
   * @param colour style class that gives its colour
   * @param points in the order they are joined
   * @param limit whether it is where others lead to: dashed, without marks
   */
  public record Line(String name, String colour, List<Point> points, boolean limit) {
    /** A line of measured points. */
    public Line(String name, String colour, List<Point> points) {
      this(name, colour, points, false);
    }
  }

  /**
   * A point; x and y are finite.
   *
   * @param x where it is
   * @param y where it is
   * @param label a few letters beside it; empty for none
   * @param name what it is called among others: {@code 512 samples}
   * @param words what it is, for a person who points at it
   * @param warnings what to bear in mind of it
   */
  public record Point(
      double x, double y, String label, String name, String words, List<Warning> warnings) {
    /** Copies the warnings. */
    public Point {
      warnings = List.copyOf(warnings);
    }

    /**
     * Whether a warning is about its value, such as too few samples, rather than about all that the
     * same features tell.
     */
    public boolean doubtful() {
      return warnings.stream().anyMatch(each -> !each.about().isEmpty());
    }

    /** A point that is nothing measured: where others lead to. */
    public Point(double x, double y, String words) {
      this(x, y, "", "", words, List.of());
    }
  }

  /** The measured points, line by line. */
  public List<Point> measured() {
    return lines.stream()
        .filter(line -> !line.limit())
        .flatMap(line -> line.points().stream())
        .toList();
  }

  /** A line for each warning about measured points. */
  public List<String> warnings() {
    List<Point> points = measured();
    return PointWarnings.lines(
        points.stream().map(Point::name).toList(), points.stream().map(Point::warnings).toList());
  }

  /** A plot of x as it is. */
  public Plot(String xLabel, String yLabel, List<Line> lines, List<Double> x, List<Double> y) {
    this(xLabel, yLabel, lines, x, y, false);
  }

  /** Both axes follow the points. */
  public Plot(String xLabel, String yLabel, List<Line> lines) {
    this(xLabel, yLabel, lines, List.of(), List.of());
  }
}

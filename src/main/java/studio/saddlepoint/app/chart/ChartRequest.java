package studio.saddlepoint.app.chart;

import java.awt.Color;
import java.util.List;
import studio.saddlepoint.run.curve.Points;

/**
 * Everything needed to paint a chart on another thread.
 *
 * @param width in window units
 * @param height in window units
 * @param scale pixels per window unit (2 on a HiDPI screen)
 * @param curves what is drawn
 * @param marks what happened on the way
 * @param x where steps lie
 * @param from first step in view
 * @param to last step in view
 * @param log whether the value axis is logarithmic
 * @param smoothing weight of the past, 0 to below 1
 * @param floor the axis begins here; NaN where it follows the data
 * @param ceiling the axis ends here; NaN where it follows the data
 * @param levels values to compare the curves with
 * @param colours of everything but the curves
 */
public record ChartRequest(
    int width,
    int height,
    double scale,
    List<Curve> curves,
    List<Mark> marks,
    XScale x,
    double from,
    double to,
    boolean log,
    double smoothing,
    double floor,
    double ceiling,
    List<Level> levels,
    ChartColours colours) {
  /**
   * A line.
   *
   * @param name for a legend
   * @param points its points
   * @param colour its colour
   * @param best the step of its best point, which is marked; NaN for none
   */
  public record Curve(String name, Points points, Color colour, double best) {
    /** A line without a mark. */
    public Curve(String name, Points points, Color colour) {
      this(name, points, colour, Double.NaN);
    }
  }

  /** What a mark is of. */
  public enum Kind {
    /** A change of a hyper-parameter or a phase of growth: a line. */
    CHANGE,
    /** A finding: a line with a triangle at its head. */
    FINDING,
    /** A checkpoint: a triangle at the foot. */
    CHECKPOINT
  }

  /**
   * A mark of what happened at a step.
   *
   * @param kind of what
   * @param step where
   * @param label what is written beside it; empty for a mark without words
   * @param words what it says to one who points at it
   */
  public record Mark(Kind kind, double step, String label, String words) {
    /** Which way the words of a mark go from it: to the middle, where there is room. */
    public static boolean wordsToTheRight(double step, double from, double to) {
      return step < (from + to) / 2;
    }
  }

  /**
   * A horizontal line.
   *
   * @param value where
   * @param label what it says
   */
  public record Level(double value, String label) {}
}

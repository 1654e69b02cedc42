package studio.saddlepoint.app.train;

import java.awt.Color;
import java.util.List;
import studio.saddlepoint.app.Series.Points;

/**
 * Everything needed to paint a chart on another thread.
 *
 * @param width in window units
 * @param height in window units
 * @param scale pixels per window unit (2 on a HiDPI screen)
 * @param curves what is drawn
 * @param marks where hyper-parameters were changed
 * @param from first step in view
 * @param to last step in view
 * @param log whether the value axis is logarithmic
 * @param smoothing weight of the past, 0 to below 1
 * @param floor the axis begins here; NaN where it follows the data
 * @param ceiling the axis ends here; NaN where it follows the data
 * @param levels values to compare the curves with
 * @param colours of everything but the curves
 */
record ChartRequest(
    int width,
    int height,
    double scale,
    List<Curve> curves,
    List<Mark> marks,
    double from,
    double to,
    boolean log,
    double smoothing,
    double floor,
    double ceiling,
    List<Level> levels,
    Colours colours) {
  /**
   * A line.
   *
   * @param points its points
   * @param colour its colour
   */
  record Curve(Points points, Color colour) {}

  /**
   * A vertical line.
   *
   * @param step where
   * @param label what it says; empty for a line without words
   */
  record Mark(double step, String label) {}

  /**
   * A horizontal line.
   *
   * @param value where
   * @param label what it says
   */
  record Level(double value, String label) {}

  /**
   * The chart's ground.
   *
   * @param background behind everything
   * @param grid lines
   * @param text of the axes
   * @param mark vertical lines
   */
  record Colours(Color background, Color grid, Color text, Color mark) {}
}

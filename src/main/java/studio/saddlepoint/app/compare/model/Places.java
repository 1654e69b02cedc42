package studio.saddlepoint.app.compare.model;

import java.util.Arrays;
import studio.saddlepoint.app.chart.XAxis;
import studio.saddlepoint.app.chart.XScale;
import studio.saddlepoint.run.curve.Points;

/**
 * Where the steps of one run lie on an axis that several runs share: in steps, images, epochs or
 * seconds.
 *
 * @param scale from steps to places, in the unit itself
 */
public record Places(XScale scale) {
  /** Steps themselves. */
  public static final Places STEPS = new Places(XScale.STEPS);

  /**
   * Through points, from 0 at step 0 on.
   *
   * @param steps rising, without 0
   * @param places at these steps, not falling
   */
  public static Places of(double[] steps, double[] places) {
    // An axis of images has places in the unit that they are given in.
    return new Places(XScale.of(XAxis.IMAGES, steps, places));
  }

  /** Where a step lies. */
  public double at(double step) {
    return scale.at(step);
  }

  /** The step that lies at a place. */
  public double step(double place) {
    return scale.step(place);
  }

  /** Points of a curve where they lie, in a unit that is so much smaller. */
  public Points moved(Points points, double factor) {
    double[] places = Arrays.stream(points.steps()).map(step -> factor * at(step)).toArray();
    return new Points(places, points.means(), points.lows(), points.highs(), points.counts());
  }
}

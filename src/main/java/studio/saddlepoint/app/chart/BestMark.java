package studio.saddlepoint.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** A ring around the best point of a curve. */
final class BestMark extends AbstractXYAnnotation {
  private static final long serialVersionUID = 1L;
  private static final double RADIUS = 5.5;
  private static final float WIDTH = 2;

  private final double x;
  private final double y;
  private final Color colour;
  private final Color ground;

  /**
   * A ring.
   *
   * @param x where on the horizontal axis
   * @param y where on the axis of values
   * @param colour of the curve
   * @param ground behind the curves, so that the ring stands out from what it lies on
   */
  BestMark(double x, double y, Color colour, Color ground) {
    this.x = x;
    this.y = y;
    this.colour = colour;
    this.ground = ground;
  }

  @Override
  public void draw(
      Graphics2D graphics,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis domain,
      ValueAxis range,
      int renderer,
      PlotRenderingInfo info) {
    double left = domain.valueToJava2D(x, area, RectangleEdge.BOTTOM);
    double top = range.valueToJava2D(y, area, RectangleEdge.LEFT);
    if (!area.contains(left, top)) {
      return;
    }
    Ellipse2D ring = new Ellipse2D.Double(left - RADIUS, top - RADIUS, 2 * RADIUS, 2 * RADIUS);
    graphics.setStroke(new BasicStroke(2 * WIDTH));
    graphics.setPaint(ground);
    graphics.draw(ring);
    graphics.setStroke(new BasicStroke(WIDTH));
    graphics.setPaint(colour);
    graphics.draw(ring);
  }
}

package studio.saddlepoint.app.chart;

import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** A small triangle on the foot of a chart, or hanging from its head. */
final class FootMark extends AbstractXYAnnotation {
  private static final long serialVersionUID = 1L;
  private static final double HALF = 3.5;
  private static final double HEIGHT = 6;

  private final double x;
  private final transient Paint paint;
  private final boolean head;

  /**
   * A triangle.
   *
   * @param x where on the horizontal axis
   * @param head whether it hangs from the head
   */
  FootMark(double x, Paint paint, boolean head) {
    this.x = x;
    this.paint = paint;
    this.head = head;
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
    double at = domain.valueToJava2D(x, area, RectangleEdge.BOTTOM);
    double foot = head ? area.getMinY() : area.getMaxY();
    double tip = head ? foot + HEIGHT : foot - HEIGHT;
    Path2D triangle = new Path2D.Double();
    triangle.moveTo(at - HALF, foot);
    triangle.lineTo(at + HALF, foot);
    triangle.lineTo(at, tip);
    triangle.closePath();
    graphics.setPaint(paint);
    graphics.fill(triangle);
  }
}

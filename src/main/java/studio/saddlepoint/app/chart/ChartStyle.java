package studio.saddlepoint.app.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** The look that all charts have in common. */
final class ChartStyle {
  /** Size of the numbers on the axes. */
  static final int AXIS_TEXT = 11;

  /** Size of words among the curves. */
  static final int NOTE_TEXT = 10;

  private ChartStyle() {}

  /** The font of a size. */
  static Font font(int size) {
    return new Font(Font.SANS_SERIF, Font.PLAIN, size);
  }

  /** The stroke of a curve. */
  static BasicStroke curve() {
    return new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  /** A dashed stroke. */
  static BasicStroke dashed(float width, float dash, float gap) {
    return new BasicStroke(
        width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1f, new float[] {dash, gap}, 0);
  }

  /** Numbers alone: no line, no ticks. */
  static <A extends ValueAxis> A axis(A axis, ChartColours colours) {
    axis.setTickLabelFont(font(AXIS_TEXT));
    axis.setTickLabelPaint(colours.text());
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    return axis;
  }

  /** A ground with a grid and no frame. */
  static void ground(XYPlot plot, ChartColours colours) {
    plot.setBackgroundPaint(colours.background());
    plot.setOutlineVisible(false);
    plot.setDomainGridlinePaint(colours.grid());
    plot.setRangeGridlinePaint(colours.grid());
    plot.setDomainGridlineStroke(new BasicStroke(1f));
    plot.setRangeGridlineStroke(new BasicStroke(1f));
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
  }
}

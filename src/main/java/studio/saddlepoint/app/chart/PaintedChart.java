package studio.saddlepoint.app.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;

/**
 * A painted chart.
 *
 * @param image {@code TYPE_INT_ARGB_PRE}, at the scale asked for
 * @param area where the curves are, in window units
 * @param x from the area's left to its right
 * @param y from the area's bottom to its top
 */
record PaintedChart(BufferedImage image, Rectangle2D area, AxisRange x, AxisRange y) {
  /**
   * Paints a chart, on any thread.
   *
   * @param plot what is drawn
   * @param colours of its ground
   * @param width in window units
   * @param height in window units
   * @param scale pixels a window unit (2 on a HiDPI screen)
   */
  static PaintedChart of(XYPlot plot, ChartColours colours, int width, int height, double scale) {
    BufferedImage image =
        new BufferedImage(
            pixels(width, scale), pixels(height, scale), BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.scale(scale, scale);
    ChartRenderingInfo info = new ChartRenderingInfo();
    info.setEntityCollection(null);
    JFreeChart chart = new JFreeChart(null, null, plot, false);
    chart.setBackgroundPaint(colours.background());
    chart.setPadding(RectangleInsets.ZERO_INSETS);
    chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height), info);
    graphics.dispose();
    Rectangle2D area = info.getPlotInfo().getDataArea();
    return new PaintedChart(
        image, area, range(plot.getDomainAxis().getRange()), range(plot.getRangeAxis().getRange()));
  }

  private static int pixels(int units, double scale) {
    return Math.max(1, (int) Math.round(units * scale));
  }

  private static AxisRange range(Range shown) {
    return new AxisRange(shown.getLowerBound(), shown.getUpperBound());
  }

  /** The same where it is shown in another size than it was painted for. */
  PaintedChart stretched(double across, double up) {
    Rectangle2D stretched =
        new Rectangle2D.Double(
            across * area.getX(),
            up * area.getY(),
            across * area.getWidth(),
            up * area.getHeight());
    return new PaintedChart(image, stretched, x, y);
  }

  /** Where an x is, in window units. */
  double left(double value) {
    return area.getX() + x.share(value) * area.getWidth();
  }

  /** Where a y on a linear axis is, in window units. */
  double top(double value) {
    return area.getMaxY() - y.share(value) * area.getHeight();
  }

  /** Shows the image in a size. */
  void showIn(ImageView view, double width, double height) {
    int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    view.setImage(
        new WritableImage(
            new PixelBuffer<>(
                image.getWidth(),
                image.getHeight(),
                IntBuffer.wrap(argb),
                PixelFormat.getIntArgbPreInstance())));
    view.setFitWidth(width);
    view.setFitHeight(height);
  }
}

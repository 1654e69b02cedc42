package studio.saddlepoint.app.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;

/** A chart as a file to be shown elsewhere: with its title and a legend. */
public final class ChartFile {
  private static final int TITLE = 15;
  private static final int LEGEND = 12;

  private ChartFile() {}

  /** A PNG at the scale of a request. */
  public static byte[] png(ChartRequest request, String title) throws IOException {
    BufferedImage image =
        new BufferedImage(
            (int) (request.width() * request.scale()),
            (int) (request.height() * request.scale()),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.scale(request.scale(), request.scale());
    draw(request, title, graphics);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "png", bytes)) {
      throw new IOException("no writer for PNG");
    }
    return bytes.toByteArray();
  }

  /** An SVG of the size of a request. */
  public static String svg(ChartRequest request, String title) {
    SvgGraphics graphics = new SvgGraphics(request.width(), request.height());
    draw(request, title, graphics);
    return graphics.document(title);
  }

  private static void draw(ChartRequest request, String title, Graphics2D graphics) {
    XYPlot plot = ChartPainter.plot(request);
    ChartColours colours = request.colours();
    LegendItemCollection items = new LegendItemCollection();
    for (ChartRequest.Curve curve : request.curves()) {
      items.add(
          new LegendItem(
              curve.name(),
              null,
              null,
              null,
              new Line2D.Double(0, 0, 16, 0),
              new BasicStroke(2.5f),
              curve.colour()));
    }
    plot.setFixedLegendItems(items);
    JFreeChart chart = new JFreeChart(null, null, plot, false);
    chart.setBackgroundPaint(colours.background());
    chart.setPadding(new RectangleInsets(10, 6, 6, 6));
    TextTitle words = new TextTitle(title, new Font(Font.SANS_SERIF, Font.BOLD, TITLE));
    words.setPaint(colours.text());
    words.setPadding(0, 0, 6, 0);
    chart.setTitle(words);
    LegendTitle legend = new LegendTitle(plot);
    legend.setItemFont(ChartStyle.font(LEGEND));
    legend.setItemPaint(colours.text());
    legend.setBackgroundPaint(colours.background());
    legend.setFrame(BlockBorder.NONE);
    legend.setPosition(RectangleEdge.BOTTOM);
    chart.addLegend(legend);
    chart.draw(graphics, new Rectangle2D.Double(0, 0, request.width(), request.height()));
  }

  /**
   * Writes a file, whole or not at all.
   *
   * @throws StudioException if it cannot be written
   */
  public static void write(Path file, byte[] bytes) {
    try {
      AtomicFile.ON_DISK.write(file, bytes);
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "%s cannot be written (%s). Choose another folder.", file, DiskErrors.reason(e)),
          e);
    }
  }
}

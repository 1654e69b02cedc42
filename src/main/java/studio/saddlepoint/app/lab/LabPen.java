package studio.saddlepoint.app.lab;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import studio.saddlepoint.core.Picture;

/**
 * Draws on a canvas of the lab.
 *
 * @param context what is drawn on
 * @param colours what there is to draw with
 * @param font of all words
 * @param width of the canvas, in window units
 * @param height of the canvas, in window units
 */
record LabPen(GraphicsContext context, LabColours colours, Font font, double width, double height) {
  private static final double SPOKE = 0.35;

  /** Height of a line of words. */
  double line() {
    return line(font);
  }

  /** Height of a line of words in a font. */
  static double line(Font font) {
    return font.getSize() * 1.5;
  }

  /** A straight line. */
  void line(double x1, double y1, double x2, double y2, Color colour, double thick) {
    context.setStroke(colour);
    context.setLineWidth(thick);
    context.strokeLine(x1, y1, x2, y2);
  }

  /** A dashed line. */
  void dashed(double x1, double y1, double x2, double y2, Color colour) {
    context.setLineDashes(5, 4);
    line(x1, y1, x2, y2, colour, 1.2);
    context.setLineDashes();
  }

  /** A line through points; those that are no numbers leave a gap. */
  void curve(double[] x, double[] y, Color colour, double thick) {
    context.setStroke(colour);
    context.setLineWidth(thick);
    context.setLineCap(StrokeLineCap.ROUND);
    context.beginPath();
    boolean drawing = false;
    for (int i = 0; i < x.length; i++) {
      boolean there = Double.isFinite(x[i]) && Double.isFinite(y[i]);
      if (there && drawing) {
        context.lineTo(x[i], y[i]);
      } else if (there) {
        context.moveTo(x[i], y[i]);
      }
      drawing = there;
    }
    context.stroke();
  }

  /** A filled circle. */
  void dot(double x, double y, double radius, Color colour) {
    context.setFill(colour);
    context.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  /** A filled circle with a rim of the ground's colour, to be seen on anything. */
  void mark(double x, double y, double radius, Color colour) {
    dot(x, y, radius + 1.5, colours.ground());
    dot(x, y, radius, colour);
  }

  /** A filled rectangle. */
  void box(double x, double y, double w, double h, Color colour) {
    context.setFill(colour);
    context.fillRect(x, y, w, h);
  }

  /** The edge of a rectangle, to be seen on anything. */
  void frame(double x, double y, double w, double h, Color colour) {
    context.setStroke(colours.ground());
    context.setLineWidth(4);
    context.strokeRect(x, y, w, h);
    context.setStroke(colour);
    context.setLineWidth(2);
    context.strokeRect(x, y, w, h);
  }

  /** A line with a head at its second end. */
  void arrow(double x1, double y1, double x2, double y2, Color colour, double thick) {
    line(x1, y1, x2, y2, colour, thick);
    double length = Math.hypot(x2 - x1, y2 - y1);
    if (length < 3) {
      return;
    }
    double size = Math.min(7, SPOKE * length) / length;
    double backX = (x1 - x2) * size;
    double backY = (y1 - y2) * size;
    line(x2, y2, x2 + backX - backY / 2, y2 + backY + backX / 2, colour, thick);
    line(x2, y2, x2 + backX + backY / 2, y2 + backY - backX / 2, colour, thick);
  }

  /** Words that begin at a place; y is their middle. */
  void words(String text, double x, double y, Color colour) {
    write(text, x, y, colour, TextAlignment.LEFT);
  }

  /** Words around a place. */
  void middle(String text, double x, double y, Color colour) {
    write(text, x, y, colour, TextAlignment.CENTER);
  }

  /** Words that end at a place. */
  void before(String text, double x, double y, Color colour) {
    write(text, x, y, colour, TextAlignment.RIGHT);
  }

  /** A picture, whose pixels stay squares. */
  void picture(Picture picture, double left, double top, double wide, double high) {
    WritableImage image = new WritableImage(picture.width(), picture.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            picture.width(),
            picture.height(),
            PixelFormat.getIntArgbInstance(),
            picture.argb(),
            0,
            picture.width());
    context.setImageSmoothing(false);
    context.drawImage(image, left, top, wide, high);
  }

  private void write(String text, double x, double y, Color colour, TextAlignment alignment) {
    context.setFont(font);
    context.setFill(colour);
    context.setTextAlign(alignment);
    context.setTextBaseline(VPos.CENTER);
    context.fillText(text, x, y);
  }

  /**
   * An entry of a legend.
   *
   * @return where the next one begins
   */
  double legend(String text, double x, double y, Color colour) {
    dot(x + 5, y, 5, colour);
    words(text, x + 15, y, colours.text());
    return x + 15 + widthOf(text) + 16;
  }

  /** How wide words are. */
  double widthOf(String text) {
    javafx.scene.text.Text measured = new javafx.scene.text.Text(text);
    measured.setFont(font);
    return measured.getLayoutBounds().getWidth();
  }
}

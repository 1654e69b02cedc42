package studio.saddlepoint.app.lab;

import java.util.List;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import studio.saddlepoint.app.chart.Swatch;
import studio.saddlepoint.core.Picture;

/** A drawing that is painted anew when what it shows, its size, or the theme changes. */
final class LabCanvas extends Region {
  /** Paints something. */
  interface Painting {
    /** Paints all of it; the ground is painted already. */
    void paint(LabPen pen);
  }

  private final Canvas canvas = new Canvas();
  private final Label font = new Label();
  private final List<Swatch> swatches =
      List.of(
          new Swatch("chart-ground"),
          new Swatch("chart-grid"),
          new Swatch("chart-text"),
          new Swatch("lab-ink"),
          new Swatch("series-a"),
          new Swatch("series-b"),
          new Swatch("series-c"),
          new Swatch("series-d"),
          new Swatch("series-f"),
          new Swatch("series-e"));
  private final Painting painting;

  /**
   * A drawing.
   *
   * @param name of it for a screen reader
   */
  LabCanvas(String name, Painting painting) {
    this.painting = painting;
    getStyleClass().add("lab-canvas");
    setAccessibleText(name);
    setMinSize(160, 160);
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
    getChildren().add(canvas);
    font.getStyleClass().add("legend-name");
    font.setManaged(false);
    font.fontProperty().addListener(o -> requestLayout());
    getChildren().add(font);
    for (Swatch each : swatches) {
      each.setOpacity(0);
      each.setManaged(false);
      each.setMouseTransparent(true);
      each.backgroundProperty().addListener(o -> requestLayout());
      getChildren().add(each);
    }
  }

  /** Paints anew, in the window's next frame. */
  void repaint() {
    requestLayout();
  }

  /** How wide the drawing is. */
  double across() {
    return canvas.getWidth();
  }

  /** How high the drawing is. */
  double down() {
    return canvas.getHeight();
  }

  /** Height of a line of its words. */
  double line() {
    return LabPen.line(font.getFont());
  }

  /** What it shows now, with two pixels for each of the window's. */
  Picture picture() {
    return picture(canvas, 2);
  }

  /**
   * Another painting, as large and in the same colours as this one.
   *
   * @param scale pixels for each of the window's
   */
  Picture picture(Painting other, double scale) {
    Canvas sheet = new Canvas(across(), down());
    paint(sheet, other);
    return picture(sheet, scale);
  }

  private Picture picture(Canvas of, double scale) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(colour(0));
    parameters.setTransform(Transform.scale(scale, scale));
    WritableImage image = of.snapshot(parameters, null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] argb = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    return new Picture(width, height, argb);
  }

  private void paint(Canvas sheet, Painting what) {
    LabColours colours = colours();
    GraphicsContext context = sheet.getGraphicsContext2D();
    context.setFill(colours.ground());
    context.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    what.paint(new LabPen(context, colours, font.getFont(), sheet.getWidth(), sheet.getHeight()));
  }

  private Color colour(int swatch) {
    java.awt.Color colour = swatches.get(swatch).colour();
    return Color.rgb(
        colour.getRed(), colour.getGreen(), colour.getBlue(), colour.getAlpha() / 255.0);
  }

  private LabColours colours() {
    return new LabColours(
        colour(0), colour(1), colour(2), colour(3), colour(4), colour(5), colour(6), colour(7),
        colour(8), colour(9));
  }

  @Override
  protected void layoutChildren() {
    double width = Math.floor(getWidth() - snappedLeftInset() - snappedRightInset());
    double height = Math.floor(getHeight() - snappedTopInset() - snappedBottomInset());
    if (width < 2 || height < 2) {
      return;
    }
    canvas.setWidth(width);
    canvas.setHeight(height);
    canvas.relocate(snappedLeftInset(), snappedTopInset());
    if (!swatches.stream().allMatch(Swatch::styled)) {
      return; // it is laid out again as soon as they are
    }
    paint(canvas, painting);
  }
}

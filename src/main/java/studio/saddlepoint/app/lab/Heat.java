package studio.saddlepoint.app.lab;

import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/** The ground of a plane: what a discriminator says of each place. */
final class Heat {
  /** Share of the colour that the surest place has. */
  private static final double SURE = 0.5;

  private Heat() {}

  /**
   * Paints it; the caller clips.
   *
   * @param heat (side, side), from the bottom left on, row by row
   * @param probability whether it is 0 to 1; otherwise its own range is taken
   * @param left of the square
   * @param top of the square
   * @param size of the square in the drawing
   */
  static void paint(
      LabPen pen,
      float[] heat,
      int side,
      boolean probability,
      double left,
      double top,
      double size) {
    double cell = size / (side - 1);
    pen.context().setImageSmoothing(true);
    pen.context()
        .drawImage(
            image(heat, side, probability, pen.colours()),
            left - cell / 2,
            top - cell / 2,
            size + cell,
            size + cell);
  }

  private static WritableImage image(
      float[] heat, int side, boolean probability, LabColours colours) {
    WritableImage image = new WritableImage(side, side);
    PixelWriter writer = image.getPixelWriter();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (float each : heat) {
      low = Math.min(low, each);
      high = Math.max(high, each);
    }
    double middle = probability ? 0.5 : (low + high) / 2;
    double half = probability ? 0.5 : Math.max(1e-6, (high - low) / 2);
    for (int i = 0; i < heat.length; i++) {
      double sure = (heat[i] - middle) / half;
      writer.setColor(i % side, side - 1 - i / side, tint(Double.isNaN(sure) ? 0 : sure, colours));
    }
    return image;
  }

  private static Color tint(double sure, LabColours colours) {
    double share = SURE * Math.min(1, Math.abs(sure));
    return colours.ground().interpolate(sure > 0 ? colours.real() : colours.made(), share);
  }
}

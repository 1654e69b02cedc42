package studio.saddlepoint.data.decode;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import studio.saddlepoint.data.file.UnusableImageException;

/** An image that is stored turned or mirrored, set upright. */
final class TurnedImage implements OpenImage {
  private static final int UPRIGHT = 1;
  private static final int LAST = 8;

  /** From here on the stored rows are columns. */
  private static final int FIRST_SWAPPED = 5;

  private final OpenImage image;
  private final boolean swapped;
  private final boolean fromRight;
  private final boolean fromBelow;

  private TurnedImage(OpenImage image, int orientation) {
    this.image = image;
    this.swapped = orientation >= FIRST_SWAPPED;
    // Where the stored first row and first column are seen (TIFF 6.0, section 8).
    this.fromRight =
        switch (orientation) {
          case 2, 3, 6, 7 -> true;
          default -> false;
        };
    this.fromBelow =
        switch (orientation) {
          case 3, 4, 7, 8 -> true;
          default -> false;
        };
  }

  /**
   * An image set upright.
   *
   * @param image as it is stored
   * @param orientation 1 to 8, as TIFF numbers them; others mean that it is upright
   */
  static OpenImage of(OpenImage image, int orientation) {
    return orientation > UPRIGHT && orientation <= LAST
        ? new TurnedImage(image, orientation)
        : image;
  }

  @Override
  public int width() {
    return swapped ? image.height() : image.width();
  }

  @Override
  public int height() {
    return swapped ? image.width() : image.height();
  }

  /** The image as it is stored and as it is seen, of at most as many bytes. */
  @Override
  public long bytes(Rectangle region, int step) throws IOException {
    return 2 * image.bytes(stored(region, step), step);
  }

  @Override
  public BufferedImage pixels(Rectangle region, int step)
      throws IOException, UnusableImageException {
    BufferedImage stored = image.pixels(stored(region, step), step);
    int width = OpenImage.steps(region.width, step);
    int height = OpenImage.steps(region.height, step);
    WritableRaster from = stored.getRaster();
    WritableRaster to = from.createCompatibleWritableRaster(width, height);
    Object pixel = null;
    for (int y = 0; y < height; y++) {
      int b = fromBelow ? height - 1 - y : y;
      for (int x = 0; x < width; x++) {
        int a = fromRight ? width - 1 - x : x;
        pixel = from.getDataElements(swapped ? b : a, swapped ? a : b, pixel);
        to.setDataElements(x, y, pixel);
      }
    }
    return new BufferedImage(stored.getColorModel(), to, stored.isAlphaPremultiplied(), null);
  }

  /** Where the pixels of a region lie, of which steps count from its left and upper side. */
  private Rectangle stored(Rectangle region, int step) {
    int x = along(region.x, region.width, step, fromRight ? width() : 0);
    int y = along(region.y, region.height, step, fromBelow ? height() : 0);
    int width = (OpenImage.steps(region.width, step) - 1) * step + 1;
    int height = (OpenImage.steps(region.height, step) - 1) * step + 1;
    return swapped ? new Rectangle(y, x, height, width) : new Rectangle(x, y, width, height);
  }

  /** The first kept pixel in the stored order, which is the last one where it is mirrored. */
  private static int along(int first, int length, int step, int mirroredIn) {
    int last = first + (OpenImage.steps(length, step) - 1) * step;
    return mirroredIn == 0 ? first : mirroredIn - 1 - last;
  }

  @Override
  public void close() throws IOException {
    image.close();
  }
}

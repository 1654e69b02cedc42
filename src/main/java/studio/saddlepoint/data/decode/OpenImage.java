package studio.saddlepoint.data.decode;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import studio.saddlepoint.data.file.UnusableImageException;

/** An image file that lies open: its size is known, its pixels are decoded on request. */
interface OpenImage extends Closeable {
  /** Width in pixels. */
  int width();

  /** Height in pixels. */
  int height();

  /**
   * Bytes that {@link #pixels} needs at once, its result among them: known from the file's header,
   * before any of them is taken.
   *
   * @param region which part, inside the image
   * @param step of that many rows and columns one is kept
   * @throws IOException or a {@link RuntimeException} if the file is damaged
   */
  long bytes(Rectangle region, int step) throws IOException;

  /**
   * Decodes a part of the image, made smaller where it is large. It may be asked for parts in any
   * order, as often as wanted.
   *
   * @param region which part, inside the image
   * @param step of that many rows and columns one is kept
   * @return the part, as many pixels wide and high as steps begin in it; colours as stored
   * @throws IOException or a {@link RuntimeException} if the file is damaged
   * @throws UnusableImageException if it cannot be used for a reason to be told
   */
  BufferedImage pixels(Rectangle region, int step) throws IOException, UnusableImageException;

  /** How many steps begin in a length. */
  static int steps(int length, int step) {
    return (length + step - 1) / step;
  }

  /** How many pixels are kept of a region. */
  static long kept(Rectangle region, int step) {
    return (long) steps(region.width, step) * steps(region.height, step);
  }

  /** Every pixel on a grid of steps in a region of a decoded image. */
  static BufferedImage cut(BufferedImage image, Rectangle region, int step) {
    if (step == 1) {
      return image.getSubimage(region.x, region.y, region.width, region.height);
    }
    int width = steps(region.width, step);
    int height = steps(region.height, step);
    var from = image.getRaster();
    var to = from.createCompatibleWritableRaster(width, height);
    Object pixel = null;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixel = from.getDataElements(region.x + x * step, region.y + y * step, pixel);
        to.setDataElements(x, y, pixel);
      }
    }
    return new BufferedImage(image.getColorModel(), to, image.isAlphaPremultiplied(), null);
  }
}

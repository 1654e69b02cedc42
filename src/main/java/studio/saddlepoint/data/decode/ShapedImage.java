package studio.saddlepoint.data.decode;

import java.nio.file.Path;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.file.UnusableImageException;

/** Reads one image file as a data set of a shape would have it. */
public final class ShapedImage {
  private ShapedImage() {}

  /**
   * The middle square of an image, scaled; of one channel its luma (ITU-R BT.601).
   *
   * @param file PNG, JPEG, or another kind that data sets may have
   * @param shape of 1 or 3 channels
   * @return {@code (C, H, W)}, unsigned
   * @throws StudioException if it cannot be decoded; names the file and the reason
   */
  public static byte[] read(Path file, ImageShape shape) {
    return read(file, shape, PictureFit.CROP);
  }

  /**
   * An image as a square, scaled; of one channel its luma (ITU-R BT.601).
   *
   * @param file PNG, JPEG, or another kind that data sets may have
   * @param shape of 1 or 3 channels
   * @param fit what becomes of an image that is no square
   * @return {@code (C, H, W)}, unsigned
   * @throws StudioException if it cannot be decoded; names the file and the reason
   */
  public static byte[] read(Path file, ImageShape shape, PictureFit fit) {
    int plane = shape.height() * shape.width();
    byte[] colours = new byte[3 * plane];
    try {
      ImageDecoder decoder = new ImageDecoder(PixelBudget.shared(), shape.height());
      if (fit == PictureFit.CROP) {
        decoder.decode(file, colours, 0);
      } else {
        decoder.decodePadded(file, fit, colours);
      }
    } catch (UnusableImageException e) {
      throw new StudioException(file.getFileName() + " cannot be used: " + e.getMessage(), e);
    }
    if (shape.channels() != 1) {
      return colours;
    }
    byte[] grey = new byte[plane];
    for (int i = 0; i < plane; i++) {
      int red = colours[i] & 0xff;
      int green = colours[plane + i] & 0xff;
      int blue = colours[2 * plane + i] & 0xff;
      grey[i] = (byte) ((299 * red + 587 * green + 114 * blue + 500) / 1000);
    }
    return grey;
  }
}

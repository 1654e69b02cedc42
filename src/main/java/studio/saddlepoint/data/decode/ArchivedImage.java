package studio.saddlepoint.data.decode;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import studio.saddlepoint.data.file.UnusableImageException;

/**
 * An image of an archive, whose file lies unpacked in memory beside its pixels.
 *
 * @param image the image
 * @param length of the unpacked file in bytes
 */
record ArchivedImage(OpenImage image, long length) implements WrappedImage {
  @Override
  public long bytes(Rectangle region, int step) throws IOException {
    return length + image.bytes(region, step);
  }

  @Override
  public BufferedImage pixels(Rectangle region, int step)
      throws IOException, UnusableImageException {
    return image.pixels(region, step);
  }
}

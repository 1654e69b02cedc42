package studio.saddlepoint.data.decode;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import studio.saddlepoint.data.file.PatchedFile;
import studio.saddlepoint.data.file.UnusableImageException;
import studio.saddlepoint.data.header.ImageKind;
import studio.saddlepoint.data.header.JpegHeader;

/**
 * A JPEG of four inks, made red, green and blue as libjpeg and Pillow do it.
 *
 * @param image the inks
 * @param transformed whether they are stored as brightness, two differences and black
 */
record JpegImage(ReaderImage image, boolean transformed) implements WrappedImage {
  private static final int INKS = 4;

  /** Takes over an open file. */
  static OpenImage open(PatchedFile stream) throws IOException, UnusableImageException {
    JpegHeader header = JpegHeader.of(stream);
    header.check();
    stream.show(header.shown());
    ReaderImage image = new ReaderImage(stream, ImageKind.JPEG, header.isProgressive());
    return switch (header.colours()) {
      case GREY, RGB, YCBCR -> image;
      case CMYK -> new JpegImage(image, false);
      case YCCK -> new JpegImage(image, true);
    };
  }

  /** Beside the inks the colours they make, and a row of both as numbers. */
  @Override
  public long bytes(Rectangle region, int step) throws IOException {
    long row = (long) Integer.BYTES * (INKS + Inks.COLOURS) * width();
    return image.bytes(region, step) + row + Inks.COLOURS * OpenImage.kept(region, step);
  }

  @Override
  public BufferedImage pixels(Rectangle region, int step)
      throws IOException, UnusableImageException {
    Raster inks = image.samples(region, step);
    return transformed ? Inks.ofYcck(inks) : Inks.ofInvertedCmyk(inks);
  }
}

package studio.saddlepoint.core;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as PNG files, one pixel for a pixel. */
public final class Pngs {
  private static final int OPAQUE = 0xFF;

  /** No picture is larger: 256 samples of 1024 x 1024 pixels. */
  private static final long MOST_PIXELS = 1L << 28;

  /** A byte of a PNG file holds at most so many (RFC 1951: 258 in two bits, and some). */
  private static final long DENSEST = 1040;

  private Pngs() {}

  /** The bytes of a PNG file; with an alpha channel only where a pixel is not opaque. */
  public static byte[] encode(Picture picture) throws IOException {
    boolean opaque = Arrays.stream(picture.argb()).allMatch(argb -> argb >>> 24 == OPAQUE);
    BufferedImage image =
        new BufferedImage(
            picture.width(),
            picture.height(),
            opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
    return encode(image);
  }

  /**
   * The bytes of a PNG file of 8 bits a pixel, without colour.
   *
   * @param width in pixels
   * @param height in pixels
   * @param grey one unsigned byte a pixel, rows from the top
   */
  public static byte[] encodeGrey(int width, int height, byte[] grey) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    // Not by setRGB: that would convert between colour spaces.
    image.getRaster().setDataElements(0, 0, width, height, grey);
    return encode(image);
  }

  private static byte[] encode(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    }
    return bytes.toByteArray();
  }

  /**
   * The picture of a PNG file.
   *
   * @param file its bytes
   * @throws IOException if it is no whole PNG file, or announces more pixels than it can hold
   */
  public static BufferedImage decode(byte[] file) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in);
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      if (pixels > MOST_PIXELS || pixels / Byte.SIZE > DENSEST * file.length) {
        throw new IOException(English.of("%,d bytes announce %,d pixels", file.length, pixels));
      }
      return reader.read(0);
    } catch (RuntimeException e) {
      // Java's reader answers damaged files with many kinds of them.
      throw new IOException("it is damaged", e);
    } finally {
      reader.dispose();
    }
  }

  /**
   * Writes a picture; folders on the way are made.
   *
   * @throws StudioException if it cannot be written; names the file
   */
  public static void write(Path file, Picture picture) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.write(file, encode(picture));
    } catch (IOException e) {
      throw new StudioException(
          file
              + " cannot be written ("
              + DiskErrors.reason(e)
              + "): check the folder and the free space, or choose another place.",
          e);
    }
  }
}

package studio.saddlepoint.data.decode;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** Turns decoded images into three planes of bytes, colours as stored. */
final class ImagePlanes {
  private static final int WHITE = 255;

  private ImagePlanes() {}

  /**
   * The planes of an image.
   *
   * @param overWhite whether to lay what is transparent over white, or to leave transparency away
   * @return unsigned bytes in the order (3, H, W); grey images have three equal planes
   */
  static byte[] of(BufferedImage image, boolean overWhite) {
    byte[] planes = new byte[3 * image.getWidth() * image.getHeight()];
    put(image, overWhite, planes, 0);
    return planes;
  }

  /**
   * The rows of a part of an image.
   *
   * @param part as wide as the image
   * @param overWhite whether to lay what is transparent over white, or to leave transparency away
   * @param planes takes them, (3, H, W)
   * @param top the part's first row in the image
   */
  static void put(BufferedImage part, boolean overWhite, byte[] planes, int top) {
    int first = top * part.getWidth();
    if (part.getColorModel() instanceof IndexColorModel) {
      fromPalette(part, overWhite, planes, first);
    } else if (isPlainBytes(part, overWhite)) {
      fromBytes(part.getRaster(), planes, first);
    } else {
      fromSamples(part, overWhite, planes, first);
    }
  }

  private static void fromPalette(
      BufferedImage image, boolean overWhite, byte[] planes, int first) {
    int width = image.getWidth();
    int[] row = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        int alpha = overWhite ? row[x] >>> 24 : WHITE;
        int at = first + y * width + x;
        for (int c = 0; c < 3; c++) {
          int value = row[x] >> (16 - 8 * c) & 0xff;
          planes[c * planes.length / 3 + at] = overWhite(value, alpha);
        }
      }
    }
  }

  private static boolean isPlainBytes(BufferedImage image, boolean overWhite) {
    return image.getSampleModel() instanceof ComponentSampleModel
        && image.getRaster().getDataBuffer() instanceof DataBufferByte
        && !(image.getColorModel().hasAlpha() && (overWhite || image.isAlphaPremultiplied()));
  }

  /**
   * As {@link #fromSamples}, but many times as fast: photos are of this kind. The bytes are taken
   * where they lie, since a raster hands them over one by one.
   */
  private static void fromBytes(Raster raster, byte[] planes, int first) {
    ComponentSampleModel model = (ComponentSampleModel) raster.getSampleModel();
    DataBufferByte buffer = (DataBufferByte) raster.getDataBuffer();
    int width = raster.getWidth();
    int bands = raster.getNumBands();
    int left = raster.getMinX() - raster.getSampleModelTranslateX();
    int above = raster.getMinY() - raster.getSampleModelTranslateY();
    int stride = model.getPixelStride();
    for (int y = 0; y < raster.getHeight(); y++) {
      int row = (above + y) * model.getScanlineStride() + left * stride;
      for (int c = 0; c < 3; c++) {
        int band = bands < 3 ? 0 : c;
        int bank = model.getBankIndices()[band];
        byte[] samples = buffer.getData(bank);
        int from = buffer.getOffsets()[bank] + model.getBandOffsets()[band] + row;
        int to = c * (planes.length / 3) + first + y * width;
        for (int x = 0; x < width; x++) {
          planes[to + x] = samples[from + x * stride];
        }
      }
    }
  }

  // The samples as they are: getRGB would brighten grey images (Java takes them for linear) and
  // convert colour profiles, slowly.
  private static void fromSamples(
      BufferedImage image, boolean overWhite, byte[] planes, int first) {
    Raster raster = image.getRaster();
    int width = image.getWidth();
    int bands = raster.getNumBands();
    boolean alpha = image.getColorModel().hasAlpha();
    boolean multiplied = alpha && image.isAlphaPremultiplied();
    int colors = alpha ? bands - 1 : bands;
    int[] bits = raster.getSampleModel().getSampleSize();
    int[] row = new int[width * bands];
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int x = 0; x < width; x++) {
        int last = row[x * bands + bands - 1];
        int own = alpha ? eightBits(last, bits[bands - 1]) : WHITE;
        int opacity = overWhite ? own : WHITE;
        int at = first + y * width + x;
        for (int c = 0; c < 3; c++) {
          int band = colors < 3 ? 0 : c;
          int stored = eightBits(row[x * bands + band], bits[band]);
          int value = multiplied ? divided(stored, own) : stored;
          planes[c * planes.length / 3 + at] = overWhite(value, opacity);
        }
      }
    }
  }

  /** Takes alpha out of a colour again, as Pillow does ({@code unpackRGBa} in its Unpack.c). */
  private static int divided(int value, int alpha) {
    return alpha == 0 ? 0 : Math.min(WHITE, value * WHITE / alpha);
  }

  /** The first eight of more bits; fewer are stretched to the same range. */
  private static int eightBits(int value, int bits) {
    return bits >= Byte.SIZE ? value >>> (bits - Byte.SIZE) : value * WHITE / ((1 << bits) - 1);
  }

  private static byte overWhite(int value, int alpha) {
    return (byte) ((value * alpha + WHITE * (WHITE - alpha) + WHITE / 2) / WHITE);
  }
}

package studio.saddlepoint.data.decode;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.EOFException;
import java.io.IOException;
import studio.saddlepoint.core.English;
import studio.saddlepoint.data.file.PatchedFile;

/**
 * An image of the PNM family: PBM, PGM or PPM, plain or raw. Values of any range are scaled to 0 to
 * 255 and rounded, half to even, as Pillow does. Rows are read one by one.
 */
final class PnmImage implements OpenImage {
  private static final int MOST = 65_535;
  private static final int WHITE = 255;
  private static final int DIGITS = 9;

  private final PatchedFile in;
  private final boolean plain;
  private final boolean bits;
  private final int channels;
  private final int width;
  private final int height;
  private final int most;
  private final long start;

  /** Takes over an open file that begins as a PNM does. */
  PnmImage(PatchedFile in) throws IOException {
    this.in = in;
    in.seek(1);
    int kind = in.read() - '0';
    this.plain = kind <= 3;
    this.bits = kind % 3 == 1;
    this.channels = kind % 3 == 0 ? 3 : 1;
    this.width = number("width");
    this.height = number("height");
    this.most = bits ? 1 : number("largest value");
    if (width == 0 || height == 0 || most == 0 || most > MOST) {
      throw new IOException(
          English.of("its header tells %dx%d pixels of values up to %d", width, height, most));
    }
    this.start = in.getStreamPosition();
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  /** A byte for each value kept, and one row as it lies in the file and as numbers. */
  @Override
  public long bytes(Rectangle region, int step) {
    return channels * (OpenImage.kept(region, step) + (Integer.BYTES + 2L) * width);
  }

  @Override
  public BufferedImage pixels(Rectangle region, int step) throws IOException {
    BufferedImage image =
        new BufferedImage(
            OpenImage.steps(region.width, step),
            OpenImage.steps(region.height, step),
            channels == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
    WritableRaster raster = image.getRaster();
    int[] row = new int[width * channels];
    int[] pixel = new int[channels];
    in.seek(start);
    for (int y = 0; y < height; y++) {
      read(row);
      int below = y - region.y;
      if (below < 0 || below >= region.height || below % step != 0) {
        continue;
      }
      for (int x = 0; x < image.getWidth(); x++) {
        System.arraycopy(row, (region.x + x * step) * channels, pixel, 0, channels);
        raster.setPixel(x, below / step, pixel);
      }
    }
    return image;
  }

  private void read(int[] row) throws IOException {
    if (plain) {
      for (int i = 0; i < row.length; i++) {
        row[i] = scaled(bits ? bit() : number("value"));
      }
      return;
    }
    int bytesEach = most > WHITE ? 2 : 1;
    int length = bits ? (row.length + Byte.SIZE - 1) / Byte.SIZE : row.length * bytesEach;
    byte[] raw = new byte[length];
    in.readFully(raw);
    for (int i = 0; i < row.length; i++) {
      int value =
          bits
              ? raw[i / Byte.SIZE] >> (Byte.SIZE - 1 - i % Byte.SIZE) & 1
              : bytesEach == 1
                  ? raw[i] & 0xff
                  : (raw[2 * i] & 0xff) << Byte.SIZE | raw[2 * i + 1] & 0xff;
      row[i] = scaled(Math.min(value, most));
    }
  }

  /** To 0 to 255. In images of bits, one is black. */
  private int scaled(int value) throws IOException {
    if (value > most) {
      throw new IOException(English.of("it holds %d, but its largest value is %d", value, most));
    }
    return bits ? WHITE * (1 - value) : (int) Math.rint((double) value / most * WHITE);
  }

  private int bit() throws IOException {
    int digit = next();
    if (digit != '0' && digit != '1') {
      throw new IOException(English.of("it holds %s", shown(digit)));
    }
    return digit - '0';
  }

  /** A number and the one byte after it. */
  private int number(String what) throws IOException {
    int value = 0;
    int at = next();
    for (int digits = 0; at >= '0' && at <= '9'; digits++) {
      if (digits == DIGITS) {
        throw new IOException(English.of("its %s has too many digits", what));
      }
      value = 10 * value + at - '0';
      at = in.read();
      if (at < 0 || Character.isWhitespace(at)) {
        return value;
      }
    }
    throw new IOException(English.of("its %s holds %s", what, shown(at)));
  }

  /** The first byte that is neither space nor part of a comment. */
  private int next() throws IOException {
    int at = in.read();
    while (Character.isWhitespace(at) || at == '#') {
      if (at == '#') {
        while (at >= 0 && at != '\n' && at != '\r') {
          at = in.read();
        }
      } else {
        at = in.read();
      }
    }
    if (at < 0) {
      throw new EOFException();
    }
    return at;
  }

  private static String shown(int at) {
    return at > ' ' && at < 127 ? English.of("\"%c\"", at) : "byte " + at;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

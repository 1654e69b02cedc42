package studio.saddlepoint.data.decode;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * The colours that cyan, magenta, yellow and black inks make, without any profile, as Pillow
 * computes them ({@code cmyk2rgb} in its Convert.c).
 */
final class Inks {
  /** Red, green and blue. */
  static final int COLOURS = 3;

  private static final int FULL = 255;
  private static final int CENTRE = 128;

  /** Of libjpeg's whole numbers in place of fractions (jdcolor.c). */
  private static final int FRACTION_BITS = 16;

  private static final int HALF = 1 << (FRACTION_BITS - 1);
  private static final int RED_OF_CR = fixed(1.40200);
  private static final int GREEN_OF_CR = fixed(0.71414);
  private static final int GREEN_OF_CB = fixed(0.34414);
  private static final int BLUE_OF_CB = fixed(1.77200);

  private Inks() {}

  private static int fixed(double value) {
    return (int) (value * (1 << FRACTION_BITS) + 0.5);
  }

  /** The colours of samples that are the inks themselves. */
  static BufferedImage ofCmyk(Raster inks) {
    return colours(inks, Inks::keep);
  }

  /** The colours of samples that are what the inks leave white, as in every JPEG file. */
  static BufferedImage ofInvertedCmyk(Raster inks) {
    return colours(inks, Inks::invert);
  }

  /** The colours of a JPEG's inks that are stored as brightness, two differences and black. */
  static BufferedImage ofYcck(Raster inks) {
    return colours(inks, Inks::invertYcck);
  }

  /** Makes inks of four samples, in place. */
  private interface Preparing {
    void prepare(int[] row, int at);
  }

  private static void keep(int[] row, int at) {}

  private static void invert(int[] row, int at) {
    for (int i = at; i < at + COLOURS + 1; i++) {
      row[i] = FULL - row[i];
    }
  }

  /** First to what libjpeg calls CMYK, which is then inverted. */
  private static void invertYcck(int[] row, int at) {
    int y = row[at];
    int cb = row[at + 1] - CENTRE;
    int cr = row[at + 2] - CENTRE;
    row[at] = clip(y + (RED_OF_CR * cr + HALF >> FRACTION_BITS));
    row[at + 1] = clip(y + (-GREEN_OF_CB * cb - GREEN_OF_CR * cr + HALF >> FRACTION_BITS));
    row[at + 2] = clip(y + (BLUE_OF_CB * cb + HALF >> FRACTION_BITS));
    row[at + COLOURS] = FULL - row[at + COLOURS];
  }

  private static BufferedImage colours(Raster inks, Preparing inksOf) {
    int width = inks.getWidth();
    int bands = inks.getNumBands();
    int more = Math.max(0, inks.getSampleModel().getSampleSize(0) - Byte.SIZE);
    BufferedImage image = new BufferedImage(width, inks.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    WritableRaster colours = image.getRaster();
    int[] row = new int[bands * width];
    int[] made = new int[COLOURS * width];
    for (int y = 0; y < inks.getHeight(); y++) {
      inks.getPixels(inks.getMinX(), inks.getMinY() + y, width, 1, row);
      for (int x = 0; x < width; x++) {
        int at = bands * x;
        for (int i = at; i < at + bands; i++) {
          row[i] >>= more;
        }
        inksOf.prepare(row, at);
        int light = FULL - row[at + COLOURS];
        for (int c = 0; c < COLOURS; c++) {
          made[COLOURS * x + c] = clip(light - share(row[at + c], light));
        }
      }
      colours.setPixels(0, y, width, 1, made);
    }
    return image;
  }

  /** The product of two shares of 255, rounded as Pillow's MULDIV255 does. */
  private static int share(int a, int b) {
    int product = a * b + CENTRE;
    return (product >> Byte.SIZE) + product >> Byte.SIZE;
  }

  private static int clip(int value) {
    return Math.max(0, Math.min(FULL, value));
  }
}

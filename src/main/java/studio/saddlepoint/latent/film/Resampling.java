package studio.saddlepoint.latent.film;

import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.TriangleTaps;

/** Pictures at another size. */
final class Resampling {
  private static final int OPAQUE = 0xff000000;
  private static final int BYTE = 0xff;

  private Resampling() {}

  /** Each pixel is the one that lies nearest to its middle; by whole numbers, squares. */
  static Picture nearest(Picture picture, int width, int height) {
    int[] argb = new int[width * height];
    int above = -1;
    for (int y = 0; y < height; y++) {
      int row = nearest(y, height, picture.height());
      if (row == above) {
        System.arraycopy(argb, (y - 1) * width, argb, y * width, width);
        continue;
      }
      above = row;
      for (int x = 0; x < width; x++) {
        argb[y * width + x] =
            picture.argb()[row * picture.width() + nearest(x, width, picture.width())];
      }
    }
    return new Picture(width, height, argb);
  }

  private static int nearest(int place, int size, int from) {
    return (int) ((2L * place + 1) * from / (2L * size));
  }

  /**
   * Bilinear; where it becomes smaller, with a filter as wide as the pixels that one covers, so
   * that fine patterns do not alias.
   */
  static Picture smooth(Picture picture, int width, int height) {
    TriangleTaps across = TriangleTaps.of(picture.width(), width);
    TriangleTaps down = TriangleTaps.of(picture.height(), height);
    int[] argb = new int[width * height];
    float[] narrow = new float[width * picture.height()];
    for (int shift = 16; shift >= 0; shift -= 8) {
      for (int y = 0; y < picture.height(); y++) {
        for (int x = 0; x < width; x++) {
          narrow[y * width + x] = sum(across, picture, y, x, shift);
        }
      }
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          float sum = 0;
          float[] weights = down.weights()[y];
          for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * narrow[(down.first()[y] + k) * width + x];
          }
          argb[y * width + x] |= OPAQUE | Math.min(BYTE, (int) (sum + 0.5f)) << shift;
        }
      }
    }
    return new Picture(width, height, argb);
  }

  /** A colour of a row at a place of the target. */
  private static float sum(TriangleTaps across, Picture picture, int y, int x, int shift) {
    float[] weights = across.weights()[x];
    int from = y * picture.width() + across.first()[x];
    float sum = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += weights[k] * (picture.argb()[from + k] >> shift & BYTE);
    }
    return sum;
  }
}

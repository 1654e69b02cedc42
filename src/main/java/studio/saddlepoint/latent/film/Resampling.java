package studio.saddlepoint.latent.film;

import studio.saddlepoint.core.Picture;

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
    Taps across = Taps.of(picture.width(), width);
    Taps down = Taps.of(picture.height(), height);
    int[] argb = new int[width * height];
    float[] narrow = new float[width * picture.height()];
    for (int shift = 16; shift >= 0; shift -= 8) {
      for (int y = 0; y < picture.height(); y++) {
        for (int x = 0; x < width; x++) {
          narrow[y * width + x] = across.sum(picture, y, x, shift);
        }
      }
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          float sum = 0;
          float[] weights = down.weights[y];
          for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * narrow[(down.first[y] + k) * width + x];
          }
          argb[y * width + x] |= OPAQUE | Math.min(BYTE, (int) (sum + 0.5f)) << shift;
        }
      }
    }
    return new Picture(width, height, argb);
  }

  /** For each target pixel: the first source pixel and the weights from there, of sum 1. */
  private record Taps(int[] first, float[][] weights) {
    static Taps of(int from, int to) {
      int[] first = new int[to];
      float[][] weights = new float[to][];
      double ratio = (double) from / to;
      double reach = Math.max(1, ratio);
      for (int i = 0; i < to; i++) {
        double middle = (i + 0.5) * ratio;
        int low = Math.max(0, (int) Math.floor(middle - reach + 0.5));
        int high = Math.min(from, (int) Math.floor(middle + reach + 0.5));
        first[i] = low;
        weights[i] = new float[high - low];
        double sum = 0;
        for (int k = low; k < high; k++) {
          sum += triangle((k + 0.5 - middle) / reach);
        }
        for (int k = low; k < high; k++) {
          weights[i][k - low] = (float) (triangle((k + 0.5 - middle) / reach) / sum);
        }
      }
      return new Taps(first, weights);
    }

    private static double triangle(double at) {
      return Math.max(0, 1 - Math.abs(at));
    }

    float sum(Picture picture, int y, int x, int shift) {
      float sum = 0;
      int from = y * picture.width() + first[x];
      for (int k = 0; k < weights[x].length; k++) {
        sum += weights[x][k] * (picture.argb()[from + k] >> shift & BYTE);
      }
      return sum;
    }
  }
}

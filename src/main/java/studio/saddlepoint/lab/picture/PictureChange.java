package studio.saddlepoint.lab.picture;

import studio.saddlepoint.data.ImageShape;

/** A change of a picture by an amount. */
public enum PictureChange {
  /** To the right, up to a quarter of its width; the left edge is repeated. */
  SHIFT {
    @Override
    double at(byte[] pixels, ImageShape shape, Place place, double amount) {
      int by = shifted(shape, amount);
      return value(pixels, shape, place.channel, place.row, place.column - by);
    }
  },

  /** Each channel goes towards the next one; a grey picture goes towards its negative. */
  SWAP {
    @Override
    double at(byte[] pixels, ImageShape shape, Place place, double amount) {
      double own = value(pixels, shape, place.channel, place.row, place.column);
      int next = (place.channel + 1) % shape.channels();
      double other =
          shape.channels() == 1 ? 255 - own : value(pixels, shape, next, place.row, place.column);
      return (1 - amount) * own + amount * other;
    }
  },

  /** A mean over a square, of up to a quarter of the width; edges are repeated. */
  BLUR {
    @Override
    double at(byte[] pixels, ImageShape shape, Place place, double amount) {
      double reach = amount * shape.width() / 8;
      int far = (int) Math.ceil(reach);
      double sum = 0;
      double all = 0;
      for (int row = -far; row <= far; row++) {
        for (int column = -far; column <= far; column++) {
          double weight = weight(row, reach) * weight(column, reach);
          sum +=
              weight * value(pixels, shape, place.channel, place.row + row, place.column + column);
          all += weight;
        }
      }
      return sum / all;
    }
  },

  /** A grey square in the middle, of up to half the width. */
  HOLE {
    @Override
    double at(byte[] pixels, ImageShape shape, Place place, double amount) {
      double half = amount * shape.width() / 4;
      boolean inside =
          Math.abs(place.row + 0.5 - shape.height() / 2.0) < half
              && Math.abs(place.column + 0.5 - shape.width() / 2.0) < half;
      return inside ? GREY : value(pixels, shape, place.channel, place.row, place.column);
    }
  };

  private static final int GREY = 128;

  private record Place(int channel, int row, int column) {}

  /** The pixel at a place of the changed picture, 0 to 255. */
  abstract double at(byte[] pixels, ImageShape shape, Place place, double amount);

  /**
   * The changed picture.
   *
   * @param pixels (C, H, W), unsigned bytes; stays as it is
   * @param amount 0, as it was, to 1
   */
  public byte[] of(byte[] pixels, ImageShape shape, double amount) {
    byte[] changed = new byte[pixels.length];
    int at = 0;
    for (int channel = 0; channel < shape.channels(); channel++) {
      for (int row = 0; row < shape.height(); row++) {
        for (int column = 0; column < shape.width(); column++) {
          double value = at(pixels, shape, new Place(channel, row, column), amount);
          changed[at++] = (byte) Math.round(Math.max(0, Math.min(255, value)));
        }
      }
    }
    return changed;
  }

  /** By how many pixels {@link #SHIFT} moves a picture. */
  public static int shifted(ImageShape shape, double amount) {
    return (int) Math.round(amount * shape.width() / 4);
  }

  /** Whole ones within the reach, and the part of the one that it ends in. */
  private static double weight(int offset, double reach) {
    return Math.max(0, Math.min(1, reach + 1 - Math.abs(offset)));
  }

  private static double value(byte[] pixels, ImageShape shape, int channel, int row, int column) {
    int y = Math.max(0, Math.min(shape.height() - 1, row));
    int x = Math.max(0, Math.min(shape.width() - 1, column));
    return pixels[(channel * shape.height() + y) * shape.width() + x] & 0xff;
  }
}

package studio.saddlepoint.data.decode;

import studio.saddlepoint.core.TriangleTaps;

/**
 * Scales square 8-bit planes to a size: bilinear, with a filter as wide as the source pixels that
 * one target pixel covers, so that making smaller does not alias. Images of 28x28 get a black
 * border of 2 first, as is usual for MNIST, unless the size is theirs.
 */
public final class SquareScaler {
  private static final int PADDED_FROM = 28;
  private static final int PADDED_TO = 32;

  private final int size;

  /**
   * A scaler to one size.
   *
   * @param size width and height in pixels
   */
  public SquareScaler(int size) {
    this.size = size;
  }

  /** Bytes that scaling a plane needs beside its source and target. */
  long bytes(int side) {
    return side == size ? 0 : (long) Float.BYTES * side * size;
  }

  /**
   * Scales planes that lie behind each other.
   *
   * @param source planes (C, side, side)
   * @param start the first byte in source
   * @param side width and height of the source
   * @param planes how many, C
   * @param target takes (C, size, size)
   * @param offset the first byte in target
   */
  public void scale(byte[] source, int start, int side, int planes, byte[] target, int offset) {
    boolean bordered = side == PADDED_FROM && side != size;
    TriangleTaps taps = TriangleTaps.of(bordered ? PADDED_TO : side, size);
    for (int plane = 0; plane < planes; plane++) {
      int from = start + plane * side * side;
      int to = offset + plane * size * size;
      if (bordered) {
        scalePlane(padded(source, from), 0, PADDED_TO, taps, target, to);
      } else {
        scalePlane(source, from, side, taps, target, to);
      }
    }
  }

  private static byte[] padded(byte[] source, int from) {
    int border = (PADDED_TO - PADDED_FROM) / 2;
    byte[] padded = new byte[PADDED_TO * PADDED_TO];
    for (int row = 0; row < PADDED_FROM; row++) {
      System.arraycopy(
          source,
          from + row * PADDED_FROM,
          padded,
          (row + border) * PADDED_TO + border,
          PADDED_FROM);
    }
    return padded;
  }

  private void scalePlane(
      byte[] source, int from, int side, TriangleTaps taps, byte[] target, int to) {
    if (side == size) {
      System.arraycopy(source, from, target, to, size * size);
      return;
    }
    float[] narrow = new float[side * size];
    for (int row = 0; row < side; row++) {
      for (int x = 0; x < size; x++) {
        float sum = 0;
        float[] weights = taps.weights()[x];
        int at = from + row * side + taps.first()[x];
        for (int k = 0; k < weights.length; k++) {
          sum += weights[k] * (source[at + k] & 0xff);
        }
        narrow[row * size + x] = sum;
      }
    }
    for (int y = 0; y < size; y++) {
      float[] weights = taps.weights()[y];
      for (int x = 0; x < size; x++) {
        float sum = 0;
        for (int k = 0; k < weights.length; k++) {
          sum += weights[k] * narrow[(taps.first()[y] + k) * size + x];
        }
        target[to + y * size + x] = (byte) Math.min(255, (int) (sum + 0.5f));
      }
    }
  }
}

package studio.saddlepoint.lab.microscope;

import studio.saddlepoint.core.Picture;
import studio.saddlepoint.nn.Span;

/**
 * The pixels that a unit has to do with: those that it sees, or of a generator's unit those that it
 * changes.
 *
 * @param picture that it was found at
 * @param known whether theory tells it, for layers whose order is told
 * @param rows by theory, from kernels, strides and paddings
 * @param columns by theory
 * @param strength of each pixel (H, W), 0 to 1: how much the unit depends on it by its gradient, or
 *     how much it changes as the unit does
 */
public record Field(Picture picture, boolean known, Span rows, Span columns, float[] strength) {
  /** Whether a pixel has to do with the unit. */
  public boolean at(int row, int column) {
    return strength[row * picture.width() + column] > 0;
  }

  /** Whether none has: the unit is off at this picture. */
  public boolean nothing() {
    for (float each : strength) {
      if (each > 0) {
        return false;
      }
    }
    return true;
  }

  /** How many rows those pixels span; 0 where there are none. */
  public int height() {
    int first = -1;
    int last = -2;
    for (int row = 0; row < picture.height(); row++) {
      for (int column = 0; column < picture.width(); column++) {
        if (at(row, column)) {
          first = first < 0 ? row : first;
          last = row;
        }
      }
    }
    return last - first + 1;
  }

  /** How many columns those pixels span; 0 where there are none. */
  public int width() {
    int first = Integer.MAX_VALUE;
    int last = -1;
    for (int row = 0; row < picture.height(); row++) {
      for (int column = 0; column < picture.width(); column++) {
        if (at(row, column)) {
          first = Math.min(first, column);
          last = Math.max(last, column);
        }
      }
    }
    return last < 0 ? 0 : last - first + 1;
  }
}

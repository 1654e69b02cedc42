package studio.saddlepoint.data.generated;

import java.util.Arrays;

/**
 * Draws thick lines with soft edges by the distance to their middle, in float64 and without any
 * library, so that the pixels are the same on every machine.
 */
final class Pen {
  /** Straight pieces that a piece of curve between two points is made of. */
  private static final int PIECES = 6;

  private final int size;
  private final double softness;

  /**
   * Signed distance to the nearest line's edge, in pixels, where it matters; negative is inside.
   */
  private final double[] field;

  /**
   * An empty square of pixels.
   *
   * @param size width and height
   * @param softness width of the edge, in pixels
   */
  Pen(int size, double softness) {
    this.size = size;
    this.softness = softness;
    this.field = new double[size * size];
    Arrays.fill(field, Double.MAX_VALUE);
  }

  /**
   * Draws a smooth line through points (a uniform Catmull-Rom spline).
   *
   * @param x places in pixels, from the left edge of the image
   * @param y places in pixels, from the top edge
   * @param corner whether the line turns sharply at a point
   * @param radius half the line's width at each point, in pixels
   */
  void curve(double[] x, double[] y, boolean[] corner, double[] radius) {
    int last = x.length - 1;
    for (int i = 0; i < last; i++) {
      boolean sharpStart = i == 0 || corner[i];
      boolean sharpEnd = i + 1 == last || corner[i + 1];
      double beforeX = sharpStart ? 2 * x[i] - x[i + 1] : x[i - 1];
      double beforeY = sharpStart ? 2 * y[i] - y[i + 1] : y[i - 1];
      double afterX = sharpEnd ? 2 * x[i + 1] - x[i] : x[i + 2];
      double afterY = sharpEnd ? 2 * y[i + 1] - y[i] : y[i + 2];
      double fromX = x[i];
      double fromY = y[i];
      for (int piece = 1; piece <= PIECES; piece++) {
        double t = (double) piece / PIECES;
        double toX = spline(beforeX, x[i], x[i + 1], afterX, t);
        double toY = spline(beforeY, y[i], y[i + 1], afterY, t);
        double width = radius[i] + (radius[i + 1] - radius[i]) * (t - 0.5 / PIECES);
        line(fromX, fromY, toX, toY, width);
        fromX = toX;
        fromY = toY;
      }
    }
  }

  /** How much of a pixel is covered, 0 to 1. */
  double coverage(int column, int row) {
    double inside = 0.5 - field[row * size + column] / softness;
    if (inside <= 0) {
      return 0;
    }
    return inside >= 1 ? 1 : inside * inside * (3 - 2 * inside);
  }

  private static double spline(double a, double b, double c, double d, double t) {
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
  }

  private void line(double x0, double y0, double x1, double y1, double radius) {
    double reach = radius + softness / 2;
    int left = Math.max(0, (int) (Math.min(x0, x1) - reach));
    int right = Math.min(size - 1, (int) (Math.max(x0, x1) + reach));
    int top = Math.max(0, (int) (Math.min(y0, y1) - reach));
    int bottom = Math.min(size - 1, (int) (Math.max(y0, y1) + reach));
    double dx = x1 - x0;
    double dy = y1 - y0;
    double squared = Math.max(dx * dx + dy * dy, 1e-12);
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        double px = column + 0.5 - x0;
        double py = row + 0.5 - y0;
        double along = Math.min(1, Math.max(0, (px * dx + py * dy) / squared));
        double offX = px - along * dx;
        double offY = py - along * dy;
        double distanceSquared = offX * offX + offY * offY;
        if (distanceSquared > reach * reach) {
          continue;
        }
        double distance = Math.sqrt(distanceSquared) - radius;
        int at = row * size + column;
        if (distance < field[at]) {
          field[at] = distance;
        }
      }
    }
  }
}

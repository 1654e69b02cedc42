package studio.saddlepoint.latent.grid;

import java.util.ArrayList;
import java.util.List;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.InPlane;

/**
 * The part of a plane that is looked at: a square.
 *
 * @param x its middle
 * @param y its middle, growing upwards
 * @param reach from the middle to each side, above 0
 */
public record PlaneWindow(double x, double y, double reach) {
  /** The closest and the farthest look. */
  public static final double LEAST = 0.01;

  private static final double MOST = 5;
  private static final double EDGE = InPlane.FARTHEST - MOST;

  /** Checks that it is a place. */
  public PlaneWindow {
    if (!(Math.abs(x) <= EDGE && Math.abs(y) <= EDGE && reach >= LEAST && reach <= MOST)) {
      throw new StudioException(
          "The part of the plane at "
              + x
              + ", "
              + y
              + " reaches "
              + reach
              + ": the middle must be between -5 and 5, the reach between 0.01 and 5.");
    }
  }

  /** Around three codes, with a margin. */
  public static PlaneWindow aroundCodes() {
    return new PlaneWindow(0.5, 0.5, 0.75);
  }

  /** Around a code, three deviations along two directions. */
  public static PlaneWindow aroundOne() {
    return new PlaneWindow(0, 0, 3);
  }

  /**
   * Closer, or farther, so that a place stays under the pointer.
   *
   * @param factor on the reach
   * @param atX place that stays
   * @param atY place that stays
   */
  public PlaneWindow zoomed(double factor, double atX, double atY) {
    double next = Math.max(LEAST, Math.min(MOST, reach * factor));
    double share = next / reach;
    return within(atX + (x - atX) * share, atY + (y - atY) * share, next);
  }

  /** Moved by parts of its width. */
  public PlaneWindow panned(double byX, double byY) {
    return within(x + byX * 2 * reach, y + byY * 2 * reach, reach);
  }

  private static PlaneWindow within(double x, double y, double reach) {
    return new PlaneWindow(bounded(x), bounded(y), reach);
  }

  private static double bounded(double place) {
    return Math.max(-EDGE, Math.min(EDGE, place));
  }

  /** The place at shares of its width and height from the left and from the top. */
  public double[] place(double fromLeft, double fromTop) {
    return new double[] {x + (2 * fromLeft - 1) * reach, y + (1 - 2 * fromTop) * reach};
  }

  /** Shares of its width and height from the left and from the top, of a place. */
  public double[] shares(double atX, double atY) {
    return new double[] {((atX - x) / reach + 1) / 2, (1 - (atY - y) / reach) / 2};
  }

  /** The middles of the cells of a grid, row by row from the top. */
  List<double[]> middles(int side) {
    List<double[]> middles = new ArrayList<>();
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        middles.add(place((column + 0.5) / side, (row + 0.5) / side));
      }
    }
    return middles;
  }
}

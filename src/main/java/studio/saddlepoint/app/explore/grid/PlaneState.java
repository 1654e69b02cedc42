package studio.saddlepoint.app.explore.grid;

import java.util.ArrayList;
import java.util.List;
import studio.saddlepoint.latent.CodeSizes;
import studio.saddlepoint.latent.InPlane;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.Shift;
import studio.saddlepoint.latent.grid.GridCell;
import studio.saddlepoint.latent.grid.PlaneWindow;

/**
 * A plane in latent space, where one looks at it, and the place chosen in it.
 *
 * @param c the third code, beside both ends of the path
 * @param axes two directions that span it from the code one stands at; none where three codes do
 * @param window the part that is looked at
 * @param x the place chosen
 * @param y the place chosen
 */
public record PlaneState(
    LatentPoint c, List<PlaneAxis> axes, PlaneWindow window, double x, double y) {
  /** Copies the axes. */
  public PlaneState {
    axes = List.copyOf(axes);
  }

  /** Spanned by three codes, at the first of them. */
  public static PlaneState first() {
    return new PlaneState(
        new LatentPoint.Seed(3), List.of(), PlaneWindow.aroundCodes(), 1 / 3.0, 1 / 3.0);
  }

  /** Whether two directions span it. */
  public boolean alongDirections() {
    return axes.size() == 2;
  }

  /** With another third code. */
  public PlaneState withC(LatentPoint point) {
    return new PlaneState(point, axes, window, x, y);
  }

  /** Spanned by two directions, or by three codes where there are none; looked at as at first. */
  public PlaneState withAxes(List<PlaneAxis> two) {
    boolean directions = two.size() == 2;
    PlaneState first = first();
    return new PlaneState(
        c,
        two,
        directions ? PlaneWindow.aroundOne() : PlaneWindow.aroundCodes(),
        directions ? 0 : first.x,
        directions ? 0 : first.y);
  }

  /** Looked at elsewhere. */
  public PlaneState withWindow(PlaneWindow part) {
    return new PlaneState(c, axes, part, x, y);
  }

  /** Looked at as at first. */
  public PlaneState recentred() {
    return withWindow(alongDirections() ? PlaneWindow.aroundOne() : PlaneWindow.aroundCodes());
  }

  /** At another place. */
  public PlaneState at(double placeX, double placeY) {
    return new PlaneState(c, axes, window, bounded(placeX), bounded(placeY));
  }

  private static double bounded(double place) {
    return Math.max(-InPlane.FARTHEST, Math.min(InPlane.FARTHEST, place));
  }

  /** This with what a generator's codes allow. */
  public PlaneState fitting(CodeSizes sizes) {
    PlaneState known = c.fits(sizes) ? this : withC(new LatentPoint.Seed(3));
    return known.axes.stream().allMatch(axis -> axis.unit().fits(sizes))
        ? known
        : known.withAxes(List.of());
  }

  /**
   * The picture at a place.
   *
   * @param cell how all are drawn; its point is the code one stands at
   * @param a one end of the path
   * @param b the other end
   */
  public GridCell cell(GridCell cell, LatentPoint a, LatentPoint b, double placeX, double placeY) {
    if (!alongDirections()) {
      return cell.at(new InPlane(a, b, c, placeX, placeY));
    }
    List<Shift> shifts = new ArrayList<>(cell.shifts());
    shifts.add(along(0, placeX));
    shifts.add(along(1, placeY));
    return cell.shifted(shifts);
  }

  private Shift along(int axis, double place) {
    return axes.get(axis).unit().by(place * axes.get(axis).unit().amount());
  }
}

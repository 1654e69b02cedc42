package studio.saddlepoint.latent.direction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.CodeDrawing;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.PictureConversion;
import studio.saddlepoint.latent.Shift;
import studio.saddlepoint.latent.Snapshot;

/** Pictures along a direction: a row for each code, a column for each place of the slider. */
public final class DirectionSheet {
  private static final int BACKGROUND = 0xff202020;
  private static final int GAP = 2;

  private DirectionSheet() {}

  /**
   * Draws a sheet.
   *
   * @param snapshot with the truncation and the shifts to draw with
   * @param points the rows' codes
   * @param label the class of all of them; not used where the generator is not conditional
   * @param units the columns' places of the slider, in deviations of codes
   * @param threshold truncation of everything that is drawn in z, above 0; infinite for none
   * @throws studio.saddlepoint.core.StudioException if the direction is of another generator
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static Picture draw(
      Snapshot snapshot,
      Direction direction,
      List<LatentPoint> points,
      int label,
      List<Double> units,
      double threshold,
      Progress progress) {
    direction.require(snapshot.codeSizes());
    int[] labels = new int[points.size()];
    Arrays.fill(labels, label);
    List<List<Picture>> columns = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      progress.checkCancelled();
      progress.report("Drawing", (double) i / units.size());
      try (Snapshot moved = snapshot.shifted(shifts(snapshot, direction, units.get(i)))) {
        columns.add(CodeDrawing.draw(moved, points, labels, threshold));
      }
    }
    List<Picture> cells = new ArrayList<>();
    for (int row = 0; row < points.size(); row++) {
      for (List<Picture> column : columns) {
        cells.add(column.get(row));
      }
    }
    return PictureConversion.grid(cells, units.size(), GAP, BACKGROUND);
  }

  private static List<Shift> shifts(Snapshot snapshot, Direction direction, double units) {
    List<Shift> shifts = new ArrayList<>(snapshot.shifts());
    shifts.add(direction.shift(units));
    return shifts;
  }
}

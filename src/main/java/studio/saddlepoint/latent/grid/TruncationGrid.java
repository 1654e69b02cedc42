package studio.saddlepoint.latent.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.LayerNoise;
import studio.saddlepoint.latent.WTruncation;

/** The grid "truncation against seed": each row a code, each column a truncation. */
public final class TruncationGrid {
  private static final double[] THRESHOLDS = {Double.POSITIVE_INFINITY, 2, 1.5, 1, 0.7, 0.4, 0.2};
  private static final double[] PSIS = {1, 0.85, 0.7, 0.5, 0.3, 0.15, 0};

  private TruncationGrid() {}

  /**
   * A grid.
   *
   * @param rows one code each, named by its text
   * @param cell how all are drawn otherwise
   * @param mapping whether the generator has a mapping network, so that psi truncates
   */
  public static GridRequest of(
      List<LatentPoint> rows, GridCell cell, boolean mapping, LayerNoise noise) {
    double[] steps = mapping ? PSIS : THRESHOLDS;
    List<GridCell> cells = new ArrayList<>();
    for (LatentPoint row : rows) {
      for (double step : steps) {
        GridCell at = cell.at(row);
        cells.add(
            mapping
                ? at.truncated(
                    new WTruncation(step, cell.inW().cutoff(), cell.inW().towardsClass()))
                : at.truncated(step));
      }
    }
    List<String> titles = new ArrayList<>();
    for (double step : steps) {
      titles.add(
          Double.isInfinite(step)
              ? "none"
              : String.format(Locale.ROOT, mapping ? "%.2f" : "%.1f", step));
    }
    return new GridRequest(
        steps.length, cells, rows.stream().map(LatentPoint::toString).toList(), titles, noise);
  }
}

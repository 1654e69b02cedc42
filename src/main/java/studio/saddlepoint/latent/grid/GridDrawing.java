package studio.saddlepoint.latent.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.SplitMix64;
import studio.saddlepoint.latent.CodeDrawing;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.PictureConversion;
import studio.saddlepoint.latent.Snapshot;

/**
 * The drawing of a grid, piece by piece, so that others who need the generator have their turn, and
 * a newer grid takes its place.
 */
public final class GridDrawing {
  private static final int AT_ONCE = 16;

  private final GridRequest request;
  private final long noiseSeed;
  private final List<Integer> order;
  private final Picture[] pictures;
  private int done;
  private boolean preparing;

  /**
   * A drawing that was not begun.
   *
   * @param request what is asked for
   * @param noiseSeed decides fresh noise
   */
  public GridDrawing(GridRequest request, long noiseSeed) {
    this.request = request;
    this.noiseSeed = noiseSeed;
    Map<GridCell.Together, List<Integer>> together = new LinkedHashMap<>();
    for (int i = 0; i < request.cells().size(); i++) {
      together.computeIfAbsent(request.cells().get(i).together(), each -> new ArrayList<>()).add(i);
    }
    order = together.values().stream().flatMap(List::stream).toList();
    pictures = new Picture[order.size()];
  }

  /** Whether the last piece only prepared a truncation. */
  public boolean preparing() {
    return preparing;
  }

  /**
   * Draws a whole grid.
   *
   * @param snapshot without truncation or shifts
   * @param noiseSeed decides fresh noise
   */
  public static GridPictures draw(
      Snapshot snapshot, GridRequest request, long noiseSeed, Progress progress) {
    GridDrawing drawing = new GridDrawing(request, noiseSeed);
    while (true) {
      progress.checkCancelled();
      Optional<GridPictures> done = drawing.piece(snapshot);
      if (done.isPresent()) {
        return done.get();
      }
      progress.report("Drawing", drawing.done / (double) request.cells().size());
    }
  }

  /**
   * Draws the next piece.
   *
   * @param snapshot the same each time, without truncation or shifts
   * @return all, once there is nothing more to draw
   */
  public Optional<GridPictures> piece(Snapshot snapshot) {
    GridCell.Together together = cell(done).together();
    preparing = !snapshot.prepared(together.threshold()) && !snapshot.prepare(together.threshold());
    if (preparing) {
      return Optional.empty();
    }
    int end = done + 1;
    while (end < Math.min(done + AT_ONCE, order.size()) && cell(end).together().equals(together)) {
      end++;
    }
    try (Snapshot noisy = snapshot.withNoise(request.noise(), SplitMix64.mix(noiseSeed) + done);
        Snapshot mixed = noisy.mixed(together.mix())) {
      draw(mixed, order.subList(done, end), together.threshold());
    }
    done = end;
    return done == order.size()
        ? Optional.of(new GridPictures(request, List.of(pictures)))
        : Optional.empty();
  }

  private GridCell cell(int turn) {
    return request.cells().get(order.get(turn));
  }

  private void draw(Snapshot snapshot, List<Integer> places, double threshold) {
    List<GridCell> cells = places.stream().map(request.cells()::get).toList();
    float[][] w = new float[cells.size()][];
    Map<GridCell.Mapped, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < w.length; i++) {
      groups.computeIfAbsent(cells.get(i).mapped(), each -> new ArrayList<>()).add(i);
    }
    groups.forEach((settings, some) -> map(snapshot, cells, threshold, settings, some, w));
    float[] pixels = snapshot.synthesize(w, labels(cells), threshold);
    for (int i = 0; i < w.length; i++) {
      pictures[places.get(i)] = PictureConversion.of(pixels, i, snapshot.shape());
    }
  }

  private static void map(
      Snapshot snapshot,
      List<GridCell> cells,
      double threshold,
      GridCell.Mapped settings,
      List<Integer> places,
      float[][] w) {
    List<GridCell> some = places.stream().map(cells::get).toList();
    List<LatentPoint> points = some.stream().map(GridCell::point).toList();
    try (Snapshot truncated = snapshot.truncated(settings.inW());
        Snapshot shifted = truncated.shifted(settings.shifts())) {
      float[][] codes = CodeDrawing.codes(shifted, points, labels(some), threshold);
      for (int i = 0; i < codes.length; i++) {
        w[places.get(i)] = codes[i];
      }
    }
  }

  private static int[] labels(List<GridCell> cells) {
    int[] labels = new int[cells.size()];
    Arrays.setAll(labels, i -> cells.get(i).label());
    return labels;
  }
}

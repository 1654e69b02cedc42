package studio.saddlepoint.latent.mixing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.SplitMix64;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.LayerRange;
import studio.saddlepoint.latent.PictureConversion;
import studio.saddlepoint.latent.Snapshot;

/**
 * The drawing of a grid of mixed pictures (style mixing, Karras et al. 2019, section 3.1), piece by
 * piece, so that others who need the generator have their turn: the columns' own pictures, the
 * rows' own ones, then each row's mixed ones.
 */
public final class MixingDrawing {
  private static final double UNTRUNCATED = Double.POSITIVE_INFINITY;

  private final MixingRequest request;
  private final long noiseSeed;
  private float[][] rowCodes = new float[0][];
  private float[][] columnCodes = new float[0][];
  private List<Picture> rows = List.of();
  private List<Picture> columns = List.of();
  private final List<Picture> cells = new ArrayList<>();
  private int pieces;

  /**
   * A drawing that was not begun.
   *
   * @param request what is asked for
   * @param noiseSeed decides fresh noise
   */
  public MixingDrawing(MixingRequest request, long noiseSeed) {
    this.request = request;
    this.noiseSeed = noiseSeed;
  }

  /**
   * Draws a whole grid.
   *
   * @param snapshot not truncated
   * @param noiseSeed decides fresh noise
   */
  public static MixedPictures draw(
      Snapshot snapshot, MixingRequest request, long noiseSeed, Progress progress) {
    MixingDrawing drawing = new MixingDrawing(request, noiseSeed);
    while (true) {
      progress.checkCancelled();
      Optional<MixedPictures> done = drawing.piece(snapshot);
      if (done.isPresent()) {
        return done.get();
      }
      progress.report(
          "Mixing",
          drawing.cells.size() / (double) (request.rows().count() * request.columns().count()));
    }
  }

  /**
   * Draws the next piece.
   *
   * @param snapshot the same each time, not truncated
   * @return all, once there is nothing more to draw
   * @throws StudioException if its layers have no codes of their own, or not so many
   */
  public Optional<MixedPictures> piece(Snapshot snapshot) {
    try (Snapshot truncated = snapshot.truncated(request.inW());
        Snapshot noisy =
            truncated.withNoise(request.noise(), SplitMix64.mix(noiseSeed) + pieces++)) {
      if (columns.isEmpty()) {
        require(snapshot);
        columnCodes = codes(noisy, request.columns());
        columns = pictures(noisy, columnCodes);
        return Optional.empty();
      }
      if (rows.isEmpty()) {
        rowCodes = codes(noisy, request.rows());
        rows = pictures(noisy, rowCodes);
        return Optional.empty();
      }
      cells.addAll(pictures(noisy, mixed(cells.size() / columns.size(), noisy.w().size())));
      return cells.size() == rows.size() * columns.size()
          ? Optional.of(new MixedPictures(request, rows, columns, List.copyOf(cells)))
          : Optional.empty();
    }
  }

  private void require(Snapshot snapshot) {
    if (snapshot.styledSizes().size() < 2) {
      throw new StudioException(
          "This generator has no styles to mix: its code goes in at one place. Train one with a mapping network, such as StyleGAN2.");
    }
    request.layers().requireWithin(snapshot.styledSizes().size());
  }

  /** The codes w (L D) of seeds. */
  private float[][] codes(Snapshot snapshot, SeedList seeds) {
    int size = snapshot.latent().size();
    float[][] z =
        seeds.seeds().stream()
            .map(seed -> new LatentPoint.Seed(seed).code(size, UNTRUNCATED))
            .toArray(float[][]::new);
    return snapshot.map(z, labels(z.length));
  }

  /** A row's codes with the styles of each column. */
  private float[][] mixed(int row, int size) {
    float[][] mixed = new float[columnCodes.length][];
    for (int column = 0; column < mixed.length; column++) {
      mixed[column] = mixed(rowCodes[row], columnCodes[column], request.layers(), size);
    }
    return mixed;
  }

  /**
   * One code with the styles of another in some layers.
   *
   * @param row w (L D)
   * @param column w (L D)
   * @param layers that take the column's
   * @param size D
   */
  static float[] mixed(float[] row, float[] column, LayerRange layers, int size) {
    float[] mixed = row.clone();
    for (int layer = layers.from(); layer <= layers.to(); layer++) {
      System.arraycopy(column, layer * size, mixed, layer * size, size);
    }
    return mixed;
  }

  private List<Picture> pictures(Snapshot snapshot, float[][] w) {
    float[] pixels = snapshot.synthesize(w, labels(w.length), UNTRUNCATED);
    List<Picture> pictures = new ArrayList<>();
    for (int i = 0; i < w.length; i++) {
      pictures.add(PictureConversion.of(pixels, i, snapshot.shape()));
    }
    return pictures;
  }

  private int[] labels(int count) {
    int[] labels = new int[count];
    Arrays.fill(labels, request.label());
    return labels;
  }
}

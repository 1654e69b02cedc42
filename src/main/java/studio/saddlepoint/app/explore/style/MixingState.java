package studio.saddlepoint.app.explore.style;

import studio.saddlepoint.latent.LayerRange;
import studio.saddlepoint.latent.mixing.SeedList;

/**
 * What a person mixes, as a value.
 *
 * @param rows seeds of the rows' codes
 * @param columns seeds of the columns' codes
 * @param layers whose styles come from the columns; none before a generator is known
 */
public record MixingState(SeedList rows, SeedList columns, LayerRange layers) {
  /** How many rows, and how many columns, there may be. */
  public static final int MOST = 8;

  /** The first to show. */
  public static MixingState first() {
    return new MixingState(SeedList.range(1, 4), SeedList.range(5, 10), LayerRange.NONE);
  }

  /**
   * This with layers that a generator has.
   *
   * @param styledLayers how many it has; 0 where they have no styles
   */
  public MixingState fitting(int styledLayers) {
    boolean fits = !layers.isEmpty() && layers.to() < styledLayers;
    return fits || styledLayers == 0 ? this : withLayers(LayerRange.finerHalf(styledLayers));
  }

  /** As many other rows and columns, from two seeds on. */
  public MixingState resample(long rowSeed, long columnSeed) {
    return new MixingState(
        SeedList.range(rowSeed, rowSeed + rows.count() - 1),
        SeedList.range(columnSeed, columnSeed + columns.count() - 1),
        layers);
  }

  /** This with other rows. */
  public MixingState withRows(SeedList next) {
    return new MixingState(next, columns, layers);
  }

  /** This with other columns. */
  public MixingState withColumns(SeedList next) {
    return new MixingState(rows, next, layers);
  }

  /** This with other layers from the columns. */
  public MixingState withLayers(LayerRange next) {
    return new MixingState(rows, columns, next);
  }
}

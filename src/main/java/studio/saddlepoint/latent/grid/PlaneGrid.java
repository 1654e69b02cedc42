package studio.saddlepoint.latent.grid;

import java.util.List;
import java.util.function.BiFunction;
import studio.saddlepoint.latent.LayerNoise;

/** A grid of pictures over a plane: the middles of its cells. */
public final class PlaneGrid {
  private PlaneGrid() {}

  /**
   * A grid.
   *
   * @param window the part of the plane
   * @param side how many pictures in each row and column
   * @param cell the picture at a place of the plane
   */
  public static GridRequest of(
      PlaneWindow window, int side, BiFunction<Double, Double, GridCell> cell, LayerNoise noise) {
    List<GridCell> cells =
        window.middles(side).stream().map(place -> cell.apply(place[0], place[1])).toList();
    return new GridRequest(side, cells, List.of(), List.of(), noise);
  }
}

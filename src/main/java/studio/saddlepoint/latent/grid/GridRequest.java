package studio.saddlepoint.latent.grid;

import java.util.List;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.LayerNoise;

/**
 * A grid of pictures that is asked for.
 *
 * @param columns how many pictures stand in a row
 * @param cells row by row; the last row may be shorter
 * @param rowTitles words beside the rows; none or one for each
 * @param columnTitles words above the columns; none or one for each
 * @param noise that layers add
 */
public record GridRequest(
    int columns,
    List<GridCell> cells,
    List<String> rowTitles,
    List<String> columnTitles,
    LayerNoise noise) {
  /** As many pictures as a grid has at most. */
  public static final int MOST = 4096;

  /** Checks the counts. */
  public GridRequest {
    cells = List.copyOf(cells);
    rowTitles = List.copyOf(rowTitles);
    columnTitles = List.copyOf(columnTitles);
    if (columns < 1 || cells.isEmpty() || cells.size() > MOST) {
      throw new StudioException(
          English.of(
              "A grid of %d pictures, %d in a row: it must have 1 to %d.",
              cells.size(), columns, MOST));
    }
    if (!rowTitles.isEmpty() && rowTitles.size() != (cells.size() + columns - 1) / columns
        || !columnTitles.isEmpty() && columnTitles.size() != columns) {
      throw new IllegalArgumentException("titles do not fit the grid");
    }
  }

  /** How many rows there are. */
  public int rows() {
    return (cells.size() + columns - 1) / columns;
  }
}

package studio.saddlepoint.latent.mixing;

import java.util.ArrayList;
import java.util.List;
import studio.saddlepoint.core.Picture;

/**
 * A grid of mixed pictures.
 *
 * @param request what was asked for
 * @param rows the pictures of the rows' own codes
 * @param columns the pictures of the columns' own codes
 * @param cells the mixed ones, row by row
 */
public record MixedPictures(
    MixingRequest request, List<Picture> rows, List<Picture> columns, List<Picture> cells) {
  /** The mixed picture of a row and a column. */
  public Picture cell(int row, int column) {
    return cells.get(row * columns.size() + column);
  }

  /**
   * All in one picture, as in figure 3 of Karras et al. 2019: the columns' own ones above, the
   * rows' own ones on the left, with a wider gap. Gaps and the corner are transparent.
   */
  public Picture sheet() {
    int width = columns.get(0).width();
    int height = columns.get(0).height();
    int gap = Math.max(1, width / 32);
    int wide = Math.max(4, width / 8);
    int fullWidth = width + wide + columns.size() * (width + gap) - gap;
    int fullHeight = height + wide + rows.size() * (height + gap) - gap;
    Picture sheet = new Picture(fullWidth, fullHeight, new int[fullWidth * fullHeight]);
    for (int column = 0; column < columns.size(); column++) {
      int left = width + wide + column * (width + gap);
      place(columns.get(column), sheet, left, 0);
      for (int row = 0; row < rows.size(); row++) {
        place(cell(row, column), sheet, left, height + wide + row * (height + gap));
      }
    }
    for (int row = 0; row < rows.size(); row++) {
      place(rows.get(row), sheet, 0, height + wide + row * (height + gap));
    }
    return sheet;
  }

  private static void place(Picture picture, Picture sheet, int left, int top) {
    for (int y = 0; y < picture.height(); y++) {
      System.arraycopy(
          picture.argb(),
          y * picture.width(),
          sheet.argb(),
          (top + y) * sheet.width() + left,
          picture.width());
    }
  }

  /** The columns' own pictures, then each row's own one and its mixed ones. */
  public List<Picture> all() {
    List<Picture> all = new ArrayList<>(columns);
    for (int row = 0; row < rows.size(); row++) {
      all.add(rows.get(row));
      all.addAll(cells.subList(row * columns.size(), (row + 1) * columns.size()));
    }
    return all;
  }
}

package studio.saddlepoint.app.compare.sheet;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Tiles of one size, as large as all of them have room. */
final class SheetTiles extends Pane {
  private static final double GAP = 8;

  /** Of a tile's head. */
  private final double head;

  /**
   * Tiles.
   *
   * @param head height of what stands above each square, in window units
   */
  SheetTiles(double head) {
    this.head = head;
    setMinSize(64, 64);
  }

  /** How many tiles stand side by side where squares come out largest. */
  static int columns(int tiles, double width, double height, double head) {
    int best = 1;
    double largest = 0;
    for (int columns = 1; columns <= tiles; columns++) {
      double side = side(tiles, columns, width, height, head);
      if (side > largest) {
        largest = side;
        best = columns;
      }
    }
    return best;
  }

  private static double side(int tiles, int columns, double width, double height, double head) {
    int rows = (tiles + columns - 1) / columns;
    return Math.min(
        (width - (columns - 1) * GAP) / columns, (height - (rows - 1) * GAP) / rows - head);
  }

  @Override
  protected void layoutChildren() {
    List<Node> tiles = getManagedChildren();
    if (tiles.isEmpty() || getWidth() < 1 || getHeight() < 1) {
      return;
    }
    int columns = columns(tiles.size(), getWidth(), getHeight(), head);
    int rows = (tiles.size() + columns - 1) / columns;
    double side = Math.max(16, side(tiles.size(), columns, getWidth(), getHeight(), head));
    double left = Math.max(0, (getWidth() - columns * side - (columns - 1) * GAP) / 2);
    double top = Math.max(0, (getHeight() - rows * (side + head) - (rows - 1) * GAP) / 2);
    for (int i = 0; i < tiles.size(); i++) {
      tiles
          .get(i)
          .resizeRelocate(
              snapPositionX(left + i % columns * (side + GAP)),
              snapPositionY(top + i / columns * (side + head + GAP)),
              snapSizeX(side),
              snapSizeY(side + head));
    }
  }
}

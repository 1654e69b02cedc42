package studio.saddlepoint.app.explore.code;

/**
 * The places of bars in rows, all rows but the last equally full.
 *
 * @param count how many bars
 * @param perRow bars in a row
 * @param rows how many rows
 * @param barWidth pixels from bar to bar
 * @param rowHeight pixels from row to row
 */
record BarLayout(int count, int perRow, int rows, double barWidth, double rowHeight) {
  /** A bar can still be pointed at. */
  private static final double LEAST_WIDTH = 4;

  /** By powers of ten: the largest bar fills two thirds of its row at least. */
  private static final double[] STEPS = {1, 1.5, 2, 3, 4, 5, 7};

  private static final double WIDEST = 40;
  private static final double HIGHEST_ROW = 112;
  private static final double LOWEST_ROW = 32;

  /** For few rows, which share it. */
  private static final double HEIGHT = 144;

  /** Bars in a place of a width. */
  static BarLayout of(int count, double width) {
    int most = Math.max(1, (int) (width / LEAST_WIDTH));
    int rows = Math.max(1, (count + most - 1) / most);
    int perRow = Math.max(1, (count + rows - 1) / rows);
    double barWidth = Math.min(WIDEST, Math.max(1, width / perRow));
    return new BarLayout(
        count, perRow, rows, barWidth, Math.max(LOWEST_ROW, Math.min(HIGHEST_ROW, HEIGHT / rows)));
  }

  /** Pixels from the first row's top to the last row's bottom. */
  double height() {
    return rows * rowHeight;
  }

  /** The left edge of a bar. */
  double left(int index) {
    return index % perRow * barWidth;
  }

  /** The middle of its row, where 0 is. */
  double middle(int index) {
    return (index / perRow + 0.5) * rowHeight;
  }

  /** The bar at a place; negative for none. */
  int at(double x, double y) {
    int column = (int) Math.floor(x / barWidth);
    int row = (int) Math.floor(y / rowHeight);
    int index = row * perRow + column;
    return column < 0 || column >= perRow || row < 0 || index < 0 || index >= count ? -1 : index;
  }

  /**
   * The largest number that a bar shows, a round one.
   *
   * @param values the numbers
   * @param least not below this
   */
  static double scale(float[] values, double least) {
    double largest = least;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    if (!(largest > 0)) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(largest)));
    for (double step : STEPS) {
      if (largest <= step * power * (1 + 1e-6)) {
        return step * power;
      }
    }
    return 10 * power;
  }
}

package studio.saddlepoint.train;

/**
 * The places of a sample sheet. With classes each column is one, so that every class is seen; where
 * there are more than fit side by side, rows of the next classes follow below.
 *
 * @param classes how many are shown, in order; 0 where pictures have none
 * @param columns pictures in a row
 * @param blocks rows of classes, one below the other; 1 where all fit side by side
 * @param samples rows of pictures in a block
 */
record SheetLayout(int classes, int columns, int blocks, int samples) {
  /** More do not fit side by side. */
  private static final int MOST_COLUMNS = 16;

  /** Side by side where there are more. */
  private static final int BLOCK = 10;

  /** A sheet of more pictures takes too long to draw; of classes beyond them none is shown. */
  private static final int MOST_CLASSES = 1000;

  /**
   * The layout of a sheet.
   *
   * @param count pictures that are asked for; each class is shown at least once
   * @param classes how many there are; 0 where the generator knows none
   */
  static SheetLayout of(int count, int classes) {
    int side = (int) Math.ceil(Math.sqrt(count));
    if (classes == 0) {
      return new SheetLayout(0, side, 1, (count + side - 1) / side);
    }
    int shown = Math.min(classes, MOST_CLASSES);
    int blocks = shown <= MOST_COLUMNS ? 1 : (shown + BLOCK - 1) / BLOCK;
    int wide = (shown + blocks - 1) / blocks;
    // Few classes have several columns each: a sheet is about as high as wide.
    int columns = wide * Math.max(1, Math.round((float) side / wide));
    columns = blocks > 1 ? wide : columns;
    int samples = Math.max(1, Math.round((float) count / (columns * blocks)));
    return new SheetLayout(shown, columns, blocks, samples);
  }

  int rows() {
    return blocks * samples;
  }

  /** Whether a place has a picture; the last block may have fewer classes than columns. */
  boolean filled(int row, int column) {
    return blocks == 1 || row / samples * columns + column < classes;
  }

  /** The class at a place that is filled; 0 where there are none. */
  int label(int row, int column) {
    return classes == 0 ? 0 : (row / samples * columns + column) % classes;
  }
}

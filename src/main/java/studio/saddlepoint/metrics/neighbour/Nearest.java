package studio.saddlepoint.metrics.neighbour;

import java.util.Arrays;

/** Finds the nearest first rows of each second row, exactly; of equal ones the earlier. */
final class Nearest implements PairDistances.BlockConsumer {
  private final int limit;
  private final double[][] squared;
  private final int[][] rows;

  /**
   * To be handed all blocks.
   *
   * @param k how many, at most the limit
   * @param limit first rows that count, from 0
   * @param columns number of second rows
   */
  Nearest(int k, int limit, int columns) {
    this.limit = limit;
    this.squared = new double[columns][k];
    this.rows = new int[columns][k];
    for (double[] each : squared) {
      Arrays.fill(each, Double.POSITIVE_INFINITY);
    }
  }

  @Override
  public void accept(PairBlock block) {
    int last = Math.min(block.rows, limit - block.from);
    for (int i = 0; i < last; i++) {
      for (int j = 0; j < block.columns; j++) {
        double[] found = squared[j];
        if (block.least(i, j) < found[found.length - 1]) {
          insert(found, rows[j], block.exact(i, j), block.from + i);
        }
      }
    }
  }

  private static void insert(double[] smallest, int[] rows, double value, int row) {
    int place = smallest.length - 1;
    if (value >= smallest[place]) {
      return;
    }
    while (place > 0 && smallest[place - 1] > value) {
      smallest[place] = smallest[place - 1];
      rows[place] = rows[place - 1];
      place--;
    }
    smallest[place] = value;
    rows[place] = row;
  }

  /** Squared distances of a second row to its nearest, ascending, (k). */
  double[] squared(int column) {
    return squared[column];
  }

  /** The nearest first rows of a second row, nearest first, (k). */
  int[] rows(int column) {
    return rows[column];
  }
}

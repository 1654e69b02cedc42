package studio.saddlepoint.metrics.neighbour;

import java.util.Arrays;

/**
 * The rows that may be among the k nearest of each row, gathered pair by pair in any order: each
 * pair stands for both of its rows, so that half of a symmetric matrix tells all. Only bounds of
 * distances are needed; who is left over in the end is few, and is told apart exactly.
 */
final class NearestRows {
  /** A row that has more is one among copies, or distances are less than their errors. */
  private static final int MOST_CANDIDATES = 96;

  private final int k;
  private final int[][] others;
  private final double[][] least;
  private final int[] counts;
  private final double[][] most;
  private boolean overflown;

  /** The k-th smallest upper bound of each row. */
  private final double[] bounds;

  /**
   * Nothing yet.
   *
   * @param n rows
   * @param k neighbours of each
   */
  NearestRows(int n, int k) {
    this.k = k;
    this.others = new int[n][MOST_CANDIDATES];
    this.least = new double[n][MOST_CANDIDATES];
    this.counts = new int[n];
    this.most = new double[n][k];
    this.bounds = new double[n];
    Arrays.fill(bounds, Double.POSITIVE_INFINITY);
    for (double[] each : most) {
      Arrays.fill(each, Double.POSITIVE_INFINITY);
    }
  }

  /**
   * Takes the pairs of a block of a set with itself in, each once.
   *
   * @param block whose first column is its first row
   * @return whether all goes well; not so where some row has too many candidates
   */
  boolean add(PairBlock block) {
    for (int i = 0; i < block.rows && !overflown; i++) {
      int row = block.from + i;
      for (int j = i + 1; j < block.columns; j++) {
        double low = block.least(i, j);
        int column = block.from + j;
        if (low <= bounds[row]) {
          add(row, column, low, block.most(i, j));
        }
        if (low <= bounds[column]) {
          add(column, row, low, block.most(i, j));
        }
      }
    }
    return !overflown;
  }

  private void add(int row, int other, double low, double high) {
    if (counts[row] == MOST_CANDIDATES) {
      prune(row);
      if (counts[row] > MOST_CANDIDATES / 2) {
        overflown = true;
        return;
      }
    }
    others[row][counts[row]] = other;
    least[row][counts[row]++] = low;
    double[] smallest = most[row];
    if (high < smallest[k - 1]) {
      int place = k - 1;
      while (place > 0 && smallest[place - 1] > high) {
        smallest[place] = smallest[place - 1];
        place--;
      }
      smallest[place] = high;
      bounds[row] = smallest[k - 1];
    }
  }

  private void prune(int row) {
    int kept = 0;
    for (int i = 0; i < counts[row]; i++) {
      if (least[row][i] <= bounds[row]) {
        others[row][kept] = others[row][i];
        least[row][kept++] = least[row][i];
      }
    }
    counts[row] = kept;
  }

  /** The rows that may be among the k nearest of a row; the k nearest are. */
  int[] of(int row) {
    prune(row);
    return Arrays.copyOf(others[row], counts[row]);
  }
}

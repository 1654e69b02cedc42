package studio.saddlepoint.train.cluster;

import java.util.Arrays;

/**
 * The assignment problem: each row one column of its own, at the least cost of all together (Kuhn
 * 1955), by shortest augmenting paths in O(n^3).
 */
final class AssignmentProblem {
  private final double[][] costs;
  private final double[] ofRow;
  private final double[] ofColumn;

  /** The row that has a column, from 1; 0 where none has. Column 0 is the row to be placed. */
  private final int[] rows;

  private AssignmentProblem(double[][] costs) {
    this.costs = costs;
    ofRow = new double[costs.length + 1];
    ofColumn = new double[costs.length + 1];
    rows = new int[costs.length + 1];
  }

  /**
   * Solves it.
   *
   * @param costs {@code (n, n)}, finite
   * @return the column of each row
   */
  static int[] solve(double[][] costs) {
    AssignmentProblem problem = new AssignmentProblem(costs);
    for (int row = 1; row <= costs.length; row++) {
      problem.place(row);
    }
    int[] columns = new int[costs.length];
    for (int column = 1; column <= costs.length; column++) {
      columns[problem.rows[column] - 1] = column - 1;
    }
    return columns;
  }

  /** Places a row, for which others may have to change their columns. */
  private void place(int row) {
    int n = costs.length;
    int[] cameFrom = new int[n + 1];
    double[] least = new double[n + 1];
    boolean[] reached = new boolean[n + 1];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    rows[0] = row;
    int column = 0;
    do {
      reached[column] = true;
      int from = rows[column];
      int next = 0;
      double shortest = Double.POSITIVE_INFINITY;
      for (int j = 1; j <= n; j++) {
        if (!reached[j]) {
          double reduced = costs[from - 1][j - 1] - ofRow[from] - ofColumn[j];
          if (reduced < least[j]) {
            least[j] = reduced;
            cameFrom[j] = column;
          }
          if (least[j] < shortest) {
            shortest = least[j];
            next = j;
          }
        }
      }
      for (int j = 0; j <= n; j++) {
        if (reached[j]) {
          ofRow[rows[j]] += shortest;
          ofColumn[j] -= shortest;
        } else {
          least[j] -= shortest;
        }
      }
      column = next;
    } while (rows[column] != 0);
    while (column != 0) {
      rows[column] = rows[cameFrom[column]];
      column = cameFrom[column];
    }
  }
}

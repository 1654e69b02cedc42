package studio.saddlepoint.train.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentProblemTest {
  @Test
  void solvesKuhnsExample() {
    double[][] costs = {{8, 7, 9, 9}, {5, 2, 7, 8}, {6, 1, 4, 9}, {2, 3, 2, 6}};
    int[] columns = AssignmentProblem.solve(costs);
    assertEquals(17, cost(costs, columns));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void isAsCheapAsTheBestOfAllOrders(int size) {
    SplittableRandom random = new SplittableRandom(size);
    for (int trial = 0; trial < 20; trial++) {
      double[][] costs = new double[size][size];
      for (double[] row : costs) {
        Arrays.setAll(row, i -> random.nextInt(-9, 9)); // many are equal
      }
      int[] columns = AssignmentProblem.solve(costs);
      assertArrayEquals(
          IntStream.range(0, size).toArray(), Arrays.stream(columns).sorted().toArray());
      assertEquals(least(costs, new int[size], 0, 0), cost(costs, columns));
    }
  }

  private static double cost(double[][] costs, int[] columns) {
    return IntStream.range(0, columns.length).mapToDouble(i -> costs[i][columns[i]]).sum();
  }

  private static double least(double[][] costs, int[] taken, int row, double sum) {
    if (row == costs.length) {
      return sum;
    }
    double best = Double.POSITIVE_INFINITY;
    for (int column = 0; column < costs.length; column++) {
      if (taken[column] == 0) {
        taken[column] = 1;
        best = Math.min(best, least(costs, taken, row + 1, sum + costs[row][column]));
        taken[column] = 0;
      }
    }
    return best;
  }

  @Test
  void findsAnOrderOfAHundred() {
    int size = 100;
    double[][] costs = new double[size][size];
    for (int i = 0; i < size; i++) {
      costs[i][(i * 37 + 5) % size] = -60;
      costs[i][i] -= 1;
    }
    int[] columns = AssignmentProblem.solve(costs);
    for (int i = 0; i < size; i++) {
      assertEquals((i * 37 + 5) % size, columns[i]);
    }
  }
}

package studio.saddlepoint.metrics.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.torch.TorchEngine;

class SpreadTest {
  private static final int N = 30;
  private static final int D = 5;

  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  @Test
  void isTheMeanSquaredDistanceOfAllPairs() {
    float[] rows = NormalRows.of(N, D, 1, 3, 2);
    double sum = 0;
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        for (int c = 0; c < D; c++) {
          sum += Math.pow((double) rows[i * D + c] - rows[j * D + c], 2);
        }
      }
    }
    double expected = sum / (N * (N - 1));
    SpreadStream stream = new SpreadStream(D);
    stream.add(Arrays.copyOf(rows, 7 * D));
    stream.add(Arrays.copyOfRange(rows, 7 * D, N * D));
    Spread spread = stream.spread();
    assertEquals(expected, spread.squaredDistance(), 1e-12 * expected);
    Spread ofStatistics = NormalRows.statistics(rows, D).spread();
    assertEquals(expected, ofStatistics.squaredDistance(), 1e-12 * expected);
    for (int c = 0; c < D; c++) {
      assertEquals(ofStatistics.mean()[c], spread.mean()[c], 1e-12);
    }
  }

  @Test
  void isExactlyNothingForEqualRows() {
    float[] row = NormalRows.of(1, D, 1, 3, 2);
    float[] rows = new float[N * D];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row[i % D];
    }
    SpreadStream stream = new SpreadStream(D);
    stream.add(rows);
    assertEquals(0, stream.spread().squaredDistance());
    assertEquals(0, NormalRows.statistics(rows, D).spread().squaredDistance());
  }

  @Test
  void comparesWithAnotherSet() {
    Spread real = new Spread(new double[] {1, 1}, 8);
    Spread fake = new Spread(new double[] {4, 5}, 2);
    assertEquals(0.5, fake.comparedWith(real), 1e-12);
    assertEquals(2.5, fake.awayFrom(real), 1e-12, "5 over the root of 8 / 2");
  }
}

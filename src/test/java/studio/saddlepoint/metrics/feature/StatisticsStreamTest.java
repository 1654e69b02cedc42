package studio.saddlepoint.metrics.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.torch.TorchEngine;

class StatisticsStreamTest {
  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  @Test
  void streamsTheSameStatisticsInAnyBatches() {
    int d = 5;
    float[] rows = NormalRows.of(1100, d, 5, 1000, 1e-2);
    FeatureStatistics whole = NormalRows.statistics(rows, d);
    try (StatisticsStream stream = new StatisticsStream(d)) {
      for (int from = 0; from < 1100; from += 7) {
        int to = Math.min(1100, from + 7);
        stream.add(Arrays.copyOfRange(rows, from * d, to * d));
      }
      FeatureStatistics parts = stream.statistics();
      assertEquals(1100, parts.count());
      assertArrayEquals(whole.mean(), parts.mean(), 1e-10);
      assertArrayEquals(whole.covariance(), parts.covariance(), 1e-14);
    }
    assertArrayEquals(twoPass(rows, d), whole.covariance(), 1e-14);
  }

  private static double[] twoPass(float[] rows, int d) {
    int n = rows.length / d;
    double[] mean = new double[d];
    for (int i = 0; i < rows.length; i++) {
      mean[i % d] += (double) rows[i] / n;
    }
    double[] covariance = new double[d * d];
    for (int r = 0; r < n; r++) {
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          covariance[i * d + j] +=
              (rows[r * d + i] - mean[i]) * (rows[r * d + j] - mean[j]) / (n - 1);
        }
      }
    }
    return covariance;
  }
}

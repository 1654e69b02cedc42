package studio.saddlepoint.metrics.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClassBalanceTest {
  @Test
  void comparesShares() {
    ClassBalance balance =
        new ClassBalance(
            List.of("a", "b", "c"), new double[] {0.5, 0.5, 0}, new double[] {0.96, 0.04, 0});
    assertEquals(0.5, balance.modeCoverage());
    assertEquals(0.54, balance.fairness(), 1e-12);
    assertEquals(
        0.96 * Math.log(0.96 / 0.5) + 0.04 * Math.log(0.04 / 0.5),
        balance.divergence(0.001),
        1e-12);
    ClassBalance same =
        new ClassBalance(List.of("a", "b"), new double[] {1, 0}, new double[] {1, 0});
    assertEquals(1, same.fairness());
    assertEquals(0, same.divergence(0.1));
    assertEquals(1, same.modeCoverage());
  }

  /** In thirds and sixths, sums of shares round to a little more than 1. */
  @Test
  void isNeverBelowNothing() {
    for (int k = 2; k < 40; k++) {
      double[] real = new double[2 * k];
      double[] generated = new double[2 * k];
      for (int c = 0; c < k; c++) {
        real[c] = 1.0 / k;
        generated[k + c] = 1.0 / k;
      }
      List<String> names = Stream.generate(() -> "c").limit(2 * k).toList();
      double fairness = new ClassBalance(names, real, generated).fairness();
      assertEquals(0, fairness, 1e-12);
      assertTrue(fairness >= 0, k + ": " + fairness);
    }
  }
}

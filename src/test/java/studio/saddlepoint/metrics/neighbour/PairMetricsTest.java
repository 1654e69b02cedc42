package studio.saddlepoint.metrics.neighbour;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.distribution.Statistics;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.feature.NormalRows;
import studio.saddlepoint.torch.TorchEngine;

class PairMetricsTest {
  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  @Test
  void findsNeighboursAndRealismAsTheyAreDefined() {
    agrees(set(150, 6, 1, 0, 1), set(120, 6, 2, 0.3, 1));
  }

  @Test
  void findsThemFarFromTheOriginAndInOtherUnits() {
    agrees(set(150, 6, 3, 500, 1e-2), set(120, 6, 4, 500, 1e-2));
    agrees(set(150, 6, 5, 0, 1e-12), set(120, 6, 6, 0, 1e-12));
    agrees(set(150, 6, 7, 0, 1e12), set(120, 6, 8, 0, 1e12));
  }

  @Test
  void knowsCopies() {
    Features real = set(60, 4, 9, 0, 1);
    PairMetrics found = measure(real, real.first(20));
    for (int f = 0; f < 20; f++) {
      assertEquals(f, found.nearestRows(f)[0]);
      assertEquals(0, found.nearestDistances(f)[0]);
    }
    // Points of large radius are left out, so not every copy is one of those that count.
    assertTrue(
        Arrays.stream(found.realism()).filter(Double::isInfinite).count() >= 5,
        Arrays.toString(found.realism()));
  }

  @Test
  void givesTheSameTogetherAsAlone() {
    Features real = set(200, 5, 10, 0, 1);
    Features fake = set(180, 5, 11, 0.4, 0.9);
    PairMetrics found = measure(real, fake);
    assertEquals(PrecisionRecall.of(real, fake, 3, Progress.NONE), found.membership().shares());
    assertEquals(DensityCoverage.of(real, fake, 5, Progress.NONE), found.counting().result());
  }

  @Test
  void isQuickWhereAllImagesAreNearlyTheSame() {
    // A collapsed generator: float32 cannot tell its images apart.
    Features real = set(1500, 512, 12, 0, 1);
    Features fake = set(1500, 512, 13, 3, 1e-6);
    long first = System.nanoTime();
    measure(real, set(1500, 512, 13, 0, 1));
    long begun = System.nanoTime();
    PairMetrics found = measure(real, fake);
    assertEquals(0, found.membership().shares().recall());
    double seconds = (System.nanoTime() - begun) / 1e9;
    double usual = (begun - first) / 1e9;
    // A slow or busy machine is slow at both.
    assertTrue(seconds < 30 * Math.max(1, usual), "took " + seconds + ", usually " + usual);
  }

  private static PairMetrics measure(Features real, Features fake) {
    return PairMetrics.of(real, fake, EnumSet.allOf(PairMetrics.Part.class), Progress.NONE);
  }

  private static void agrees(Features real, Features fake) {
    PairMetrics found = measure(real, fake);
    double[] radius = new double[real.count()];
    for (int r = 0; r < radius.length; r++) {
      double[] sorted = distances(real, real, r);
      Arrays.sort(sorted);
      radius[r] = sorted[3];
    }
    double median = Statistics.median(radius);
    for (int f = 0; f < fake.count(); f++) {
      double[] toReal = distances(real, fake, f);
      int[] nearest =
          IntStream.range(0, real.count())
              .boxed()
              .sorted(Comparator.comparingDouble(r -> toReal[r]))
              .mapToInt(Integer::intValue)
              .limit(4)
              .toArray();
      assertArrayEquals(nearest, found.nearestRows(f));
      assertArrayEquals(
          IntStream.of(nearest).mapToDouble(r -> toReal[r]).toArray(),
          found.nearestDistances(f),
          1e-9 * median);
      double realism =
          IntStream.range(0, real.count())
              .filter(r -> radius[r] <= median)
              .mapToDouble(r -> radius[r] / toReal[r])
              .max()
              .orElseThrow();
      assertEquals(realism, found.realism()[f], 1e-9 * realism);
    }
  }

  private static double[] distances(Features from, Features to, int row) {
    int d = from.dimension();
    double[] distances = new double[from.count()];
    for (int i = 0; i < distances.length; i++) {
      double sum = 0;
      for (int c = 0; c < d; c++) {
        double difference = (double) from.rows()[i * d + c] - to.rows()[row * d + c];
        sum += difference * difference;
      }
      distances[i] = Math.sqrt(sum);
    }
    return distances;
  }

  private static Features set(int n, int d, long seed, double mean, double deviation) {
    return new Features(n, d, NormalRows.of(n, d, seed, mean, deviation));
  }
}

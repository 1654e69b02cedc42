package studio.saddlepoint.metrics.neighbour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.torch.TorchEngine;

class PrecisionRecallTest {
  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  @Test
  void agreesWithTheDefinitionOnRandomPoints() {
    agrees(points(211, 6, 1, 0, 1, 0), points(160, 6, 2, 0.4, 0.8, 0), 6);
  }

  @Test
  void agreesWithTheDefinitionWhereTheVarianceIsTinyAgainstTheOffset() {
    Features real = features(points(300, 16, 3, 1000, 2e-3, 0), 16);
    Features fake = features(points(280, 16, 4, 1000, 1.7e-3, 0), 16);
    PrecisionRecall found = agrees(real.rows(), fake.rows(), 16);
    assertTrue(found.precision() > 0.1 && found.precision() < 1, found.toString());
    assertTrue(found.recall() > 0.1 && found.recall() < 1, found.toString());
  }

  @Test
  void decidesTiesExactlyOnALattice() {
    agrees(points(150, 3, 5, 0, 2, 1), points(140, 3, 6, 1, 2, 1), 3);
    agrees(points(150, 2, 7, 0, 2, 0.1), points(140, 2, 8, 0, 2, 0.1), 2);
  }

  @Test
  void isOneForIdenticalSets() {
    Features set = features(points(64, 8, 9, 0, 1, 0), 8);
    PrecisionRecall found = PrecisionRecall.of(set, set, 3, Progress.NONE);
    assertEquals(new PrecisionRecall(1, 1), found);
    assertEquals(1, found.f1());
  }

  @Test
  void isZeroForSetsFarApart() {
    PrecisionRecall found =
        PrecisionRecall.of(
            features(points(64, 8, 10, 0, 1, 0), 8),
            features(points(64, 8, 11, 100, 1, 0), 8),
            3,
            Progress.NONE);
    assertEquals(new PrecisionRecall(0, 0), found);
    assertEquals(0, found.f1());
  }

  @Test
  void worksInSeveralRowBatches() {
    agrees(points(2500, 2, 12, 0, 1, 0), points(1500, 2, 13, 0.5, 1, 0), 2);
  }

  @Test
  void endsWhenCancelled() {
    Features set = features(points(64, 8, 14, 0, 1, 0), 8);
    Progress cancelled =
        new Progress() {
          @Override
          public void report(String stage, double fraction) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThrows(CancellationException.class, () -> PrecisionRecall.of(set, set, 3, cancelled));
  }

  /** Compares with the definition, written down without any care for speed. */
  private static PrecisionRecall agrees(float[] real, float[] fake, int d) {
    PrecisionRecall found =
        PrecisionRecall.of(features(real, d), features(fake, d), 3, Progress.NONE);
    assertEquals(
        new PrecisionRecall(share(fake, real, d), share(real, fake, d)),
        found,
        "precision and recall");
    return found;
  }

  /** Share of the points inside the manifold. */
  private static double share(float[] points, float[] manifold, int d) {
    int n = points.length / d;
    int m = manifold.length / d;
    double[] reach = new double[m];
    for (int i = 0; i < m; i++) {
      double[] distances = new double[m];
      for (int j = 0; j < m; j++) {
        distances[j] = squared(manifold, i, manifold, j, d);
      }
      distances[i] = -1;
      Arrays.sort(distances);
      reach[i] = distances[3];
    }
    int inside = 0;
    for (int i = 0; i < n; i++) {
      boolean found = false;
      for (int j = 0; j < m && !found; j++) {
        found = squared(points, i, manifold, j, d) <= reach[j];
      }
      inside += found ? 1 : 0;
    }
    return (double) inside / n;
  }

  private static double squared(float[] a, int i, float[] b, int j, int d) {
    double sum = 0;
    for (int c = 0; c < d; c++) {
      double difference = (double) a[i * d + c] - b[j * d + c];
      sum += difference * difference;
    }
    return sum;
  }

  private static Features features(float[] rows, int d) {
    return new Features(rows.length / d, d, rows);
  }

  /** Normal points, on a lattice of this pitch unless it is 0. */
  private static float[] points(
      int n, int d, long seed, double mean, double deviation, double pitch) {
    Random random = new Random(seed);
    float[] rows = new float[n * d];
    for (int i = 0; i < rows.length; i++) {
      double value = mean + deviation * random.nextGaussian();
      rows[i] = (float) (pitch == 0 ? value : Math.rint(value / pitch) * pitch);
    }
    return rows;
  }
}

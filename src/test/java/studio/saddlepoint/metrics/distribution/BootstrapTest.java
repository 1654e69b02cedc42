package studio.saddlepoint.metrics.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.feature.FeatureStatistics;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.feature.NormalRows;
import studio.saddlepoint.torch.TorchEngine;

class BootstrapTest {
  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  @ParameterizedTest
  @CsvSource({"1000, 8, 0.3, 1.2", "1000, 8, 0, 1", "400, 100, 0.3, 1.2", "300, 400, 0.3, 1.2"})
  void tellsHowMuchADistanceVariesFromDrawToDraw(int n, int d, double mean, double deviation) {
    double[] distances = new double[60];
    double[] told = new double[12];
    try (FrechetReference reference = new FrechetReference(statistics(2000, d, 8, 0, 1))) {
      for (int i = 0; i < distances.length; i++) {
        FeatureStatistics sample = statistics(n, d, 100 + i, mean, deviation);
        distances[i] = reference.distance(sample);
        if (i < told.length) {
          float[] rows = NormalRows.of(n, d, 100 + i, mean, deviation);
          Interval interval =
              Bootstrap.ofDistance(reference, sample, new Features(n, d, rows), 1000);
          told[i] = (interval.high() - interval.low()) / (2 * 1.96);
        }
      }
    }
    double truth =
        Statistics.deviation(distances) * Math.sqrt(distances.length / (distances.length - 1.0));
    assertEquals(1, Statistics.mean(told) / truth, 0.3, Statistics.mean(told) + ", " + truth);
  }

  private static FeatureStatistics statistics(
      int n, int d, long seed, double mean, double deviation) {
    return NormalRows.statistics(NormalRows.of(n, d, seed, mean, deviation), d);
  }

  @Test
  void tellsTheSameBySomeOfTheRows() {
    int d = 8;
    FeatureStatistics sample = statistics(4000, d, 3, 0.3, 1.2);
    Features rows = new Features(4000, d, NormalRows.of(4000, d, 3, 0.3, 1.2));
    try (FrechetReference reference = new FrechetReference(statistics(900, d, 2, 0, 1))) {
      Interval all = Bootstrap.ofDistance(reference, sample, rows, 1000);
      Interval some = Bootstrap.ofDistance(reference, sample, rows.first(2000), 1000);
      assertEquals(1, (some.high() - some.low()) / (all.high() - all.low()), 0.1);
    }
  }

  @ParameterizedTest
  @CsvSource({"300, 8", "60, 80"})
  void knowsHowTheDistanceChangesWithEachRow(int n, int d) {
    float[] rows = NormalRows.of(n, d, 7, 0.3, 1.2);
    double[] weights = new double[n];
    Arrays.fill(weights, 1.0 / n);
    double step = 1e-2 / n; // much smaller ones drown in the roots of rounding noise
    try (FrechetReference reference = new FrechetReference(statistics(500, d, 6, 0, 1))) {
      double[] influences =
          reference.influences(weighted(rows, weights, d), new Features(n, d, rows));
      assertEquals(0, Statistics.mean(influences), 1e-9);
      double largest = Arrays.stream(influences).map(Math::abs).max().orElseThrow();
      for (int i = 1; i < 10; i++) {
        double change = 0;
        for (int sign : new int[] {1, -1}) {
          double[] moved = weights.clone();
          moved[i] += sign * step;
          moved[0] -= sign * step;
          change += sign * reference.distance(weighted(rows, moved, d));
        }
        assertEquals(
            influences[i] - influences[0], change / (2 * step), 1e-4 * largest, "row " + i);
      }
    }
  }

  /** Statistics of rows of which each has its weight, of all together 1. */
  private static FeatureStatistics weighted(float[] rows, double[] weights, int d) {
    double[] mean = new double[d];
    double[] covariance = new double[d * d];
    for (int i = 0; i < weights.length; i++) {
      for (int c = 0; c < d; c++) {
        mean[c] += weights[i] * rows[i * d + c];
      }
    }
    for (int i = 0; i < weights.length; i++) {
      for (int c = 0; c < d * d; c++) {
        covariance[c] +=
            weights[i] * (rows[i * d + c / d] - mean[c / d]) * (rows[i * d + c % d] - mean[c % d]);
      }
    }
    return new FeatureStatistics(weights.length, mean, covariance);
  }

  @Test
  void tellsSharesLikeTheBinomialDistribution() {
    boolean[] inside = new boolean[1000];
    Arrays.fill(inside, 0, 300, true);
    Interval interval = Bootstrap.ofShare(inside, 1);
    double deviation = Math.sqrt(0.3 * 0.7 / 1000);
    assertEquals(0.3 - 1.96 * deviation, interval.low(), 0.2 * deviation);
    assertEquals(0.3 + 1.96 * deviation, interval.high(), 0.2 * deviation);
    Interval all = Bootstrap.ofShare(new boolean[] {true, true, true, true}, 1);
    assertTrue(all.low() < 0.6 && all.high() == 1, "four of four say little: " + all);
    assertEquals(interval, Bootstrap.ofShare(inside, 1), "the same seed");
  }

  @Test
  void tellsWhatTwoSharesSayOfTheirHarmonicMean() {
    boolean[] most = new boolean[1000];
    Arrays.fill(most, 0, 800, true);
    boolean[] all = new boolean[1000];
    Arrays.fill(all, true);
    Interval two = Bootstrap.ofHarmonicMean(most, most, 1);
    // Two independent shares of 0.8: the derivative of F1 by each is one half.
    double deviation = Math.sqrt(0.8 * 0.2 / 1000 / 2);
    assertEquals(0.8 - 1.96 * deviation, two.low(), 0.25 * deviation);
    assertEquals(0.8 + 1.96 * deviation, two.high(), 0.25 * deviation);
    Interval few =
        Bootstrap.ofHarmonicMean(
            new boolean[] {true, true, true, true}, new boolean[] {true, true}, 1);
    assertTrue(few.low() < 0.6 && few.high() == 1, "six of six say little: " + few);
    Interval one = Bootstrap.ofHarmonicMean(most, all, 1);
    double f1 = 2 * 0.8 / 1.8;
    assertTrue(one.low() < f1 - 0.01 && one.high() > f1 + 0.01 && one.low() > 0.85, "" + one);
    assertEquals(0, Bootstrap.ofHarmonicMean(new boolean[9], new boolean[9], 1).low());
  }

  /** The map into one point has no linear part, so all that is left is the distance to it. */
  @Test
  void tellsIntervalsToRealRowsThatAreAllAlike() {
    int d = 8;
    int n = 200;
    float[] alike = new float[n * d];
    Arrays.fill(alike, 0.1f);
    FeatureStatistics real = NormalRows.statistics(alike, d);
    float[] rows = NormalRows.of(n, d, 3, 0.3, 1.2);
    FeatureStatistics sample = NormalRows.statistics(rows, d);
    try (FrechetReference reference = new FrechetReference(real)) {
      double distance = reference.distance(sample);
      double[] influences = reference.influences(sample, new Features(n, d, rows));
      double largest = Arrays.stream(influences).map(Math::abs).max().orElseThrow();
      double mean = 0;
      double[] squares = new double[n];
      for (int i = 0; i < n; i++) {
        for (int c = 0; c < d; c++) {
          squares[i] += Math.pow((double) rows[i * d + c] - 0.1f, 2);
        }
        mean += squares[i] / n;
      }
      for (int i = 0; i < n; i++) {
        assertEquals(squares[i] - mean, influences[i], 1e-9 * largest);
      }
      Interval interval =
          Bootstrap.ofDistance(reference, sample, new Features(n, d, rows), distance);
      assertTrue(interval.low() < distance && distance < interval.high(), "" + interval);
      Interval same = Bootstrap.ofDistance(reference, real, new Features(n, d, alike), 0);
      assertEquals(0, same.low());
      assertEquals(0, same.high(), 1e-9);
    }
  }
}

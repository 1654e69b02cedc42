package studio.saddlepoint.metrics.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.feature.FeatureStatistics;
import studio.saddlepoint.metrics.feature.NormalRows;
import studio.saddlepoint.torch.TorchEngine;

class FrechetDistanceTest {
  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  @Test
  void isExactlyZeroForIdenticalSets() {
    FeatureStatistics statistics = NormalRows.statistics(NormalRows.of(50, 64, 1, 0, 1), 64);
    assertEquals(0, FrechetDistance.between(statistics, statistics));
    FeatureStatistics again = NormalRows.statistics(NormalRows.of(50, 64, 1, 0, 1), 64);
    assertEquals(0, FrechetDistance.between(statistics, again));
  }

  @Test
  void isNeverNegativeForTheSameRowsInAnotherOrder() {
    float[] rows = NormalRows.of(40, 64, 2, 5, 1);
    float[] reversed = new float[rows.length];
    for (int i = 0; i < 40; i++) {
      System.arraycopy(rows, i * 64, reversed, (39 - i) * 64, 64);
    }
    double distance =
        FrechetDistance.between(
            NormalRows.statistics(rows, 64), NormalRows.statistics(reversed, 64));
    assertTrue(distance >= 0 && distance < 1e-10, "distance " + distance);
  }

  @Test
  void isTheClosedFormForDiagonalCovariances() {
    double[] first = {4, 0, 0, 9};
    double[] second = {1, 0, 0, 25};
    double distance =
        FrechetDistance.between(
            new FeatureStatistics(100, new double[] {1, 2}, first),
            new FeatureStatistics(100, new double[] {4, 6}, second));
    assertEquals(25 + 1 + 4, distance, 1e-12);
  }

  @Test
  void keepsItsDigitsOnSingularCovariances() {
    // Rank one and rank two in eight dimensions, along axes: (a - b)^2 sums by hand.
    double[] first = new double[64];
    first[0] = 9;
    double[] second = new double[64];
    second[0] = 4;
    second[9] = 16;
    double distance =
        FrechetDistance.between(
            new FeatureStatistics(2, new double[8], first),
            new FeatureStatistics(3, new double[8], second));
    assertEquals(1 + 16, distance, 1e-12);
    double backwards =
        FrechetDistance.between(
            new FeatureStatistics(0, new double[8], second),
            new FeatureStatistics(0, new double[8], first));
    assertEquals(1 + 16, backwards, 1e-12);
  }

  @Test
  void isThatOfTheMeansWhereNothingVaries() {
    double distance =
        FrechetDistance.between(
            new FeatureStatistics(9, new double[] {0, 3}, new double[4]),
            new FeatureStatistics(9, new double[] {4, 0}, new double[4]));
    assertEquals(25, distance);
  }

  @Test
  void isTheSameBothWays() {
    FeatureStatistics few = NormalRows.statistics(NormalRows.of(30, 48, 3, 0, 1), 48);
    FeatureStatistics many = NormalRows.statistics(NormalRows.of(300, 48, 4, 0.5, 2), 48);
    double there = FrechetDistance.between(few, many);
    assertEquals(there, FrechetDistance.between(many, few), 1e-9 * there);
  }

  @Test
  void refusesOtherDimensions() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            FrechetDistance.between(
                new FeatureStatistics(9, new double[1], new double[1]),
                new FeatureStatistics(9, new double[2], new double[4])));
  }
}

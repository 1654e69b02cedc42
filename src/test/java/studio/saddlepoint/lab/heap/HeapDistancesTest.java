package studio.saddlepoint.lab.heap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HeapDistancesTest {
  private static HeapPair bumps(double place, double noise) {
    return new HeapPair(HeapShape.BUMP, HeapShape.BUMP, place, noise);
  }

  private static double js(HeapPair heaps) {
    HeapBars bars = HeapBars.of(heaps);
    return JensenShannon.divergence(bars.real(), bars.generated());
  }

  private static double emd(HeapPair heaps) {
    return EarthMover.of(HeapBars.of(heaps)).distance();
  }

  /** By hand: M = (1/2, 1/2, ...) and so on. */
  @Test
  void divergencesOfSmallHeapsAreThoseWorkedOutByHand() {
    assertEquals(0, JensenShannon.divergence(new double[] {0.5, 0.5}, new double[] {0.5, 0.5}));
    assertEquals(
        Math.log(2), JensenShannon.divergence(new double[] {1, 0}, new double[] {0, 1}), 1e-15);
    double expected = 0.5 * (Math.log(4.0 / 3) + 0.5 * Math.log(2.0 / 3) + 0.5 * Math.log(2));
    assertEquals(
        expected, JensenShannon.divergence(new double[] {1, 0}, new double[] {0.5, 0.5}), 1e-15);
  }

  /** The running sum of the differences, bar by bar. */
  @Test
  void earthIsCarriedBarByBar() {
    EarthMover moved =
        EarthMover.between(new double[] {0.4, 0.1, 0.3, 0.2}, new double[] {0.1, 0.5, 0.1, 0.3}, 1);
    assertArrayEquals(new double[] {0.3, -0.1, 0.1, 0}, moved.carried(), 1e-15);
    assertEquals(0.5, moved.distance(), 1e-15);
    assertEquals(0.3, moved.spent(1), 1e-15);
    assertEquals(0, moved.spent(0));
  }

  @ParameterizedTest
  @EnumSource(HeapShape.class)
  void farApartTheDivergenceIsLogTwoWhileTheEarthMoverKnowsTheDistance(HeapShape shape) {
    for (double place : new double[] {4, 5, -6}) {
      HeapPair heaps = new HeapPair(shape, shape, place, 0);
      assertEquals(Math.log(2), js(heaps), 1e-12);
      assertEquals(Math.abs(place), emd(heaps), 1e-9);
    }
    assertEquals(0, js(new HeapPair(shape, shape, 0, 0)), 1e-12);
    assertEquals(0, emd(new HeapPair(shape, shape, 0, 0)), 1e-12);
  }

  @ParameterizedTest
  @EnumSource(HeapShape.class)
  void barsHoldAMassOfOneWithAndWithoutNoise(HeapShape shape) {
    for (double noise : new double[] {0, 0.3, HeapPair.MOST_NOISE}) {
      HeapBars bars = HeapBars.of(new HeapPair(shape, shape, HeapPair.FARTHEST, noise));
      assertEquals(1, Arrays.stream(bars.real()).sum(), 1e-12);
      assertEquals(1, Arrays.stream(bars.generated()).sum(), 1e-12);
      assertEquals(0, Arrays.stream(bars.moving()).sum(), 1e-12);
    }
  }

  @ParameterizedTest
  @CsvSource({"0.7,0", "-1.3,0", "1.9,0.4", "4,1", "-5,1.5"})
  void slopesAreThoseOfFiniteDifferences(double place, double noise) {
    HeapPair heaps = bumps(place, noise);
    HeapBars bars = HeapBars.of(heaps);
    double h = 1e-5;
    double ofJs = (js(heaps.at(place + h)) - js(heaps.at(place - h))) / (2 * h);
    double ofEmd = (emd(heaps.at(place + h)) - emd(heaps.at(place - h))) / (2 * h);
    assertEquals(ofJs, JensenShannon.slope(bars), 1e-6);
    assertEquals(ofEmd, EarthMover.of(bars).slope(bars), 1e-6);
  }

  @Test
  void apartOnlyTheEarthMoverPullsAndNoiseLetsBoth() {
    HeapBars apart = HeapBars.of(bumps(4, 0));
    assertEquals(0, JensenShannon.slope(apart), 1e-12);
    assertEquals(1, EarthMover.of(apart).slope(apart), 1e-9);
    HeapBars noisy = HeapBars.of(bumps(4, 1));
    assertTrue(JensenShannon.slope(noisy) > 0.01);
    assertEquals(1, EarthMover.of(noisy).slope(noisy), 1e-6);
  }

  /** Kantorovich and Rubinstein: the best critic's gap is the distance, and it is 1-Lipschitz. */
  @ParameterizedTest
  @CsvSource({"3,0,BUMP", "-1,0,TWO_BUMPS", "2,0.5,BLOCK"})
  void theBestCriticsGapIsTheDistance(double place, double noise, HeapShape shape) {
    HeapBars bars = HeapBars.of(new HeapPair(HeapShape.BUMP, shape, place, noise));
    EarthMover mover = EarthMover.of(bars);
    double[] critic = mover.bestCritic();
    double gap = 0;
    for (int i = 0; i < critic.length; i++) {
      gap += critic[i] * (bars.real()[i] - bars.generated()[i]);
      if (i > 0) {
        assertTrue(Math.abs(critic[i] - critic[i - 1]) <= HeapBars.WIDTH + 1e-12);
      }
    }
    assertEquals(mover.distance(), gap, 1e-9);
  }

  @Test
  void theBestDiscriminatorIsTheShareOfTheRealHeap() {
    double[] best =
        JensenShannon.bestDiscriminator(
            new double[] {0.5, 0.5, 0, 0}, new double[] {0, 0.25, 0.75, 0});
    assertArrayEquals(new double[] {1, 2.0 / 3, 0, Double.NaN}, best, 1e-15);
  }

  /** C(G) = 2 JS - log 4: what the discriminator's loss is when it is the best one. */
  @Test
  void theBestDiscriminatorsLossIsTheDivergence() {
    HeapBars bars = HeapBars.of(bumps(0.8, 0.2));
    double[] best = JensenShannon.bestDiscriminator(bars.real(), bars.generated());
    double value = 0;
    for (int i = 0; i < best.length; i++) {
      value += bars.real()[i] > 0 ? bars.real()[i] * Math.log(best[i]) : 0;
      value += bars.generated()[i] > 0 ? bars.generated()[i] * Math.log(1 - best[i]) : 0;
    }
    assertEquals(
        2 * JensenShannon.divergence(bars.real(), bars.generated()) - Math.log(4), value, 1e-9);
  }

  @Test
  void heapsThatWouldLeaveTheLineAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> bumps(7, 0));
    assertThrows(IllegalArgumentException.class, () -> bumps(0, 2));
    assertThrows(IllegalArgumentException.class, () -> bumps(Double.NaN, 0));
    assertEquals(HeapPair.FARTHEST, bumps(0, 0).at(9).place());
  }
}

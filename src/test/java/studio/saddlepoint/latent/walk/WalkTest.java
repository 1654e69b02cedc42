package studio.saddlepoint.latent.walk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.Interpolation;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.film.FrameRate;

class WalkTest {
  private static final double UNTRUNCATED = Double.POSITIVE_INFINITY;
  private static final int SIZE = 16;

  private static List<LatentPoint> seeds(int count) {
    return LongStream.range(0, count).<LatentPoint>mapToObj(LatentPoint.Seed::new).toList();
  }

  private static Walk walk(int keys, boolean loop, double seconds, double rate) {
    return new Walk(
        seeds(keys), Interpolation.SLERP, Easing.SMOOTH, loop, seconds, new FrameRate(rate));
  }

  /** Walks of all kinds, the same each time. */
  private static List<Walk> some() {
    Random random = new Random(3);
    return Stream.generate(
            () -> {
              Interpolation way = Interpolation.values()[random.nextInt(2)];
              Easing easing = Easing.values()[random.nextInt(3)];
              return new Walk(
                  seeds(2 + random.nextInt(6)),
                  way,
                  easing,
                  random.nextBoolean(),
                  0.2 + 2 * random.nextDouble(),
                  new FrameRate(10 + 40 * random.nextDouble()));
            })
        .limit(200)
        .toList();
  }

  @Test
  void aLoopEndsWhereItBegan() {
    for (Walk each : some()) {
      if (each.loop()) {
        assertEquals(each.point(0), each.point(each.frames()));
        assertEquals(each.point(1), each.point(each.frames() + 1));
        assertEquals(each.point(each.frames() - 1), each.point(-1));
        // The first key is not shown twice one after the other.
        assertTrue(!each.point(each.frames() - 1).equals(each.point(0)));
      }
    }
  }

  @Test
  void everyKeyIsMetExactlyAndInItsOrder() {
    for (Walk each : some()) {
      int before = -1;
      for (int key = 0; key < each.keys().size(); key++) {
        int frame = each.frameOf(key);
        assertTrue(frame > before && frame < each.frames(), each + " key " + key);
        assertEquals(each.keys().get(key), each.point(frame), each + " key " + key);
        before = frame;
      }
      if (!each.loop()) {
        assertEquals(each.keys().get(each.keys().size() - 1), each.point(each.frames() - 1));
      }
    }
  }

  @Test
  void framesCountFromTheTimeAndTheRate() {
    for (Walk each : some()) {
      double wanted = each.secondsBetween() * each.legs() * each.rate().perSecond();
      assertEquals(wanted, each.frames(), 0.5 + 1e-9);
      assertEquals(each.frames() / each.rate().perSecond(), each.seconds(), 1e-9);
    }
    assertEquals(150, walk(3, true, 2, 25).frames());
    assertEquals(100, walk(3, false, 2, 25).frames());
    assertEquals(6.0, walk(3, true, 2, 25).seconds());
  }

  @Test
  void codesBetweenLieOnTheWayAtTheEasedPlace() {
    Walk walk = walk(2, false, 1, 11); // 11 frames: shares of 0, 0.1, ... 1
    float[] a = walk.keys().get(0).code(SIZE, UNTRUNCATED);
    float[] b = walk.keys().get(1).code(SIZE, UNTRUNCATED);
    for (int frame = 0; frame < 11; frame++) {
      assertArrayEquals(
          Interpolation.SLERP.between(a, b, Easing.SMOOTH.at(frame / 10.0)),
          walk.point(frame).code(SIZE, UNTRUNCATED),
          1e-6f);
    }
  }

  @Test
  void stepsOfALoopJoinWithoutAJump() {
    Walk walk = new Walk(seeds(4), Interpolation.SLERP, Easing.LINEAR, true, 1, new FrameRate(50));
    double most = 0;
    float[] before = walk.point(walk.frames() - 1).code(SIZE, UNTRUNCATED);
    for (int frame = 0; frame < walk.frames(); frame++) {
      float[] now = walk.point(frame).code(SIZE, UNTRUNCATED);
      most = Math.max(most, distance(before, now));
      before = now;
    }
    assertTrue(most < 0.35, "the largest step is " + most);
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }

  @ParameterizedTest
  @EnumSource(Easing.class)
  void easingsBeginAndEndAtTheKeysNeverTurnBackAndAreTheSameBackwards(Easing easing) {
    assertEquals(0, easing.at(0));
    assertEquals(1, easing.at(1));
    assertEquals(easing, Easing.of(easing.id()));
    double before = 0;
    for (int i = 1; i <= 1000; i++) {
      double now = easing.at(i / 1000.0);
      assertTrue(now >= before);
      assertEquals(1 - now, easing.at(1 - i / 1000.0), 1e-12);
      before = now;
    }
  }

  @Test
  void smoothEasingsStandStillAtTheKeys() {
    double step = 1e-4;
    assertEquals(0, Easing.SMOOTH.at(step) / step, 1e-3);
    assertEquals(0, Easing.SMOOTHER.at(step) / step / step, 1e-3);
    assertEquals(0.15625, Easing.SMOOTH.at(0.25));
    assertEquals(0.103515625, Easing.SMOOTHER.at(0.25));
  }

  @Test
  void aFilmOfTenMillionFramesIsRefused() {
    StudioException told =
        assertThrows(StudioException.class, () -> walk(3, true, 4_000_000 / 36.0, 30));
    assertEquals(
        "The film would have 10,000,000 frames, and the longest has 36,000: choose fewer keys, less time between them, or a lower frame rate.",
        told.getMessage());
    assertEquals(FrameRate.MOST_FRAMES, walk(2, true, 600, 30).frames());
  }

  @Test
  void nonsenseIsRefusedWithWhatToDo() {
    refused("The walk has 1 key: name 2 to 1,000 of them", () -> walk(1, true, 1, 25));
    refused("1,001 keys", () -> walk(1001, true, 1, 25));
    refused("fewer than one frame a key", () -> walk(9, true, 0.01, 25));
    refused(
        "easing is bouncy: it must be one of linear, smooth, smoother.", () -> Easing.of("bouncy"));
  }

  private static void refused(String message, Executable walk) {
    StudioException told = assertThrows(StudioException.class, walk);
    assertTrue(told.getMessage().contains(message), told.getMessage());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void timesThatAreNoneAreRefused(double seconds) {
    refused("The time between keys is " + seconds, () -> walk(2, true, seconds, 25));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 121, Double.NaN, Double.POSITIVE_INFINITY})
  void ratesThatAreNoneAreRefused(double rate) {
    refused("The frame rate is", () -> walk(2, true, 1, rate));
  }

  @Test
  void framesBeyondTheEndAreNoneWithoutALoop() {
    Walk walk = walk(2, false, 1, 25);
    assertThrows(IndexOutOfBoundsException.class, () -> walk.point(25));
    assertThrows(IndexOutOfBoundsException.class, () -> walk.point(-1));
    assertEquals(List.of(walk.point(4), walk.point(5), walk.point(6)), walk.points(4, 7));
  }
}

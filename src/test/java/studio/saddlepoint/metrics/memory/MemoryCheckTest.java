package studio.saddlepoint.metrics.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.metrics.memory.MemoryCheck.Scope;
import studio.saddlepoint.metrics.memory.MemoryCheck.Verdict;

/** The verdict from distances alone. */
class MemoryCheckTest {
  private static MemoryCheck check(double distance, double... unseen) {
    Picture picture = new Picture(1, 1, new int[1]);
    return new MemoryCheck(
        1,
        List.of(new NearPicture(picture, 0, -1, distance, 0)),
        UnseenDistances.of(unseen),
        new Scope(100, 100, true, "pixels"));
  }

  /** 1 to 200. */
  private static double[] ramp() {
    return IntStream.rangeClosed(1, 200).asDoubleStream().toArray();
  }

  @ParameterizedTest
  @CsvSource({
    "0, MEMORY, A memory: to the extractor",
    "1.5, MEMORY, than 99 % of unseen real pictures are",
    "2.5, NEAR, than 99 % of unseen real pictures are",
    "6.5, NEAR, than 97 % of unseen real pictures are",
    "19.5, NEAR, than 90 % of unseen",
    "20.5, NEW, than 90 % of unseen",
    "100.5, NEW, than 50 % of unseen",
    "199.5, FAR, farther from them than 99 % of unseen",
    "300, FAR, farther from them than all of 200 unseen real pictures are"
  })
  void theVerdictIsThePlaceAmongUnseenPictures(double distance, Verdict verdict, String told) {
    MemoryCheck check = check(distance, ramp());
    assertEquals(verdict, check.verdict(), check::sentence);
    assertTrue(check.sentence().contains(told), check::sentence);
  }

  @Test
  void aCopyIsNoMemoryWhereUnseenPicturesAreCopiesToo() {
    double[] unseen = ramp();
    for (int i = 0; i < 40; i++) {
      unseen[i] = 0;
    }
    assertEquals(Verdict.NEW, check(0, unseen).verdict());
  }

  @Test
  void ofFewUnseenPicturesItMustStandWellApart() {
    double[] few = {4, 5, 6, 7, 8, 9, 10, 11, 12, 13};
    assertEquals(Verdict.MEMORY, check(2, few).verdict());
    assertEquals(Verdict.NEAR, check(3, few).verdict());
    assertEquals(Verdict.NEW, check(4, few).verdict());
  }

  @Test
  void unseenPicturesAreCalledMemoriesAsSeldomAsIsSaid() {
    Random random = new Random(7);
    int memories = 0;
    int near = 0;
    int all = 4_000;
    for (int i = 0; i < all; i++) {
      double[] draws =
          DoubleStream.generate(() -> Math.exp(random.nextGaussian())).limit(257).toArray();
      Verdict verdict = check(draws[256], java.util.Arrays.copyOf(draws, 256)).verdict();
      memories += verdict == Verdict.MEMORY ? 1 : 0;
      near += verdict == Verdict.NEAR || verdict == Verdict.MEMORY ? 1 : 0;
    }
    assertEquals(2 / 257.0, (double) memories / all, 0.005);
    assertEquals(25 / 257.0, (double) near / all, 0.015);
  }
}

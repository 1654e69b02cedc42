package studio.saddlepoint.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SampleCodesTest {
  @Test
  void rangesOfSeededCodesAreThoseOfTheWhole() {
    int[] labels = SampleClasses.drawn().labels(9, 3, 7);
    SampleCodes codes = new SeededCodes(4, 1.5, 7, labels);
    float[][] whole = LatentCodes.truncated(9, 4, 1.5, 7);
    SampleCodes.Range some = codes.range(3, 5);
    for (int i = 0; i < 5; i++) {
      assertArrayEquals(whole[3 + i], some.z()[i]);
    }
    assertArrayEquals(Arrays.copyOfRange(labels, 3, 8), some.labels());
    assertArrayEquals(new long[] {3, 4, 5, 6, 7}, some.indices());
    assertEquals(7, codes.seed());
  }

  @Test
  void classesTakeTurnsOrAreDrawnAsEvaluationsDoOrAreAllOne() {
    assertArrayEquals(new int[] {0, 1, 2, 0, 1}, SampleClasses.inTurn().labels(5, 3, 1));
    assertArrayEquals(
        new Random(9 ^ 0x5DEECE66DL).ints(50, 0, 3).toArray(),
        SampleClasses.drawn().labels(50, 3, 9));
    assertArrayEquals(
        SampleClasses.drawn().labels(50, 3, 9),
        Arrays.copyOf(SampleClasses.drawn().labels(80, 3, 9), 50));
    assertArrayEquals(new int[] {2, 2}, SampleClasses.only(2).labels(2, 3, 1));
  }

  @Test
  void aGeneratorWithoutClassesGetsZeros() {
    assertArrayEquals(new int[3], SampleClasses.inTurn().labels(3, 0, 1));
    assertArrayEquals(new int[3], SampleClasses.drawn().labels(3, 0, 1));
  }
}

package studio.saddlepoint.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.KeepBest.By;

class RankedSamplesTest {
  private static final double NONE = Double.POSITIVE_INFINITY;

  private static SeededCodes codes(int... labels) {
    return new SeededCodes(4, NONE, 1, labels);
  }

  private static long[] kept(RankedSamples ranked, int count, double share) {
    return ranked.best(count, new KeepBest(share, By.DISCRIMINATOR)).range(0, count).indices();
  }

  @Test
  void keepsTheBestInTheOrderInWhichTheyWereDrawn() {
    RankedSamples ranked = new RankedSamples(codes(new int[6]), new double[] {0.1, 5, -2, 7, 3, 4});
    assertArrayEquals(new long[] {1, 3, 5}, kept(ranked, 3, 0.5));
    assertArrayEquals(new long[] {0, 1, 2, 3, 4, 5}, kept(ranked, 6, 1));
  }

  @Test
  void looksOnlyAtAsManyAsTheShareAllows() {
    RankedSamples ranked =
        new RankedSamples(codes(new int[8]), new double[] {1, 2, 3, 4, 9, 9, 9, 9});
    assertArrayEquals(new long[] {2, 3}, kept(ranked, 2, 0.5));
    assertArrayEquals(new long[] {4, 5}, kept(ranked, 2, 0.25));
  }

  @Test
  void classesKeepTheirShares() {
    // All of class 1 score better than all of class 0.
    RankedSamples ranked =
        new RankedSamples(codes(0, 1, 0, 1, 0, 1, 0, 1), new double[] {1, 11, 4, 14, 3, 13, 2, 12});
    SampleCodes best = ranked.best(4, new KeepBest(0.5, By.DISCRIMINATOR));
    assertArrayEquals(new int[] {0, 1, 0, 1}, best.range(0, 4).labels());
    assertArrayEquals(new long[] {2, 3, 4, 5}, best.range(0, 4).indices());
  }

  @Test
  void aScoreThatIsNoNumberIsTheWorst() {
    RankedSamples ranked =
        new RankedSamples(codes(new int[4]), new double[] {Double.NaN, -9, 0, Double.NaN});
    assertArrayEquals(new long[] {1, 2}, kept(ranked, 2, 0.5));
  }

  @Test
  void givesTheVeryCodesOfTheNumbersKept() {
    SeededCodes all = codes(new int[6]);
    SampleCodes best =
        new RankedSamples(all, new double[] {0, 1, 0, 1, 0, 1})
            .best(3, new KeepBest(0.5, By.DISCRIMINATOR));
    float[][] z = LatentCodes.gaussian(6, 4, 1);
    assertArrayEquals(z[1], best.range(0, 1).z()[0]);
    assertArrayEquals(z[3], best.range(1, 2).z()[0]);
    assertArrayEquals(z[5], best.range(1, 2).z()[1]);
  }

  @Test
  void sharesOutsideTheirRangeAreRefused() {
    for (double share : new double[] {0, -1, 1.1, Double.NaN, 0.001}) {
      assertThrows(StudioException.class, () -> new KeepBest(share, By.REALISM));
    }
    assertThrows(StudioException.class, () -> By.of("taste"));
    Stream.of(By.values()).forEach(each -> assertEquals(each, By.of(each.id())));
    assertEquals(4096, new KeepBest(0.25, By.REALISM).candidates(1024));
    assertEquals(10, new KeepBest(0.1, By.REALISM).candidates(1));
    KeepBest few = new KeepBest(0.01, By.REALISM);
    StudioException many = assertThrows(StudioException.class, () -> few.candidates(2_000_000_000));
    assertTrue(many.getMessage().contains("200,000,000,000"), many.getMessage());
  }

  @Test
  void theDiscriminatorsOwnLogitsDecide() {
    try (Snapshot snapshot = UntrainedSnapshot.of(UntrainedSnapshot.tiny(), List.of())) {
      assertTrue(snapshot.judges());
      SeededCodes candidates = SeededCodes.of(snapshot, 100, NONE, SampleClasses.drawn(), 3);
      RankedSamples ranked = RankedSamples.byDiscriminator(snapshot).of(candidates, Progress.NONE);
      SampleCodes.Range all = candidates.range(0, 100);
      float[] logits = snapshot.judge(snapshot.pixels(all.z(), all.labels(), NONE), all.labels());
      double worstKept =
          Arrays.stream(kept(ranked, 25, 0.25))
              .mapToDouble(i -> logits[(int) i])
              .min()
              .orElseThrow();
      long better = IntStream.range(0, 100).filter(i -> logits[i] > worstKept + 1e-5).count();
      assertTrue(better < 25, better + " are better than the worst that was kept");
    }
  }
}

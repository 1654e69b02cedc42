package studio.saddlepoint.metrics.lesson;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.lesson.OnePictureAClass.Verdict;
import studio.saddlepoint.torch.TorchEngine;

/** What the lessons about scores claim, on the pictures that they show. */
class ScoreLessonsTest {
  private static final int COUNT = 1_000;

  @TempDir static Path caches;

  private static OnePictureAClass repeated;
  private static FidOverSamples fids;

  @BeforeAll
  static void measure() {
    repeated = OnePictureAClass.measure(caches, COUNT, Progress.NONE);
    fids = FidOverSamples.measure(caches, 64, 1_024, 4_096, Progress.NONE);
  }

  @Test
  void theInceptionScoreOfOnePictureAClassIsAsGoodAsCanBe() {
    double score = repeated.ofRepeated("inception_score");
    assertEquals(10, repeated.classes());
    assertEquals(10, score, 0.05);
    assertTrue(score >= repeated.ofReal("inception_score"));
    assertTrue(repeated.verdict("inception_score") != Verdict.WORSE);
    assertEquals(Verdict.ALIKE, repeated.verdict("mode_coverage"));
    assertTrue(repeated.ofRepeated("precision") > 0.95);
  }

  @Test
  void recallCoverageAndFidSeeThatAllElseIsMissing() {
    assertTrue(repeated.ofReal("recall") > 0.7);
    assertTrue(repeated.ofRepeated("recall") < 0.05);
    for (String measure : List.of("recall", "coverage", "fid")) {
      assertEquals(Verdict.WORSE, repeated.verdict(measure), measure);
    }
    assertTrue(repeated.ofRepeated("fid") > 10 * repeated.ofReal("fid"));
  }

  @Test
  void theGeneratorDrawsItsPicturesInTurn() {
    byte[] first = repeated.repeated().bytes(0, 10);
    assertArrayEquals(first, repeated.repeated().bytes(10, 10));
    for (int i = 0; i < 10; i++) {
      assertEquals(i, repeated.repeated().label(i));
    }
  }

  @Test
  void fidOfRealPicturesFallsWithTheirNumberTowardsItsLimit() {
    assertEquals(
        List.of(64, 128, 256, 512, 1_024),
        fids.points().stream().map(FidOverSamples.Point::samples).toList());
    assertTrue(fids.falls(), fids.toString());
    assertTrue(fids.fewest().fid() > 4 * fids.most().fid(), fids.toString());
    assertTrue(fids.line().value() < fids.most().fid(), fids.toString());
    assertTrue(fids.kidStays(), fids.toString());
  }

  private static Features normal(int count, double mean, long seed) {
    Random random = new Random(seed);
    float[] rows = new float[count * 4];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) (mean + random.nextGaussian());
    }
    return new Features(count, 4, rows);
  }

  /** The squared distance of the means, 4 x 0.5^2, is what endless samples would have. */
  @Test
  void theLimitIsTheDistanceOfTheDistributions() {
    TorchEngine.start(Progress.NONE);
    FidOverSamples found =
        FidOverSamples.of(
            normal(8_192, 0, 1), normal(8_192, 0.5, 2), 64, "made-up features", Progress.NONE);
    assertEquals(1, found.line().value(), 0.05);
    assertTrue(found.fewest().fid() > found.line().value() + 0.1, found.toString());
    assertTrue(found.kidStays(), found.toString());
    assertEquals(128, found.fewest().parts());
  }

  @Test
  void aCancelledMeasurementEnds() {
    Progress cancelled =
        new Progress() {
          @Override
          public void report(String stage, double fraction) {
            // nobody listens
          }

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThrows(
        CancellationException.class,
        () -> OnePictureAClass.measure(caches, COUNT, cancelled).count());
    assertThrows(
        CancellationException.class,
        () -> FidOverSamples.measure(caches, 64, 1_024, 4_096, cancelled).reference());
  }
}

package studio.saddlepoint.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.saddlepoint.recipe.Recipe;

/** Truncated codes make pictures as bright and as rich in contrast as all others. */
class StandingStatisticsTest {
  private static final double NONE = Double.POSITIVE_INFINITY;
  private static final int COUNT = 128;
  private static final List<String> CLASSES = List.of("a", "b", "c");

  /** Generators whose first layer has no bias, so that a norm behind it cancels the scale of z. */
  static Stream<Arguments> generators() {
    Recipe plain = UntrainedSnapshot.tiny();
    return Stream.of(
        Arguments.of("batch norm", plain, List.of()),
        Arguments.of(
            "conditional batch norm",
            plain.with("method.conditional", true).with("generator.conditioning", "batch-norm"),
            CLASSES),
        Arguments.of("uniform prior", plain.with("generator.prior", "uniform"), List.of()),
        Arguments.of("layer norm", norm(plain, "layer"), List.of()),
        Arguments.of("virtual batch norm", norm(plain, "virtual-batch"), List.of()),
        Arguments.of(
            "uniform virtual batch norm",
            norm(plain, "virtual-batch").with("generator.prior", "uniform"),
            List.of()));
  }

  private static Recipe norm(Recipe recipe, String normalization) {
    return recipe.with("generator.normalization", normalization);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("generators")
  void noThresholdTakesTheContrastAway(String name, Recipe recipe, List<String> classes) {
    try (Snapshot snapshot = UntrainedSnapshot.of(recipe, classes)) {
      double untruncated = deviation(pixels(snapshot, NONE));
      for (double threshold : new double[] {0.05, 0.1, 0.3, 0.5, 0.7, 1, 2}) {
        double share = deviation(pixels(snapshot, threshold)) / untruncated;
        assertTrue(
            0.85 < share && share < 1.15,
            "at " + threshold + " the contrast is " + share + " of what it was");
      }
    }
  }

  @Test
  void untruncatedPicturesStayAsTheyAreToTheLastBit() {
    try (Snapshot snapshot = UntrainedSnapshot.of(UntrainedSnapshot.tiny(), List.of())) {
      float[] before = pixels(snapshot, NONE);
      pixels(snapshot, 0.6);
      assertFalse(snapshot.prepare(1.1)); // half of the way
      assertArrayEquals(before, pixels(snapshot, NONE));
    }
  }

  @Test
  void preparingPieceByPieceComesToTheSame() {
    try (Snapshot one = UntrainedSnapshot.of(UntrainedSnapshot.tiny(), List.of());
        Snapshot other = UntrainedSnapshot.of(UntrainedSnapshot.tiny(), List.of())) {
      int pieces = 1;
      while (!one.prepare(0.6)) {
        pieces++;
        pixels(one, NONE); // somebody else draws meanwhile
      }
      assertEquals(2 * StandingStatistics.CODES / StandingStatistics.BATCH, pieces);
      assertTrue(one.prepared(0.6));
      assertArrayEquals(pixels(other, 0.6), pixels(one, 0.6));
    }
  }

  @Test
  void severalThresholdsAreGatheredInTurns() {
    try (Snapshot snapshot = UntrainedSnapshot.of(UntrainedSnapshot.tiny(), List.of())) {
      int pieces = 0;
      boolean one = false;
      boolean other = false;
      while (!one || !other) {
        one = snapshot.prepare(0.5);
        other = snapshot.prepare(1);
        pieces++;
        assertTrue(pieces <= StandingStatistics.CODES / StandingStatistics.BATCH);
      }
    }
  }

  @Test
  void picturesMoveEvenlyWithTheThreshold() {
    try (Snapshot snapshot = UntrainedSnapshot.of(UntrainedSnapshot.tiny(), List.of())) {
      float[][] codes = LatentCodes.truncated(COUNT, snapshot.latent().size(), 0.5, 1);
      double scale = deviation(snapshot.pixels(codes, new int[COUNT], 0.5));
      for (double step : StandingStatistics.LADDER) {
        if (Double.isInfinite(step)) {
          continue;
        }
        float[] at = snapshot.pixels(codes, new int[COUNT], step);
        for (double near : new double[] {step * 0.9999, step * 1.0001}) {
          double largest = largestDifference(at, snapshot.pixels(codes, new int[COUNT], near));
          assertTrue(largest < 0.01 * scale, "around " + step + " they jump by " + largest);
        }
      }
    }
  }

  private static double largestDifference(float[] one, float[] other) {
    return IntStream.range(0, one.length)
        .mapToDouble(i -> Math.abs(one[i] - other[i]))
        .max()
        .orElse(0);
  }

  @Test
  void aGeneratorWithoutRunningStatisticsHasNothingToPrepare() {
    try (Snapshot snapshot =
        UntrainedSnapshot.of(norm(UntrainedSnapshot.tiny(), "layer"), List.of())) {
      assertFalse(snapshot.hasStatistics());
      assertTrue(snapshot.prepared(0.5));
      assertTrue(snapshot.prepare(0.5));
    }
  }

  @Test
  void theVarianceOfTheTruncatedNormalIsThatOfItsNumbers() {
    assertEquals(1, TruncatedNormal.variance(NONE));
    // Johnson, Kotz, Balakrishnan: 1 - 2 c phi(c) / (2 Phi(c) - 1)
    assertEquals(0.291125, TruncatedNormal.variance(1), 1e-6);
    assertEquals(0.773741, TruncatedNormal.variance(2), 1e-6);
    assertEquals(0.080589, TruncatedNormal.variance(0.5), 1e-5);
    assertEquals(TruncatedNormal.variance(0.2000001), TruncatedNormal.variance(0.1999999), 1e-5);
  }

  private static float[] pixels(Snapshot snapshot, double threshold) {
    int size = snapshot.latent().size();
    int classes = Math.max(1, snapshot.latent().classNames().size());
    int[] labels = IntStream.range(0, COUNT).map(i -> i % classes).toArray();
    return snapshot.pixels(LatentCodes.truncated(COUNT, size, threshold, 1), labels, threshold);
  }

  /** Of all pixels around their mean. */
  private static double deviation(float[] pixels) {
    double mean = IntStream.range(0, pixels.length).mapToDouble(i -> pixels[i]).sum();
    double centre = mean / pixels.length;
    double squares =
        IntStream.range(0, pixels.length)
            .mapToDouble(i -> (pixels[i] - centre) * (pixels[i] - centre))
            .sum();
    return Math.sqrt(squares / pixels.length);
  }
}

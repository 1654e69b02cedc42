package studio.saddlepoint.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.extractor.PixelExtractor;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.image.ToyImages;
import studio.saddlepoint.metrics.metric.*;
import studio.saddlepoint.run.event.ScoreCard;
import studio.saddlepoint.run.event.ScoreSettings;

class ReliabilitySignsTest {
  @TempDir static Path caches;

  private static final Set<Metric> INSIDE =
      Set.of(PrecisionRecallMetric.PRECISION_RECALL, DensityCoverageMetric.DENSITY_COVERAGE);

  private static ReliabilitySigns doubts(double diversity) {
    return new ReliabilitySigns(
        OptionalDouble.of(diversity),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  @Test
  void saysHowAlikeImagesAre() {
    assertEquals(
        List.of(
            new Warning(
                "The generated pictures are nearly all alike: two of them differ by 2 % of what two real ones do, so precision and density say nothing of quality.",
                INSIDE)),
        warnings(
            doubts(0.02),
            Set.of(
                PrecisionRecallMetric.PRECISION_RECALL, DensityCoverageMetric.DENSITY_COVERAGE)));
    assertEquals(
        List.of(
            new Warning(
                "The generated pictures are all the same: path length in w says nothing of quality.",
                Set.of(PathLengthMetric.PPL_W))),
        warnings(doubts(0), Set.of(FidMetric.FID, PathLengthMetric.PPL_W)));
    assertTrue(warnings(doubts(0.001), INSIDE).get(0).text().contains("differ by less than 1 %"));
    assertEquals(
        List.of(), warnings(doubts(0.02), Set.of(FidMetric.FID, KidMetric.KID)), "they see");
    assertEquals(List.of(), warnings(doubts(ReliabilitySigns.ALIKE), INSIDE));
  }

  @Test
  void areKeptAmongTheSettings() {
    ScoreSettings settings = doubts(0.0123456).addedTo(ScoreSettings.NONE);
    assertEquals(0.01235, settings.values().get("fake_diversity"));
    assertEquals(1, settings.values().size(), "only what is known");
    assertEquals(doubts(0.01235), ReliabilitySigns.of(settings));
    assertEquals(
        List.of(),
        warnings(ReliabilitySigns.of(ScoreSettings.NONE), Set.copyOf(Metrics.ALL)),
        "of scores of earlier versions");
  }

  /** One image with the slightest noise is good, and all that there is. */
  @Test
  void aCollapsedGeneratorIsToldWithItsScoreAndAgainWhereItIsKept() {
    EvaluationResult result = pixels(noisy(0.01), INSIDE);
    assertEquals(1, result.values().get("precision"), result.values().toString());
    Warning found = alike(result.warnings()).get(0);
    assertEquals(INSIDE, found.about());
    ScoreCard kept = result.score(Instant.EPOCH, 7, true);
    MetricProtocol how = (MetricProtocol) Protocol.of(kept);
    assertEquals(List.of(found), alike(how.warnings()));
  }

  @Test
  void pointsOfACurveAreToldApart() {
    ToyEvaluation toy = new ToyEvaluation(caches);
    try (FeatureExtractor pixels = new PixelExtractor(ToyImages.SHAPE)) {
      Curve curve =
          new Curves(caches)
              .overTruncation(
                  threshold -> threshold.orElse(9) < 1 ? noisy(0.01) : ToyEvaluation.FRESH,
                  toy.reference(pixels),
                  ToyEvaluation.request(INSIDE),
                  pixels,
                  Progress.NONE);
      for (CurvePoint each : curve.points()) {
        assertEquals(each.x() < 1, !alike(each.warnings()).isEmpty(), "at " + each.x());
      }
    }
  }

  /** Told as 0, it would look perfect. */
  @Test
  void aLineThatEndsBelowNothingIsTold() {
    List<Warning> warnings =
        warnings(ReliabilitySigns.ofLine(-2.5), Set.of(FidInfinityMetric.FID_INFINITY));
    assertEquals(Set.of(FidInfinityMetric.FID_INFINITY), warnings.get(0).about());
    assertTrue(warnings.get(0).text().contains("ends at -2.50"), warnings.toString());
    assertEquals(
        List.of(), warnings(ReliabilitySigns.ofLine(0.1), Set.of(FidInfinityMetric.FID_INFINITY)));
    assertEquals(List.of(), warnings(ReliabilitySigns.ofLine(-2.5), Set.of(FidMetric.FID)));
  }

  @Test
  void lessVarietyThanTheDataHasIsNotTold() {
    int[] ofOneClass =
        IntStream.range(0, ToyEvaluation.NEW.size())
            .filter(i -> ToyEvaluation.NEW.label(i) == 0)
            .limit(50)
            .toArray();
    ImageSource oneClass =
        ToyEvaluation.NEW.generated(
            IntStream.range(0, ToyEvaluation.N).map(i -> ofOneClass[i % 50]).toArray());
    assertEquals(List.of(), alike(pixels(oneClass, INSIDE).warnings()));
    ToyEvaluation toy = new ToyEvaluation(caches);
    for (ImageSource each : List.of(ToyEvaluation.FRESH, ToyEvaluation.repeating(2))) {
      assertEquals(List.of(), alike(pixels(each, INSIDE).warnings()));
      assertEquals(List.of(), alike(toy.classified(each, INSIDE).warnings()));
    }
  }

  /** Noise has the classes that chance gives it. */
  @Test
  void classesOfImagesThatAreNothingLikeTheDataAreDoubtful() {
    ToyEvaluation toy = new ToyEvaluation(caches);
    for (double strength : new double[] {0.05, 0.4}) {
      List<Warning> warnings =
          toy.classified(noise(strength), Set.of(ClassesMetric.CLASSES)).warnings();
      assertTrue(
          warnings.stream()
              .anyMatch(
                  each ->
                      each.about().equals(Set.of(ClassesMetric.CLASSES))
                          && each.text()
                              .startsWith(
                                  "The generated pictures are hardly like the real ones: ")),
          strength + ": " + warnings);
    }
    assertFalse(
        Warning.texts(toy.classified(ToyEvaluation.FRESH, Set.of(ClassesMetric.CLASSES)).warnings())
            .toString()
            .contains("hardly like"));
  }

  private static EvaluationResult pixels(ImageSource images, Set<Metric> metrics) {
    ToyEvaluation toy = new ToyEvaluation(caches);
    try (FeatureExtractor pixels = new PixelExtractor(ToyImages.SHAPE)) {
      return toy.evaluate(images, toy.reference(pixels), metrics, pixels);
    }
  }

  private static List<Warning> alike(List<Warning> warnings) {
    return warnings.stream().filter(each -> each.text().contains("nearly all alike")).toList();
  }

  /** The first image of the data with noise. */
  private static ImageSource noisy(double strength) {
    return source(
        (random, pixel, first) -> (float) (first[pixel] + strength * random.nextGaussian()));
  }

  /** Grey with noise. */
  private static ImageSource noise(double strength) {
    return source((random, pixel, first) -> (float) (strength * random.nextGaussian()));
  }

  private interface Painter {
    float pixel(Random random, int pixel, float[] first);
  }

  private static ImageSource source(Painter painter) {
    float[] first = ToyEvaluation.TRAIN.generated(new int[1]).images(0, 1);
    return new ImageSource() {
      @Override
      public ImageShape shape() {
        return ToyImages.SHAPE;
      }

      @Override
      public float[] images(int from, int count) {
        float[] pixels = new float[count * first.length];
        for (int i = 0; i < count; i++) {
          Random random = new Random(from + i);
          for (int p = 0; p < first.length; p++) {
            pixels[i * first.length + p] = painter.pixel(random, p, first);
          }
        }
        return pixels;
      }
    };
  }

  private static List<Warning> warnings(ReliabilitySigns doubts, Set<Metric> metrics) {
    return Caveats.of(metrics, Evidence.of(doubts));
  }
}

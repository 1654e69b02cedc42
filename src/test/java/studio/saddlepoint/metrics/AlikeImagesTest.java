package studio.saddlepoint.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.metrics.distribution.Interval;
import studio.saddlepoint.metrics.extractor.Extractors;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.extractor.PixelExtractor;
import studio.saddlepoint.metrics.extractor.PixelKind;
import studio.saddlepoint.metrics.extractor.RandomConvolutionKind;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.image.LatentImages;
import studio.saddlepoint.metrics.image.ToyImages;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.Metrics;

/** Metrics of images that are all alike, on either side, and of as few as are allowed. */
class AlikeImagesTest {
  private static final int FEW = 10;
  private static final Set<String> MAY_BE_NEGATIVE = Set.of("kid");

  @TempDir static Path caches;

  /** Images on one side. */
  private enum Kind {
    BLACK(new Plain(-1)),
    GREY(new Plain(0.3f)),
    ONE(new ToyImages("one", 1, true, 5).generated(new int[400])),
    DIFFERENT(ToyEvaluation.NEW.generated(IntStream.range(0, 300).toArray()));

    private final ImageSource images;

    Kind(ImageSource images) {
      this.images = images;
    }
  }

  private static ToyEvaluation toy;

  @BeforeAll
  static void open() {
    toy = new ToyEvaluation(caches);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyValueIsFiniteOrHasAReason(Kind real) {
    try (FeatureExtractor pixels = new PixelExtractor(ToyImages.SHAPE);
        FeatureExtractor random =
            Extractors.open(
                RandomConvolutionKind.RANDOM.usual(), ToyImages.SHAPE, caches, Progress.NONE)) {
      for (FeatureExtractor each : List.of(pixels, random)) {
        for (Kind fake : Kind.values()) {
          for (int count : new int[] {FEW, 70}) {
            check(real, fake, count, each);
          }
        }
      }
    }
  }

  private static void check(Kind real, Kind fake, int count, FeatureExtractor extractor) {
    String what = fake + " against " + real + ", " + count + " by " + extractor.label();
    EvaluationResult result =
        evaluate(fake.images, reference(real, count, extractor), count, extractor);
    Map<String, String> reasons = result.reasons();
    for (Metric metric : Metrics.ALL) {
      for (String name : metric.valueNames()) {
        Double value = result.values().get(name);
        assertEquals(
            value == null || !Double.isFinite(value),
            reasons.containsKey(name),
            what + ": " + name + " is " + value);
        if (value != null && !MAY_BE_NEGATIVE.contains(name)) {
          assertFalse(value < 0 || value.equals(-0.0), what + ": " + name + value);
        }
      }
    }
    result
        .intervals()
        .forEach(
            (name, ends) ->
                assertTrue(
                    told(ends.low(), name + ".low", reasons)
                        && told(ends.high(), name + ".high", reasons),
                    what + ": " + name + ends));
    if (real == fake && real != Kind.DIFFERENT) {
      assertEquals(0, result.values().get("fid"), what);
      assertEquals(1, result.values().get("precision"), what);
      assertEquals(1, result.values().get("recall"), what);
      assertEquals(Double.POSITIVE_INFINITY, result.values().get("realism"), what);
      assertTrue(reasons.get("realism").contains("exact copies of real ones"), what);
    }
  }

  private static boolean told(double end, String name, Map<String, String> reasons) {
    return Double.isFinite(end) != reasons.containsKey(name);
  }

  private static Reference reference(Kind kind, int count, FeatureExtractor extractor) {
    return reference(
        kind,
        count,
        extractor,
        Optional.of(reference(Kind.GREY, count, extractor, Optional.empty())));
  }

  private static Reference reference(
      Kind kind, int count, FeatureExtractor extractor, Optional<Reference> heldOut) {
    return new RealFeatures(
        caches,
        new Side(Side.Kind.FOLDER, kind.name(), count, true),
        kind.name(),
        kind.images,
        extractor,
        heldOut);
  }

  private static EvaluationRequest request(int count, Set<Metric> metrics) {
    return new EvaluationRequest(
        PixelKind.PIXELS.usual(), count, OptionalDouble.empty(), metrics, 1);
  }

  private static EvaluationResult evaluate(
      ImageSource images, Reference reference, int count, FeatureExtractor extractor) {
    return new Evaluator(caches)
        .evaluate(
            images,
            reference,
            request(count, new LinkedHashSet<>(Metrics.ALL)),
            extractor,
            Progress.NONE);
  }

  @Test
  void curvesOfThemAreFinite() {
    try (FeatureExtractor pixels = new PixelExtractor(ToyImages.SHAPE)) {
      for (Kind real : Kind.values()) {
        Reference reference = reference(real, FEW, pixels);
        EvaluationRequest request = request(FEW, Set.of(FidMetric.FID));
        Curves curves = new Curves(caches);
        for (Kind fake : Kind.values()) {
          finite(curves.againstN(fake.images, reference, request, pixels, Progress.NONE));
          finite(
              curves.overTruncation(
                  threshold -> fake.images, reference, request, pixels, Progress.NONE));
        }
      }
    }
  }

  private static void finite(Curve curve) {
    for (CurvePoint each : curve.points()) {
      assertTrue(
          Arrays.stream(each.values()).allMatch(Double::isFinite),
          curve.title() + Arrays.toString(each.values()));
    }
  }

  @Test
  void classesOfThemAreFinite() {
    try (FeatureExtractor classifier = toy.classifier()) {
      for (Kind fake : Kind.values()) {
        EvaluationResult result =
            toy.evaluate(
                fake.images,
                toy.reference(classifier),
                new LinkedHashSet<>(Metrics.ALL),
                classifier);
        for (String name : List.of("inception_score", "mode_coverage", "class_kl", "fairness")) {
          double value = result.values().get(name);
          assertTrue(Double.isFinite(value) && value >= 0, fake + name + value);
        }
      }
    }
  }

  @Test
  void saysWhatIsMissingForWantOfHeldOutImages() {
    try (FeatureExtractor pixels = new PixelExtractor(ToyImages.SHAPE)) {
      EvaluationResult result =
          evaluate(
              Kind.DIFFERENT.images,
              reference(Kind.ONE, FEW, pixels, Optional.empty()),
              FEW,
              pixels);
      assertFalse(result.values().containsKey("memorisation"));
      assertEquals(
          "There are no held-out images to compare with.", result.reasons().get("memorisation"));
      assertEquals(
          "Left out: pixels tells no classes. Choose the classifier or Inception-v3.",
          result.reasons().get("fairness"));
    }
  }

  @Test
  void theEndsOfIntervalsHaveReasonsToo() {
    Interval interval = new Interval(1, Double.POSITIVE_INFINITY);
    EvaluationResult result =
        new EvaluationResult(
            Map.of("realism", 1.05),
            Map.of("realism", interval),
            Optional.empty(),
            List.of(),
            new Protocol.Told("realism"),
            Duration.ZERO,
            List.of());
    assertEquals(Set.of("realism.high"), result.reasons().keySet());
    assertEquals(result.reasons(), Reasons.of(result.withIntervals()));
  }

  /** A generator that draws one grey whatever the code is. */
  private record Plain(float grey) implements LatentImages {
    @Override
    public ImageShape shape() {
      return ToyImages.SHAPE;
    }

    @Override
    public float[] images(int from, int count) {
      return synthesize(new float[count][], new int[count]);
    }

    @Override
    public float[][] draw(int count, long seed) {
      return new float[count][2];
    }

    @Override
    public int[] drawLabels(int count, long seed) {
      return new int[count];
    }

    @Override
    public float[][] map(float[][] codes, int[] labels) {
      return codes;
    }

    @Override
    public float[] synthesize(float[][] mapped, int[] labels) {
      float[] pixels = new float[mapped.length * ToyImages.SHAPE.pixels()];
      Arrays.fill(pixels, grey);
      return pixels;
    }
  }
}

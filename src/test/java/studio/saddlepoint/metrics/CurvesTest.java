package studio.saddlepoint.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static studio.saddlepoint.metrics.ToyEvaluation.FRESH;
import static studio.saddlepoint.metrics.ToyEvaluation.N;
import static studio.saddlepoint.metrics.ToyEvaluation.repeating;
import static studio.saddlepoint.metrics.ToyEvaluation.request;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.distribution.FidInfinity;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.metrics.metric.Warning;

class CurvesTest {
  @TempDir static Path caches;

  private static ToyEvaluation toy;

  @BeforeAll
  static void open() {
    toy = new ToyEvaluation(caches);
  }

  /** The tighter the truncation, the fewer different images. */
  private static ImageSource truncated(OptionalDouble threshold) {
    return repeating(threshold.isEmpty() ? N : (int) (1 + 10 * threshold.getAsDouble()));
  }

  @Test
  void drawsRecallAndFairnessThatFallWithTruncation() {
    try (FeatureExtractor classifier = toy.classifier()) {
      Curve curve =
          new Curves(caches)
              .overTruncation(
                  CurvesTest::truncated,
                  toy.reference(classifier),
                  request(Set.of(FidMetric.FID)),
                  classifier,
                  Progress.NONE);
      assertEquals(List.of("precision", "recall", "fairness"), curve.series());
      assertEquals(Curves.THRESHOLDS.length, curve.points().size());
      CurvePoint tight = curve.points().get(0);
      CurvePoint none = curve.points().get(curve.points().size() - 1);
      assertEquals(Double.POSITIVE_INFINITY, none.x());
      assertTrue(tight.values()[1] < 0.2 && none.values()[1] > 0.6, "recall grows");
      assertTrue(tight.values()[2] < none.values()[2], "fairness grows");
      assertTrue(
          Warning.texts(tight.warnings()).stream()
              .anyMatch(each -> each.contains("see the manifolds coarsely")),
          tight.warnings().toString());
      assertEquals(N, curve.settings().count("fake_count"));
      assertEquals("", curve.settings().text("truncation"));
      assertEquals(List.of(), curve.warnings());
    }
  }

  @Test
  void saysWhereTruncationDoesNothing() {
    try (FeatureExtractor classifier = toy.classifier()) {
      Curve curve =
          new Curves(caches)
              .overTruncation(
                  threshold -> FRESH,
                  toy.reference(classifier),
                  request(Set.of(FidMetric.FID)),
                  classifier,
                  Progress.NONE);
      assertTrue(
          Warning.texts(curve.warnings()).get(0).startsWith("Truncation does nothing"),
          curve.warnings().toString());
    }
  }

  @Test
  void drawsFidOfGrowingSizesThatEndsAtTheFidOfAll() {
    try (FeatureExtractor classifier = toy.classifier()) {
      Reference reference = toy.reference(classifier);
      Curve sizes =
          new Curves(caches)
              .againstN(
                  FRESH, reference, request(Set.of(FidMetric.FID)), classifier, Progress.NONE);
      assertEquals(FidInfinity.SIZES, sizes.points().size());
      assertEquals(60, sizes.points().get(0).x());
      assertEquals(N, sizes.points().get(14).x());
      assertTrue(
          sizes.points().get(0).values()[0] > sizes.points().get(14).values()[0],
          "FID falls with N");
      assertTrue(sizes.title().contains("FID∞ = "), sizes.title());
      assertEquals("none", sizes.settings().text("truncation"));
      assertTrue(
          sizes.points().stream()
              .allMatch(
                  each ->
                      Warning.texts(each.warnings())
                          .contains(
                              "Fewer than 2,048 samples: FID is biased upwards, the more so the fewer they are. Compare only FIDs of the same number.")));
      int features = classifier.dimension();
      for (CurvePoint each : sizes.points()) {
        assertEquals(
            each.x() <= features,
            Warning.texts(each.warnings()).stream()
                .anyMatch(text -> text.startsWith("No more images than features")),
            "N = " + each.x());
      }
      assertEquals(
          toy.evaluate(FRESH, reference, Set.of(FidMetric.FID), classifier).values().get("fid"),
          sizes.points().get(14).values()[0],
          1e-8);
    }
  }
}

package studio.saddlepoint.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static studio.saddlepoint.metrics.ToyEvaluation.FRESH;
import static studio.saddlepoint.metrics.ToyEvaluation.TEST;
import static studio.saddlepoint.metrics.ToyEvaluation.TRAIN;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.extractor.PixelExtractor;
import studio.saddlepoint.metrics.image.ToyImages;
import studio.saddlepoint.metrics.metric.ClassesMetric;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.metrics.metric.InceptionScoreMetric;
import studio.saddlepoint.metrics.metric.KidMetric;
import studio.saddlepoint.metrics.metric.Warning;

class FeasibilityTest {
  @TempDir static Path caches;

  private static ToyEvaluation toy;

  @BeforeAll
  static void open() {
    toy = new ToyEvaluation(caches);
  }

  @Test
  void saysWhatAnExtractorWithoutClassesCannotTell() {
    try (FeatureExtractor pixels = new PixelExtractor(ToyImages.SHAPE)) {
      Reference reference = toy.reference(pixels);
      EvaluationResult result =
          toy.evaluate(
              FRESH,
              reference,
              Set.of(InceptionScoreMetric.INCEPTION_SCORE, ClassesMetric.CLASSES, KidMetric.KID),
              pixels);
      assertEquals(Set.of("kid", "kid_deviation"), result.values().keySet());
      assertTrue(
          Warning.texts(result.warnings())
              .contains(
                  "Inception score, Classes left out: pixels tells no classes. Choose the classifier or Inception-v3."),
          result.warnings().toString());
      StudioException refused =
          assertThrows(
              StudioException.class,
              () -> toy.evaluate(FRESH, reference, Set.of(ClassesMetric.CLASSES), pixels));
      assertTrue(String.valueOf(refused.getMessage()).contains("tells no classes"));
    }
  }

  @Test
  void refusesTooFewRealImages() {
    try (FeatureExtractor pixels = new PixelExtractor(ToyImages.SHAPE)) {
      Reference few = RealFeatures.of(caches, TRAIN, TEST, pixels, 4);
      StudioException refused =
          assertThrows(
              StudioException.class, () -> toy.evaluate(FRESH, few, Set.of(FidMetric.FID), pixels));
      assertTrue(String.valueOf(refused.getMessage()).contains("only 4 real images"));
    }
  }
}

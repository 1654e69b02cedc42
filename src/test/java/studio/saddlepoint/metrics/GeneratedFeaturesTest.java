package studio.saddlepoint.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static studio.saddlepoint.metrics.ToyEvaluation.FRESH;
import static studio.saddlepoint.metrics.ToyEvaluation.N;
import static studio.saddlepoint.metrics.ToyEvaluation.TEST;
import static studio.saddlepoint.metrics.ToyEvaluation.TRAIN;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.extractor.PixelExtractor;
import studio.saddlepoint.metrics.extractor.PixelKind;
import studio.saddlepoint.metrics.image.ToyImages;
import studio.saddlepoint.metrics.metric.FidInfinityMetric;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.metrics.metric.KidMetric;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.PrecisionRecallMetric;

class GeneratedFeaturesTest {
  @TempDir static Path caches;

  private static ToyEvaluation toy;

  @BeforeAll
  static void open() {
    toy = new ToyEvaluation(caches);
  }

  @Test
  void keepsNoFeaturesWhereStatisticsAreEnough() {
    Set<Metric> metrics = Set.of(FidMetric.FID);
    try (FeatureExtractor pixels = new PixelExtractor(ToyImages.SHAPE);
        GeneratedFeatures generated =
            new GeneratedFeatures(
                new EvaluationRequest(
                    PixelKind.PIXELS.usual(), N, OptionalDouble.empty(), metrics, 1, false),
                metrics,
                pixels,
                null)) {
      generated.look(FRESH, Progress.NONE);
      assertEquals(0, generated.features().count());
      assertEquals(N, generated.statistics().count());
    }
  }

  @Test
  void refusesFeaturesThatAreNotNumbers() {
    for (Metric metric :
        List.of(
            FidMetric.FID,
            PrecisionRecallMetric.PRECISION_RECALL,
            KidMetric.KID,
            FidInfinityMetric.FID_INFINITY)) {
      try (FeatureExtractor broken = new Broken(200)) {
        RealFeatures reference = RealFeatures.of(caches, TRAIN, TEST, broken, 100);
        StudioException refused =
            assertThrows(
                StudioException.class,
                () -> toy.evaluate(FRESH, reference, Set.of(metric), broken));
        assertTrue(
            String.valueOf(refused.getMessage()).contains("gives NaN as a feature"),
            refused.getMessage());
      }
    }
  }

  /** Gives NaN from the given image on. */
  private static final class Broken implements FeatureExtractor {
    private final int good;
    private int seen;

    Broken(int good) {
      this.good = good;
    }

    @Override
    public String id() {
      return "broken";
    }

    @Override
    public String label() {
      return "broken";
    }

    @Override
    public int dimension() {
      return 1;
    }

    @Override
    public float[] features(byte[] pixels) {
      float[] features = new float[pixels.length / ToyImages.SHAPE.pixels()];
      for (int i = 0; i < features.length; i++) {
        features[i] = seen < good ? seen * seen % 17 : Float.NaN;
        seen++;
      }
      return features;
    }

    @Override
    public void close() {}
  }
}

package studio.saddlepoint.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static studio.saddlepoint.metrics.ToyEvaluation.FRESH;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.extractor.PixelExtractor;
import studio.saddlepoint.metrics.feature.FeatureStatistics;
import studio.saddlepoint.metrics.feature.StatisticsFile;
import studio.saddlepoint.metrics.image.ToyImages;
import studio.saddlepoint.metrics.metric.ClassesMetric;
import studio.saddlepoint.metrics.metric.FidInfinityMetric;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.PrecisionRecallMetric;
import studio.saddlepoint.metrics.metric.Warning;

class StatisticsReferenceTest {
  @TempDir static Path caches;

  private static ToyEvaluation toy;

  @BeforeAll
  static void open() {
    toy = new ToyEvaluation(caches);
  }

  @Test
  void comparesWithStatisticsAlone() {
    try (FeatureExtractor pixels = new PixelExtractor(ToyImages.SHAPE)) {
      Reference side = toy.reference(pixels);
      Set<Metric> metrics =
          Set.of(
              FidMetric.FID,
              FidInfinityMetric.FID_INFINITY,
              PrecisionRecallMetric.PRECISION_RECALL,
              ClassesMetric.CLASSES);
      EvaluationResult result =
          toy.evaluate(FRESH, published(side.statistics(Progress.NONE)), metrics, pixels);
      assertEquals(Set.of("fid", "fid_infinity"), result.values().keySet());
      double fid = toy.evaluate(FRESH, side, metrics, pixels).values().get("fid");
      assertEquals(fid, result.values().get("fid"));
      assertTrue(
          Warning.texts(result.warnings())
              .contains(
                  "Precision and recall left out: the reference is statistics alone, without its images."),
          result.warnings().toString());
      assertTrue(result.how().sentence().contains("300 vs published"), result.how().sentence());
    }
  }

  @Test
  void refusesStatisticsOfAnotherExtractor() {
    try (FeatureExtractor pixels = new PixelExtractor(ToyImages.SHAPE)) {
      FeatureStatistics small = new FeatureStatistics(9, new double[3], new double[9]);
      Reference other = published(small);
      StudioException refused =
          assertThrows(
              StudioException.class,
              () -> toy.evaluate(FRESH, other, Set.of(FidMetric.FID), pixels));
      assertTrue(String.valueOf(refused.getMessage()).contains("of 3 features"));
    }
  }

  /** As a file tells them that knows no number of images. */
  private static Reference published(FeatureStatistics found) {
    FeatureStatistics uncounted = new FeatureStatistics(0, found.mean(), found.covariance());
    return new StatisticsReference("published", new StatisticsFile(uncounted, "", "", ""));
  }
}

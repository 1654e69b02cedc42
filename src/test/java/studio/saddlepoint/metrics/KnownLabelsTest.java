package studio.saddlepoint.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.metrics.extractor.ClassifierKind;
import studio.saddlepoint.metrics.extractor.ExtractorKind;
import studio.saddlepoint.metrics.extractor.RandomConvolutionKind;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.image.LatentImages;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.metrics.metric.Warning;

/** Features that learnt the labels of a training praise it: that is told. */
class KnownLabelsTest {
  @TempDir private Path caches;

  /** Samples of a training that was given labels, or was not. */
  private record Samples(ImageSource of, boolean knowLabels) implements LatentImages {
    @Override
    public ImageShape shape() {
      return of.shape();
    }

    @Override
    public float[] images(int from, int count) {
      return of.images(from, count);
    }

    @Override
    public float[][] draw(int count, long seed) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int[] drawLabels(int count, long seed) {
      throw new UnsupportedOperationException();
    }

    @Override
    public float[][] map(float[][] codes, int[] labels) {
      throw new UnsupportedOperationException();
    }

    @Override
    public float[] synthesize(float[][] mapped, int[] labels) {
      throw new UnsupportedOperationException();
    }
  }

  private boolean warned(ExtractorKind extractor, boolean labelled) {
    new ToyEvaluation(caches);
    EvaluationRequest request =
        new EvaluationRequest(
            extractor.usual(), ToyEvaluation.N, OptionalDouble.empty(), Set.of(FidMetric.FID), 1);
    EvaluationResult result =
        new Evaluator(caches)
            .evaluate(
                new Samples(ToyEvaluation.FRESH, labelled),
                ToyEvaluation.TRAIN,
                ToyEvaluation.TEST,
                request,
                Progress.NONE);
    List<String> texts = result.warnings().stream().map(Warning::text).toList();
    List<String> kept = result.how().settings().texts("extractor_warnings");
    assertEquals(texts.contains(Provenance.KNOWN_LABELS), kept.contains(Provenance.KNOWN_LABELS));
    return texts.contains(Provenance.KNOWN_LABELS);
  }

  @Test
  void onlyWhereTheFeaturesAndTheTrainingKnewThem() {
    assertTrue(warned(ClassifierKind.CLASSIFIER, true));
    assertEquals(false, warned(ClassifierKind.CLASSIFIER, false));
    assertEquals(false, warned(RandomConvolutionKind.RANDOM, true));
  }
}

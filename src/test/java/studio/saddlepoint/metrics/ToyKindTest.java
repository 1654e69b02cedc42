package studio.saddlepoint.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static studio.saddlepoint.metrics.ToyEvaluation.FRESH;

import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.metrics.extractor.ExtractorKind;
import studio.saddlepoint.metrics.extractor.ExtractorSetting;
import studio.saddlepoint.metrics.extractor.ExtractorSource;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.torch.TorchEngine;

/** A kind of extractor is one class: nothing else has to know it to measure with it. */
class ToyKindTest {
  @TempDir private Path caches;

  /** Sees how bright an image is, and nothing else. */
  private static final class BrightnessKind implements ExtractorKind {
    @Override
    public String key() {
      return "brightness";
    }

    @Override
    public String commandName() {
      return "brightness";
    }

    @Override
    public String label() {
      return "Brightness";
    }

    @Override
    public String meaning() {
      return "How bright an image is.";
    }

    @Override
    public int dimension(ImageShape shape) {
      return 1;
    }

    @Override
    public double usualSeconds(ImageShape shape) {
      return 1e-9;
    }

    @Override
    public FeatureExtractor open(ExtractorSetting setting, ExtractorSource source) {
      return new Brightness(source.shape());
    }
  }

  private record Brightness(ImageShape shape) implements FeatureExtractor {
    @Override
    public String id() {
      return "brightness";
    }

    @Override
    public String label() {
      return "brightness";
    }

    @Override
    public int dimension() {
      return 1;
    }

    @Override
    public float[] features(byte[] pixels) {
      float[] sums = new float[pixels.length / shape.pixels()];
      for (int i = 0; i < pixels.length; i++) {
        sums[i / shape.pixels()] += (pixels[i] & 0xff) / 255f;
      }
      return sums;
    }

    @Override
    public void close() {}
  }

  @Test
  void measuresWithAKindThatNothingElseKnows() {
    EvaluationRequest request =
        new EvaluationRequest(
            new BrightnessKind().usual(),
            ToyEvaluation.N,
            OptionalDouble.empty(),
            Set.of(FidMetric.FID),
            1);
    TorchEngine.start(Progress.NONE);
    EvaluationResult result =
        new Evaluator(caches)
            .evaluate(FRESH, ToyEvaluation.TRAIN, ToyEvaluation.TEST, request, Progress.NONE);
    assertTrue(Double.isFinite(result.values().get("fid")), result.values().toString());
    assertEquals("brightness", result.how().settings().text("extractor"));
    assertTrue(result.how().sentence().startsWith("FID (brightness, "), result.how().sentence());
  }
}

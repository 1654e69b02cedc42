package studio.saddlepoint.app.evaluate;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.KeepBest;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.extractor.ExtractorChoice.Resize;
import studio.saddlepoint.metrics.metric.Metric;

/**
 * The part of a request beside extractor, samples and metrics: makes a request of these. For any
 * thread.
 *
 * @param against what samples are compared with
 * @param threshold truncation; infinite for none
 * @param keep which share of the samples drawn to measure
 * @param resize how Inception-v3 gets its pictures
 * @param randomSeed decides the weights of random convolutions
 * @param file the TorchScript file, once it was chosen and trusted
 */
record Requests(
    ReferenceKind against,
    double threshold,
    Optional<KeepBest> keep,
    Resize resize,
    long randomSeed,
    @Nullable Path file) {
  /**
   * The request, as far as it is possible.
   *
   * @throws StudioException if something that it takes was not chosen yet
   */
  EvaluationRequest of(Fit fit) {
    return of(
        fit,
        fit.metrics().stream()
            .filter(each -> against.allows(each, fit.extractor()))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * The request with other metrics.
   *
   * @throws StudioException if something that it takes was not chosen yet
   */
  EvaluationRequest of(Fit fit, Set<Metric> metrics) {
    return new EvaluationRequest(
        extractor(fit.extractor()),
        fit.samples(),
        Double.isInfinite(threshold) ? OptionalDouble.empty() : OptionalDouble.of(threshold),
        keep,
        metrics,
        1,
        true);
  }

  private ExtractorChoice extractor(Extractor kind) {
    Path chosen = file;
    return switch (kind) {
      case CLASSIFIER -> new ExtractorChoice.Classifier();
      case INCEPTION -> new ExtractorChoice.Inception(resize);
      case VGG -> new ExtractorChoice.Vgg();
      case RANDOM -> new ExtractorChoice.RandomConvolution(randomSeed);
      case PIXELS -> new ExtractorChoice.Pixels();
      case TORCH_SCRIPT -> {
        if (chosen == null) {
          throw new StudioException(Messages.text("evaluate.file.missing"));
        }
        yield new ExtractorChoice.TorchScript(chosen);
      }
    };
  }
}

package studio.saddlepoint.app.evaluate;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.KeepBest;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.extractor.ExtractorKind;
import studio.saddlepoint.metrics.extractor.ExtractorSetting;
import studio.saddlepoint.metrics.metric.Metric;

/**
 * The part of a request beside extractor, samples and metrics: makes a request of these. For any
 * thread.
 *
 * @param against what samples are compared with
 * @param threshold truncation; infinite for none
 * @param keep which share of the samples drawn to measure
 * @param settings what each kind of extractor is set to; a file once it was chosen and trusted
 */
record Requests(
    ReferenceKind against,
    double threshold,
    Optional<KeepBest> keep,
    Map<ExtractorKind, ExtractorSetting> settings) {
  /** Copies the settings. */
  Requests {
    settings = Map.copyOf(settings);
  }

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

  private ExtractorChoice extractor(ExtractorKind kind) {
    ExtractorSetting setting = settings.getOrDefault(kind, kind.usualSetting());
    if (kind.takesFile() && setting.equals(ExtractorSetting.NONE)) {
      throw new StudioException(Messages.text("evaluate.file.missing"));
    }
    return kind.set(setting);
  }
}

package studio.saddlepoint.app.evaluate.model;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.KeepBest;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.ExtractorPlan;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.extractor.ExtractorKind;
import studio.saddlepoint.metrics.extractor.ExtractorSetting;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.MetricGroup;

/**
 * The part of a request beside extractor, samples and metrics: makes a request of these. For any
 * thread.
 *
 * @param against what samples are compared with
 * @param threshold truncation; infinite for none
 * @param keep which share of the samples drawn to measure
 * @param settings what each kind of extractor is set to; a file once it was chosen and trusted
 * @param others other extractors of groups of metrics
 */
record Requests(
    ReferenceKind against,
    double threshold,
    Optional<KeepBest> keep,
    Map<ExtractorKind, ExtractorSetting> settings,
    Map<MetricGroup, ExtractorKind> others) {
  /** Copies the maps. */
  Requests {
    settings = Map.copyOf(settings);
    others = Map.copyOf(others);
  }

  /**
   * The requests, as far as they are possible: one for each extractor, the chief one's first.
   *
   * @throws StudioException if something that they take was not chosen yet
   */
  List<EvaluationRequest> all(AffordableEvaluation fit) {
    Map<Metric, List<ExtractorChoice>> apart = new LinkedHashMap<>();
    Set<Metric> possible = new LinkedHashSet<>();
    for (Metric metric : fit.metrics()) {
      ExtractorKind kind = others.getOrDefault(metric.group(), fit.extractor());
      if (against.allows(metric, kind)) {
        possible.add(metric);
        if (kind != fit.extractor()) {
          apart.put(metric, List.of(extractor(kind)));
        }
      }
    }
    EvaluationRequest request = of(fit, possible);
    return request.parts(new ExtractorPlan(request.extractor(), apart));
  }

  /**
   * The request with other metrics.
   *
   * @throws StudioException if something that it takes was not chosen yet
   */
  EvaluationRequest of(AffordableEvaluation fit, Set<Metric> metrics) {
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

package studio.saddlepoint.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.Metrics;
import studio.saddlepoint.metrics.metric.Warning;

/**
 * One evaluation by several extractors, each of which measures its metrics in turn. Where one
 * fails, what the others measured stays.
 *
 * @param <T> a part of the evaluation
 */
public final class PlannedEvaluation<T> {
  private final List<T> parts;
  private final Function<T, ExtractorChoice> extractor;
  private final Function<T, Set<Metric>> metrics;
  private final BiFunction<T, Progress, EvaluationResult> measure;
  private final List<EvaluationResult> results = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private final Map<String, String> reasons = new LinkedHashMap<>();

  private PlannedEvaluation(
      List<T> parts,
      Function<T, ExtractorChoice> extractor,
      Function<T, Set<Metric>> metrics,
      BiFunction<T, Progress, EvaluationResult> measure) {
    this.parts = List.copyOf(parts);
    this.extractor = extractor;
    this.metrics = metrics;
    this.measure = measure;
  }

  /**
   * Nothing measured yet.
   *
   * @param requests at least one, the chief one first
   * @param measure measures one of them
   */
  public static PlannedEvaluation<EvaluationRequest> of(
      List<EvaluationRequest> requests,
      BiFunction<EvaluationRequest, Progress, EvaluationResult> measure) {
    return new PlannedEvaluation<>(
        requests, EvaluationRequest::extractor, EvaluationRequest::metrics, measure);
  }

  /**
   * Nothing compared yet.
   *
   * @param comparisons at least one, the chief one first
   * @param measure measures one of them
   */
  public static PlannedEvaluation<Comparison> comparing(
      List<Comparison> comparisons, BiFunction<Comparison, Progress, EvaluationResult> measure) {
    return new PlannedEvaluation<>(
        comparisons, Comparison::extractor, Comparison::metrics, measure);
  }

  /**
   * Measures all parts.
   *
   * @param seconds that a part takes, in any unit
   * @return a result for each part that could be measured, at least one
   * @throws StudioException if none could
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public List<EvaluationResult> run(ToDoubleFunction<T> seconds, Progress progress) {
    double all = parts.stream().mapToDouble(seconds).sum();
    double begun = 0;
    StudioException problem = null;
    for (T part : parts) {
      double ended = parts.size() == 1 ? all : begun + seconds.applyAsDouble(part);
      try {
        results.add(measure.apply(part, progress.part(begun / all, ended / all)));
      } catch (StudioException e) {
        problem = e;
        missing(part, e);
      }
      begun = ended;
    }
    if (results.isEmpty() && problem != null) {
      throw problem;
    }
    for (Warning each : warnings) {
      results.set(0, results.get(0).warned(each));
    }
    results.set(0, results.get(0).missing(reasons));
    return List.copyOf(results);
  }

  private void missing(T part, StudioException e) {
    Set<Metric> asked = metrics.apply(part);
    String names =
        Metrics.ordered(asked).stream().map(Metric::label).collect(Collectors.joining(", "));
    String reason =
        English.of(
            "%s could not be measured with %s. %s",
            names, extractor.apply(part).kind().label(), e.getMessage());
    warnings.add(new Warning(reason));
    asked.forEach(each -> each.valueNames().forEach(name -> reasons.put(name, reason)));
  }
}

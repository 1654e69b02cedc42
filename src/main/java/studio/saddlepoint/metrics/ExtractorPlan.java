package studio.saddlepoint.metrics;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.Metrics;

/**
 * The extractors of one evaluation. Numbers of different extractors are told apart: each
 * extractor's are a score of their own.
 *
 * @param usual of all metrics for which no other is named
 * @param others by metric; several where it is measured with each of them
 */
public record ExtractorPlan(ExtractorChoice usual, Map<Metric, List<ExtractorChoice>> others) {
  /** Copies the map. */
  public ExtractorPlan {
    others = Map.copyOf(others);
  }

  /** One extractor for all. */
  public static ExtractorPlan of(ExtractorChoice usual) {
    return new ExtractorPlan(usual, Map.of());
  }

  /** The extractors of a metric. */
  public List<ExtractorChoice> of(Metric metric) {
    return others.getOrDefault(metric, List.of(usual));
  }

  /** Some metrics by the extractor that measures them, the usual one first. */
  public Map<ExtractorChoice, Set<Metric>> parts(Set<Metric> metrics) {
    Map<ExtractorChoice, Set<Metric>> parts = new LinkedHashMap<>();
    parts.put(usual, new LinkedHashSet<>());
    for (Metric metric : Metrics.ordered(metrics)) {
      of(metric)
          .forEach(each -> parts.computeIfAbsent(each, key -> new LinkedHashSet<>()).add(metric));
    }
    parts.values().removeIf(Set::isEmpty);
    return parts;
  }
}

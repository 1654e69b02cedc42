package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.saddlepoint.metrics.Comparison;
import studio.saddlepoint.metrics.Comparisons;
import studio.saddlepoint.metrics.ExtractorPlan;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.Metrics;

/** The parts of a comparison by several extractors. */
final class ComparisonParts {
  private ComparisonParts() {}

  /** A comparison by each extractor of a plan; statistics are exported of the first one. */
  static List<Comparison> of(ExtractorPlan plan, Comparison all) {
    if (plan.others().isEmpty() || all.generated().isEmpty()) {
      return List.of(all);
    }
    boolean every = all.metrics().isEmpty();
    List<Comparison> parts = new ArrayList<>();
    plan.parts(every ? Set.copyOf(Metrics.ALL) : all.metrics())
        .forEach(
            (choice, metrics) -> {
              Optional<Path> export = parts.isEmpty() ? all.export() : Optional.empty();
              Comparison part = all.by(choice, metrics, export);
              Set<Metric> kept = new LinkedHashSet<>(metrics);
              if (every) {
                kept.retainAll(Comparisons.possible(part));
              }
              if (!kept.isEmpty()) {
                parts.add(all.by(choice, kept, export));
              }
            });
    return parts.isEmpty() ? List.of(all) : parts;
  }
}

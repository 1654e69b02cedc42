package studio.saddlepoint.app.evaluate.model;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import studio.saddlepoint.metrics.extractor.ExtractorKind;
import studio.saddlepoint.metrics.metric.Metric;

/**
 * The choices of a person for an evaluation; the rest is free to be what fits.
 *
 * @param extractor what turns pictures into features
 * @param samples how many pictures
 * @param metrics what to measure
 */
record Choices(
    Optional<ExtractorKind> extractor, OptionalInt samples, Optional<Set<Metric>> metrics) {
  /** Whether something is free. */
  boolean open() {
    return extractor.isEmpty() || samples.isEmpty() || metrics.isEmpty();
  }
}

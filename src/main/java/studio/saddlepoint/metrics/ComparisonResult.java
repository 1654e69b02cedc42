package studio.saddlepoint.metrics;

import java.util.List;
import java.util.Optional;

/**
 * The result of a {@link Comparison}. Statistics that cannot be written do not take the numbers
 * with them.
 *
 * @param real number of real images; 0 where it is not known
 * @param generated number of generated images
 * @param evaluation what was measured; empty where there was nothing to compare with
 * @param leftOut files that could not be used, each with the reason
 * @param passedOver files and folders that are no images, by folder and kind
 * @param notExported why the statistics that were asked for could not be written; empty where they
 *     were, or none were asked for
 */
public record ComparisonResult(
    int real,
    int generated,
    Optional<EvaluationResult> evaluation,
    List<String> leftOut,
    List<String> passedOver,
    Optional<String> notExported) {
  /** Copies the lists. */
  public ComparisonResult {
    leftOut = List.copyOf(leftOut);
    passedOver = List.copyOf(passedOver);
  }
}

package studio.saddlepoint.metrics;

import java.util.List;
import java.util.Optional;

/**
 * What a {@link Comparison} gave.
 *
 * @param real number of real images; 0 where it is not known
 * @param generated number of generated images
 * @param evaluation what was measured; empty where there was nothing to compare with
 * @param leftOut files that could not be used, each with the reason
 */
public record ComparisonResult(
        int real, int generated, Optional<EvaluationResult> evaluation, List<String> leftOut) {
    /** Copies the list. */
    public ComparisonResult {
        leftOut = List.copyOf(leftOut);
    }
}

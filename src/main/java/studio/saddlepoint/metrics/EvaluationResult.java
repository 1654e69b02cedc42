package studio.saddlepoint.metrics;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured.
 *
 * @param values by name: {@code fid}, {@code precision}, {@code recall}, {@code f1}, in this order,
 *     as far as asked for
 * @param how how the numbers were made, such as {@code FID (Strokes classifier, 2,048 vs train,
 *     trunc none)}; numbers made differently are not to be compared
 * @param took how long it took
 * @param warnings what to bear in mind, for a person to read
 */
public record EvaluationResult(
        Map<String, Double> values, String how, Duration took, List<String> warnings) {
    /** Copies what it is given, keeping the order. */
    public EvaluationResult {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        warnings = List.copyOf(warnings);
    }
}

package studio.saddlepoint.run.event;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An evaluation kept with its run.
 *
 * @param time when it was made
 * @param step the step whose weights were measured
 * @param weights which were measured: {@code averaged} or {@code raw}; empty where it was not told
 * @param how how the numbers were made, in a sentence: extractor, sample counts, truncation
 * @param settings the same as data; none of scores of earlier versions
 * @param values by metric, such as {@code fid}
 */
public record ScoreCard(
    Instant time,
    long step,
    String weights,
    String how,
    ScoreSettings settings,
    Map<String, Double> values) {
  /** {@link #weights} of a snapshot. */
  public static String weights(boolean averaged) {
    return averaged ? "averaged" : "raw";
  }

  /** Copies the values, keeping their order. */
  public ScoreCard {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}

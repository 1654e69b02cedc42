package studio.saddlepoint.train.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A recipe that may be put first, with settings of its own.
 *
 * @param name in the tables: its recipe's, or another where it has settings
 * @param recipe an embedded one's name
 * @param settings what is other than in the recipe, as texts by key
 * @param why it may be the best choice, in a sentence that a beginner understands
 */
public record PlanCandidate(String name, String recipe, Map<String, String> settings, String why) {
  /** Copies the settings, in their order. */
  public PlanCandidate {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }
}

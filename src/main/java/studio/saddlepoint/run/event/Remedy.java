package studio.saddlepoint.run.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A change that may help against what was found.
 *
 * @param text what to do, in a sentence
 * @param changes hyper-parameters to set, values as JSON writes them by key; none where it is
 *     nothing that a recipe says
 */
public record Remedy(String text, Map<String, String> changes) {
  /** Copies the changes, keeping their order. */
  public Remedy {
    changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
  }
}

package studio.saddlepoint.train.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A caution about a plan.
 *
 * @param topic what it is about
 * @param text what is so, and what helps
 * @param remedy settings that help, as texts by key; empty where nothing is to be set
 */
public record PlanAdvice(Topic topic, String text, Map<String, String> remedy) {
  /** What cautions are about. */
  public enum Topic {
    /** Hardly any pictures. */
    FEW_PICTURES,
    /** Not even a batch of them, so that the batch was made smaller. */
    SMALL_BATCH,
    /** Letters or digits that are shown mirrored. */
    MIRRORED_LETTERS,
    /** Other pictures that are shown mirrored. */
    MIRRORED,
    /** No classes. */
    NO_LABELS,
    /** Larger pictures than the time buys. */
    LARGE_PICTURES,
    /** Less than one pass. */
    SHORT_TIME;

    /** Its name for programs, such as {@code few-pictures}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Copies the settings, in their order. */
  public PlanAdvice {
    remedy = Collections.unmodifiableMap(new LinkedHashMap<>(remedy));
  }
}

package studio.saddlepoint.metrics.metric;

import java.util.List;
import java.util.Set;

/**
 * A thing to bear in mind of an evaluation.
 *
 * @param text sentences for a person; what comes before the first colon says it in short
 * @param about the metrics whose numbers it is about; empty where it is about the whole
 */
public record Warning(String text, Set<Metric> about) {
  /** Copies the metrics. */
  public Warning {
    about = Set.copyOf(about);
  }

  /** About the whole evaluation. */
  public Warning(String text) {
    this(text, Set.of());
  }

  /** It in a few words. */
  public String brief() {
    return brief(text);
  }

  /** A warning's text in a few words: what comes before its colon. */
  public static String brief(String text) {
    int colon = text.indexOf(": ");
    return colon < 0 ? text : text.substring(0, colon);
  }

  /** The texts alone. */
  public static List<String> texts(List<Warning> warnings) {
    return warnings.stream().map(Warning::text).toList();
  }
}

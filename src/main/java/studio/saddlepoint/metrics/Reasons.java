package studio.saddlepoint.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The reasons why values are no finite numbers, in sentences for a person. */
public final class Reasons {
  private static final String REALISM =
      "Half of the generated pictures or more are exact copies of real ones, so it is infinite.";
  private static final String MEMORISATION =
      "Half of the generated pictures or more are exact copies of held-out ones, so it is infinite.";
  private static final String END =
      "Half of as many generated pictures may be exact copies, so this end is infinite.";
  private static final String CHECKERBOARD =
      "The real images have no energy at all at period 2, so there is nothing to compare with.";
  private static final String OTHER = "It is not a finite number.";

  private Reasons() {}

  /**
   * The reasons of those values that are not finite.
   *
   * @param values by name, with the ends of intervals such as {@code realism.high}
   * @return by name, in the order of the values
   */
  public static Map<String, String> of(Map<String, Double> values) {
    Map<String, String> reasons = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (!Double.isFinite(value)) {
            reasons.put(name, of(name, value));
          }
        });
    return Collections.unmodifiableMap(reasons);
  }

  private static String of(String name, double value) {
    if (Double.isNaN(value)) {
      return OTHER;
    }
    return switch (name) {
      case "realism", "realism.low" -> REALISM;
      case "memorisation", "memorisation.low" -> MEMORISATION;
      case "realism.high", "memorisation.high" -> END;
      case "checkerboard" -> CHECKERBOARD;
      default -> OTHER;
    };
  }
}

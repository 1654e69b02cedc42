package studio.saddlepoint.metrics.record;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.metrics.distribution.Interval;
import studio.saddlepoint.metrics.distribution.Share;
import studio.saddlepoint.metrics.human.HumanTest;

/**
 * A score's values with the intervals among them: {@code fid}, {@code fid.low}, {@code fid.high}.
 */
public final class ScoreValues {
  private static final String LOW = ".low";
  private static final String HIGH = ".high";

  private ScoreValues() {}

  /** Values and intervals of a human test, as they are kept with a run. */
  public static Map<String, Double> of(HumanTest test) {
    Map<String, Double> all = new LinkedHashMap<>(test.values());
    put(all, "human_error", test.errors());
    put(all, "human_error_real", test.errorsOnReal());
    put(all, "human_error_generated", test.errorsOnGenerated());
    return all;
  }

  private static void put(Map<String, Double> all, String key, Share share) {
    all.put(key + LOW, share.low());
    all.put(key + HIGH, share.high());
  }

  /** The interval of a value; empty where none was measured. */
  public static Optional<Interval> interval(Map<String, Double> all, String key) {
    Double low = all.get(key + LOW);
    Double high = all.get(key + HIGH);
    return low == null || high == null || !(low <= high)
        ? Optional.empty()
        : Optional.of(new Interval(low, high));
  }

  /** The values without the ends of intervals. */
  public static Map<String, Double> values(Map<String, Double> all) {
    Map<String, Double> values = new LinkedHashMap<>(all);
    values.keySet().removeIf(key -> key.endsWith(LOW) || key.endsWith(HIGH));
    return values;
  }

  /** The intervals alone. */
  public static Map<String, Interval> intervals(Map<String, Double> all) {
    Map<String, Interval> found = new LinkedHashMap<>();
    all.keySet().forEach(key -> interval(all, key).ifPresent(each -> found.put(key, each)));
    return found;
  }
}

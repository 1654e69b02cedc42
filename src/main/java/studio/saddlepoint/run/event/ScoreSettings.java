package studio.saddlepoint.run.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * With what settings numbers were made, by name: {@code extractor}, {@code fake_count}, {@code
 * truncation}. What they mean is up to who made the numbers; a run only keeps them.
 *
 * @param values each a {@link String}, {@link Long}, {@link Double}, {@link Boolean} or a list of
 *     {@link String}, in the order in which they are told
 */
public record ScoreSettings(Map<String, Object> values) {
  /** None are known: of scores of earlier versions. */
  public static final ScoreSettings NONE = new ScoreSettings(Map.of());

  /** Copies the values, keeping their order, and refuses those of other types. */
  public ScoreSettings {
    Map<String, Object> copy = new LinkedHashMap<>(values);
    copy.replaceAll((name, value) -> checked(name, value));
    values = Collections.unmodifiableMap(copy);
  }

  private static Object checked(String name, Object value) {
    if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      return List.copyOf(list);
    }
    if (value instanceof String
        || value instanceof Long
        || value instanceof Double
        || value instanceof Boolean) {
      return value;
    }
    throw new IllegalArgumentException(name + " is of " + value.getClass());
  }

  /** Whether nothing is known. */
  public boolean empty() {
    return values.isEmpty();
  }

  /** A text; empty where there is none of that name. */
  public String text(String name) {
    return values.get(name) instanceof String text ? text : "";
  }

  /** A whole number; 0 where there is none of that name. */
  public long count(String name) {
    return values.get(name) instanceof Long count ? count : 0;
  }

  /** A number; empty where there is none of that name. */
  public OptionalDouble number(String name) {
    return values.get(name) instanceof Number number
        ? OptionalDouble.of(number.doubleValue())
        : OptionalDouble.empty();
  }

  /** Whether a flag is set; it is not where there is none of that name. */
  public boolean flag(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  /** Texts; none where there are none of that name. */
  public List<String> texts(String name) {
    return values.get(name) instanceof List<?> list
        ? list.stream().map(String.class::cast).toList()
        : List.of();
  }

  /** A copy without a value. */
  public ScoreSettings without(String name) {
    Map<String, Object> copy = new LinkedHashMap<>(values);
    copy.remove(name);
    return new ScoreSettings(copy);
  }

  /** A copy with another value. */
  public ScoreSettings with(String name, Object value) {
    Map<String, Object> copy = new LinkedHashMap<>(values);
    copy.put(name, value);
    return new ScoreSettings(copy);
  }
}

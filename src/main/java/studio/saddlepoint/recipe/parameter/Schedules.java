package studio.saddlepoint.recipe.parameter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The curves of a record tree's live numbers, by path. A component of the tree's root; the leaf of
 * a number that has one holds its first value.
 */
public final class Schedules {
  /** No curve: every number is the same from beginning to end. */
  public static final Schedules NONE = new Schedules(Map.of());

  private final Map<String, Schedule> byKey;

  /** Curves, in the order of the map. */
  public Schedules(Map<String, Schedule> byKey) {
    this.byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
  }

  /** All of them, by the keys of their numbers. */
  public Map<String, Schedule> byKey() {
    return byKey;
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return byKey.isEmpty();
  }

  /** The curve of a number. */
  public Optional<Schedule> of(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** These with another curve of a number, or none where that is empty. */
  Schedules with(String key, Optional<Schedule> schedule) {
    if (schedule.equals(of(key))) {
      return this;
    }
    Map<String, Schedule> changed = new LinkedHashMap<>(byKey);
    schedule.ifPresentOrElse(each -> changed.put(key, each), () -> changed.remove(key));
    return new Schedules(changed);
  }

  /** Each of them changed. */
  public Schedules map(BiFunction<String, Schedule, Schedule> change) {
    Map<String, Schedule> changed = new LinkedHashMap<>();
    byKey.forEach((key, schedule) -> changed.put(key, change.apply(key, schedule)));
    return new Schedules(changed);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Schedules schedules && schedules.byKey.equals(byKey);
  }

  @Override
  public int hashCode() {
    return Objects.hash(byKey);
  }

  @Override
  public String toString() {
    return byKey.toString();
  }
}

package studio.saddlepoint.recipe.parameter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.core.StudioException;

/**
 * One named value of a recipe, as described by its {@link Parameter}.
 *
 * @param key path in the recipe, such as {@code generator.optimizer.learningRate}
 * @param description label, help, range, unit
 * @param type of a value that is the same from beginning to end: {@code int}, {@code long}, {@code
 *     double}, {@code boolean}, {@link String} or an enum with {@link Choice}
 */
public record HyperParameter(String key, Parameter description, Class<?> type) {

  /** What a person calls it. */
  public String label() {
    return description.label();
  }

  /** One line of explanation. */
  public String help() {
    return description.help();
  }

  /** Whether it may change while training. */
  public boolean live() {
    return description.live();
  }

  /** Whether it may be a {@link Schedule}: a number that may change while training. */
  public boolean schedulable() {
    return live() && (type == int.class || type == double.class);
  }

  /** A number in its type, the nearest whole one where it is whole. */
  public Object inType(double number) {
    return type == int.class ? (Object) (int) Math.round(number) : (Object) number;
  }

  /**
   * The part of the recipe it belongs to: {@code generator} of {@code generator.optimizer.beta1},
   * or nothing.
   */
  public String group() {
    int dot = key.indexOf('.');
    return dot < 0 ? "" : key.substring(0, dot);
  }

  /** Whether values are numbers. */
  public boolean numeric() {
    return type == int.class || type == long.class || type == double.class;
  }

  /** The only values allowed, as written in JSON; empty where any value in the range will do. */
  public List<String> choices() {
    if (type.isEnum()) {
      List<String> ids = new ArrayList<>();
      for (Object constant : type.getEnumConstants()) {
        if (((Choice) constant).offered()) {
          ids.add(((Choice) constant).id());
        }
      }
      return ids;
    }
    return type == boolean.class ? List.of("true", "false") : List.of(description.choices());
  }

  /**
   * The value in a recipe: of {@link #type}, or a {@link Schedule}.
   *
   * @param recipe the record that {@link #key} begins at
   */
  public Object get(Record recipe) {
    return RecordTree.get(recipe, key);
  }

  /**
   * The recipe with this value changed.
   *
   * @param <R> the type of the recipe
   * @param recipe the recipe to change; it stays as it is
   * @param value of {@link #type}, a {@link Schedule}, or a text that can be read as one of them
   * @throws StudioException if the value is not allowed
   */
  public <R extends Record> R set(R recipe, Object value) {
    Object allowed = coerce(value);
    Schedules before = RecordTree.schedules(recipe);
    if (allowed instanceof Schedule schedule) {
      return RecordTree.with(
          recipe, Map.of(key, inType(schedule.first())), before.with(key, Optional.of(schedule)));
    }
    return RecordTree.with(recipe, Map.of(key, allowed), before.with(key, Optional.empty()));
  }

  /**
   * Reads a value as JSON and the command line write it.
   *
   * @param text such as {@code 2e-4}, {@code true}, {@code non-saturating}, {@code linear(2e-4..0,
   *     100%)}
   * @throws StudioException if it cannot be read or is not allowed
   */
  public Object parse(String text) {
    if (schedulable() && Schedule.isMeantBy(text)) {
      return coerce(schedule(text.strip()));
    }
    Object value = read(type == String.class ? text : text.strip());
    check(value);
    return value;
  }

  /** A value of the right type: forms hand on numbers of whatever type their editor has. */
  public Object coerce(Object value) {
    if (value instanceof String text) {
      return parse(text);
    } else if (value instanceof Schedule schedule && schedulable()) {
      for (ScheduleSegment each : schedule.segments()) {
        parse(Numbers.text(each.from()));
        parse(Numbers.text(each.to()));
      }
      return schedule;
    } else if (numeric() && value instanceof Number) {
      return parse(value.toString());
    } else if (type.isInstance(value) || (type == boolean.class && value instanceof Boolean)) {
      check(value);
      return value;
    }
    throw refused(
        String.valueOf(value),
        numeric()
            ? "a number"
            : choices().isEmpty() ? "a text" : "one of " + String.join(", ", choices()));
  }

  /** How JSON, the command line and the window write a value. */
  public String format(Object value) {
    return value instanceof Choice choice
        ? choice.id()
        : value instanceof Double d ? Numbers.text(d) : value.toString();
  }

  private Schedule schedule(String text) {
    try {
      return Schedule.parse(text);
    } catch (IllegalArgumentException e) {
      throw new StudioException(key + " is " + text + ": " + e.getMessage() + ".", e);
    }
  }

  private Object read(String text) {
    try {
      if (type == String.class) {
        return text;
      } else if (type == double.class) {
        return new BigDecimal(text).doubleValue();
      } else if (type == int.class) {
        return new BigDecimal(text).intValueExact();
      } else if (type == long.class) {
        return new BigDecimal(text).longValueExact();
      } else if (type == boolean.class && List.of("true", "false").contains(text)) {
        return Boolean.valueOf(text);
      }
    } catch (NumberFormatException | ArithmeticException e) {
      throw refused(text, type == double.class ? "a number" : "a whole number");
    }
    if (type.isEnum()) {
      for (Object constant : type.getEnumConstants()) {
        if (((Choice) constant).id().equals(text)) {
          return constant;
        }
      }
    }
    throw refused(text, "one of " + String.join(", ", choices()));
  }

  private void check(Object value) {
    if (numeric()) {
      double number = ((Number) value).doubleValue();
      if (!(number >= description.min() && number <= description.max())) {
        throw refused(format(value), range());
      }
    }
    if (description.choices().length > 0 && !choices().contains(format(value))) {
      throw refused(format(value), "one of " + String.join(", ", choices()));
    }
  }

  private String range() {
    String from = format(description.min());
    String to = format(description.max());
    return Double.isInfinite(description.max())
        ? "at least " + from
        : "between " + from + " and " + to;
  }

  private StudioException refused(String text, String wanted) {
    return new StudioException(
        key + " is " + (text.isEmpty() ? "empty" : text) + ": it must be " + wanted + ".");
  }
}

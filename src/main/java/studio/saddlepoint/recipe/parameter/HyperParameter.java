package studio.saddlepoint.recipe.parameter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.saddlepoint.core.StudioException;

/**
 * One named value of a recipe, as described by its {@link Parameter}.
 *
 * @param key path in the recipe, such as {@code generator.optimizer.learningRate}
 * @param description label, help, range, unit
 * @param type {@code int}, {@code long}, {@code double}, {@code boolean}, {@link String} or an enum
 *     with {@link Choice}
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
        ids.add(((Choice) constant).id());
      }
      return ids;
    }
    return type == boolean.class ? List.of("true", "false") : List.of(description.choices());
  }

  /**
   * The value in a recipe.
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
   * @param value of {@link #type}, or a text that can be read as it
   * @throws StudioException if the value is not allowed
   */
  public <R extends Record> R set(R recipe, Object value) {
    return RecordTree.with(recipe, key, coerce(value));
  }

  /**
   * Reads a value as JSON and the command line write it.
   *
   * @param text such as {@code 2e-4}, {@code true}, {@code non-saturating}
   * @throws StudioException if it cannot be read or is not allowed
   */
  public Object parse(String text) {
    Object value = read(type == String.class ? text : text.strip());
    check(value);
    return value;
  }

  /** A value of the right type: forms hand on numbers of whatever type their editor has. */
  public Object coerce(Object value) {
    if (value instanceof String text) {
      return parse(text);
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
        : value instanceof Double d ? number(d) : value.toString();
  }

  private static String number(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return value == 0 ? "0" : Double.toString(value);
    }
    double magnitude = Math.abs(value);
    if (magnitude >= 1e-3 && magnitude < 1e7) {
      return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
    return Double.toString(value).replace(".0E", "E").toLowerCase(Locale.ROOT);
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

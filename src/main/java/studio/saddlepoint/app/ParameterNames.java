package studio.saddlepoint.app;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.method.MethodKind;
import studio.saddlepoint.recipe.parameter.Choice;
import studio.saddlepoint.recipe.parameter.HyperParameter;

/** Hyper-parameters as the form calls them, in messages that have the keys of a recipe's file. */
public final class ParameterNames {
  /** Such as {@code method.realTarget}. */
  private static final Pattern KEY = Pattern.compile("[a-z]\\w*(\\.[a-z]\\w*)+");

  private static final Pattern START_OF_LINE = Pattern.compile("(?m)^[a-z]");

  private static final Map<String, String> LABELS =
      HyperParameters.all().stream()
          .collect(Collectors.toMap(HyperParameter::key, ParameterNames::label));

  private ParameterNames() {}

  /**
   * Puts the form's labels in place of keys.
   *
   * @param message for a person; a line that began with a key begins with a capital
   */
  public static String put(String message) {
    String named =
        KEY.matcher(message).replaceAll(found -> Matcher.quoteReplacement(label(found.group())));
    return named.equals(message) ? message : capital(named);
  }

  /** Such as {@code The generator's "Learning rate"}. */
  public static String of(HyperParameter parameter) {
    return capital(label(parameter));
  }

  /**
   * A value as the form shows it: the words of a choice, and whether a switch is on.
   *
   * @param key of a hyper-parameter; values of what this version does not know stay as they are
   * @param value as a recipe's file writes it
   */
  public static String value(String key, String value) {
    return HyperParameters.find(key).map(known -> words(known, value)).orElse(value);
  }

  private static String words(HyperParameter parameter, String value) {
    if (parameter.type() == boolean.class) {
      return Messages.text(Boolean.parseBoolean(value) ? "form.on" : "form.off");
    }
    return Stream.of(parameter.type())
        .filter(Class::isEnum)
        .flatMap(type -> Stream.of(type.getEnumConstants()))
        .map(Choice.class::cast)
        .filter(choice -> choice.id().equals(value))
        .map(Choice::label)
        .findFirst()
        .orElse(value);
  }

  private static String capital(String text) {
    return START_OF_LINE.matcher(text).replaceAll(found -> found.group().toUpperCase(Locale.ROOT));
  }

  /** Of a key's field, or of a part of the recipe with several fields. */
  private static String label(String key) {
    String part = "form.part." + key;
    return LABELS.getOrDefault(key, Messages.has(part) ? Messages.text(part) : key);
  }

  private static String label(HyperParameter parameter) {
    String label = '"' + parameter.label() + '"';
    String player = parameter.group();
    return (MethodKind.isPlayer(player) ? "the " + player + "'s " : "") + label;
  }
}

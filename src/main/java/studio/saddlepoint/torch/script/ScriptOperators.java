package studio.saddlepoint.torch.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.saddlepoint.torch.TorchEngine;

/**
 * The operators that layers are computed by, as methods of another module: the same text that the
 * operator archive is compiled from, but for numbers, which come as lists and not as tensors.
 */
final class ScriptOperators {
  private static final Pattern HEAD = Pattern.compile("  def (\\w+)\\(");
  private static final Map<String, String> METHODS = read();

  private ScriptOperators() {}

  /**
   * The text of a method.
   *
   * @param className of the module that is to have it
   */
  static String method(String name, String className) {
    String text = METHODS.get(name);
    if (text == null) {
      throw new IllegalArgumentException("There is no operator " + name);
    }
    String plain = text;
    for (String each : new String[] {"a", "e"}) {
      plain = literal(plain, each);
    }
    return plain.replace("__torch__.Ops", "__torch__." + className);
  }

  /** An argument of numbers in a tensor becomes a list of them. */
  private static String literal(String text, String argument) {
    Pattern use =
        Pattern.compile(
            "\\b(int|float|bool)\\((?:torch\\.select\\("
                + argument
                + ", 0, (\\d+)\\)|"
                + argument
                + ")\\)");
    Matcher found = use.matcher(text);
    if (!found.find()) {
      return text;
    }
    String type = found.group(1).equals("float") ? "float" : "int";
    String body =
        use.matcher(text)
            .replaceAll(
                each -> {
                  String at = each.group(2) == null ? "0" : each.group(2);
                  String element = argument + "[" + at + "]";
                  return each.group(1).equals("bool") ? "bool(" + element + ")" : element;
                });
    return body.replace(" " + argument + ": Tensor", " " + argument + ": List[" + type + "]");
  }

  private static Map<String, String> read() {
    Map<String, String> methods = new LinkedHashMap<>();
    String[] parts = text().split("\n(?=  def )");
    for (String part : parts) {
      Matcher head = HEAD.matcher(part);
      if (head.lookingAt()) {
        methods.put(head.group(1), part.stripTrailing() + "\n");
      }
    }
    return Map.copyOf(methods);
  }

  private static String text() {
    try (InputStream in = TorchEngine.class.getResourceAsStream("operators.py")) {
      if (in == null) {
        throw new IllegalStateException("Missing resource operators.py");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

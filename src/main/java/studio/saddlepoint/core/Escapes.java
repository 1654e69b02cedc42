package studio.saddlepoint.core;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Texts of others as they may be shown. A file can be called almost anything: a name with a line
 * break forges a line of a report, one with control characters steers a terminal, and one with a
 * change of direction reads as another. Such characters are written as escapes: {@code \n}, {@code
 * \x1b}, {@code \u202e}.
 */
public final class Escapes {
  private Escapes() {}

  /** A name on one line: line breaks and tabs are escaped, too. */
  public static String name(String name) {
    return escaped(name, Escapes::steers);
  }

  /** A path on one line. */
  public static String name(Path path) {
    return name(PathNames.text(path));
  }

  /** A text that may have several lines. */
  public static String lines(String text) {
    return escaped(text.replace("\r\n", "\n"), each -> each != '\n' && each != '\t' && steers(each))
        .replace("\n", text.contains("\r\n") ? "\r\n" : "\n");
  }

  private static boolean steers(int each) {
    return switch (Character.getType(each)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> each >= 0x202A && each <= 0x202E || each >= 0x2066 && each <= 0x2069;
    };
  }

  private static String escaped(String text, IntPredicate which) {
    if (text.codePoints().noneMatch(which)) {
      return text;
    }
    StringBuilder all = new StringBuilder();
    text.codePoints()
        .forEach(
            each -> {
              if (which.test(each)) {
                all.append(escape(each));
              } else {
                all.appendCodePoint(each);
              }
            });
    return all.toString();
  }

  private static String escape(int each) {
    return switch (each) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format(Locale.ROOT, each < ' ' ? "\\x%02x" : "\\u%04x", each);
    };
  }

  /** A value as it may be put into a text for people: names and texts are escaped. */
  public static Object shown(Object value) {
    if (value instanceof Path path) {
      return name(path);
    }
    return value instanceof CharSequence text ? lines(text.toString()) : value;
  }
}

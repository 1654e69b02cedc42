package studio.saddlepoint.latent.code;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of bookmarks within the text of a code: {@code slerp(bookmark("Smile"),7,0.3)}. The
 * quotation marks part a name from everything else; one that belongs to the name is written twice.
 */
final class NamesInCodes {
  private static final String QUOTED = "\"((?:[^\"]|\"\")*)\"";
  private static final Pattern NAME = Pattern.compile("bookmark\\(\\s*" + QUOTED + "\\s*\\)");
  private static final Pattern ALONE = Pattern.compile(QUOTED);

  private NamesInCodes() {}

  /** Whether a text has such a name. */
  static boolean in(String text) {
    return NAME.matcher(text).find();
  }

  /** A name in quotation marks as it is without them; anything else as it is. */
  static String unquoted(String text) {
    Matcher quoted = ALONE.matcher(text);
    return quoted.matches() ? name(quoted.group(1)) : text;
  }

  /** A name as it stands within a code. */
  static String written(String name) {
    return "bookmark(\"" + name.replace("\"", "\"\"") + "\")";
  }

  private static String name(String between) {
    return between.replace("\"\"", "\"");
  }

  /**
   * A text with codes in the place of their names.
   *
   * @param code what is kept under a name
   * @param spelled told each code that was put in, in order
   */
  static String spelledOut(String text, Function<String, NamedCode> code, List<NamedCode> spelled) {
    List<NamedCode> found = new ArrayList<>();
    String plain =
        NAME.matcher(text)
            .replaceAll(
                (MatchResult match) -> {
                  NamedCode each = code.apply(name(match.group(1)));
                  found.add(each);
                  return Matcher.quoteReplacement(each.point().toString());
                });
    spelled.addAll(found);
    return plain;
  }
}

package studio.saddlepoint.recipe;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.PathNames;

/**
 * A recipe put on other data than it was made for. What it says of itself then speaks of that data:
 * its name, its title, and what to expect, which nobody knows yet.
 */
public final class OtherData {
  private static final String ON = " on ";
  private static final int LONGEST_NAME = 64;

  /** Titles of the data sets that embedded recipes name. */
  private static final Map<String, String> TITLES =
      Map.of("strokes", "Strokes", "shapes", "Shapes", "mnist", "MNIST", "cifar-10", "CIFAR-10");

  private static final Pattern UNKNOWN =
      Pattern.compile("Not measured on .*? yet\\. On (.*?): (.*)", Pattern.DOTALL);

  private OtherData() {}

  /**
   * A recipe on other data; the same recipe where it has that data already.
   *
   * @param recipe any
   * @param source an embedded data set or an absolute path, as {@code data.source} has it
   */
  public static Recipe of(Recipe recipe, String source) {
    if (source.equals(recipe.data().source())) {
      return recipe;
    }
    String before = nameOf(recipe.data().source());
    String data = nameOf(source);
    String slug = slug(data);
    String name = without(recipe.name(), "-" + slug(before));
    String full = slug.isEmpty() ? name : name + "-" + slug;
    return recipe
        .with("data.source", source)
        .with("name", full.length() > LONGEST_NAME ? full.substring(0, LONGEST_NAME) : full)
        .with("title", method(recipe.title(), before) + ON + title(data))
        .with("expect", expect(recipe.expect(), title(before), title(data)));
  }

  private static String nameOf(String source) {
    return PathNames.spelt(source).map(PathNames::of).map(Escapes::name).orElse(source);
  }

  private static String title(String data) {
    return TITLES.getOrDefault(data, data);
  }

  private static String slug(String data) {
    return data.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-+|-+$", "");
  }

  /** What is known: how it did where it was measured. */
  private static String expect(String expect, String before, String now) {
    Matcher unknown = UNKNOWN.matcher(expect);
    boolean known = !unknown.matches();
    String measuredOn = known ? before : unknown.group(1);
    String seen = known ? expect : unknown.group(2);
    if (seen.isBlank() || measuredOn.equals(now)) {
      return seen;
    }
    return "Not measured on " + now + " yet. On " + measuredOn + ": " + seen;
  }

  /** A recipe's title up to its data: the name of that, or else whatever is after the last on. */
  private static String method(String title, String data) {
    String method = without(without(title, ON + data), ON + title(data));
    int on = method.lastIndexOf(ON);
    return method.length() < title.length() || on < 1 ? method : method.substring(0, on);
  }

  /** A text without its end; whole where it has another, or nothing would be left. */
  private static String without(String text, String end) {
    boolean ends = text.endsWith(end) && text.length() > end.length();
    return ends ? text.substring(0, text.length() - end.length()) : text;
  }
}

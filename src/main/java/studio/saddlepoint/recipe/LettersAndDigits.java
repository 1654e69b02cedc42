package studio.saddlepoint.recipe;

import java.util.Locale;
import java.util.Set;
import studio.saddlepoint.core.PathNames;

/**
 * Data sets of letters or digits, as far as their names tell: mirrored, their pictures mean
 * something else, or nothing.
 */
public final class LettersAndDigits {
  private static final Set<String> NAMES =
      Set.of(
          "strokes",
          "mnist",
          "kmnist",
          "k49",
          "qmnist",
          "emnist",
          "emnist-letters",
          "emnist-balanced",
          "emnist-digits",
          "notmnist",
          "omniglot",
          "usps",
          "svhn",
          "digits",
          "letters",
          "characters",
          "glyphs");

  private LettersAndDigits() {}

  /**
   * Whether a data set is known to be of letters or digits.
   *
   * @param source its name, or the path of its file or folder
   */
  public static boolean named(String source) {
    String name = PathNames.spelt(source).map(PathNames::of).orElse(source);
    String bare = name.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.[a-z]{2,4}$", "");
    return NAMES.contains(bare.replace('_', '-').replace(' ', '-'));
  }
}

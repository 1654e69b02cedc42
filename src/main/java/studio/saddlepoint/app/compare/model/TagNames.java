package studio.saddlepoint.app.compare.model;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which tag of an event file tells a quantity of ours, by its name: ours exported, then the names
 * that other programs use, such as {@code Loss/G} and {@code Metrics/fid50k_full}.
 */
final class TagNames {
  private static final Pattern WAY = Pattern.compile(" \\(.*\\)$");
  private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");

  /** Other words for one of ours. */
  private static final Map<String, String> SAME =
      Map.of(
          "g", "generator",
          "gen", "generator",
          "netg", "generator",
          "d", "discriminator",
          "disc", "discriminator",
          "dis", "discriminator",
          "netd", "discriminator",
          "critic", "discriminator",
          "losses", "loss");

  /** Words that say nothing here. */
  private static final Set<String> EMPTY = Set.of("train", "training", "metrics", "scalars");

  private TagNames() {}

  /**
   * The tag that tells a quantity.
   *
   * @param key of ours, such as {@code loss.generator} or {@code score.fid}
   */
  static Optional<String> match(String key, Collection<String> tags) {
    Optional<String> ours =
        tags.stream().filter(tag -> WAY.matcher(own(tag)).replaceAll("").equals(key)).findFirst();
    return ours.or(() -> tags.stream().filter(tag -> same(key, tag)).findFirst());
  }

  /** Of ours exported the key it had. */
  private static String own(String tag) {
    return tag.replaceFirst("/", ".");
  }

  private static boolean same(String key, String tag) {
    if (key.startsWith("score.")) {
      String name = key.substring("score.".length());
      return !name.contains("_")
          && Stream.of(BETWEEN.split(tag.toLowerCase(Locale.ROOT)))
              .anyMatch(word -> word.matches(Pattern.quote(name) + "(\\d+k?)?"));
    }
    return words(key).equals(words(tag));
  }

  private static Set<String> words(String name) {
    List<String> parts = List.of(BETWEEN.split(name.toLowerCase(Locale.ROOT)));
    Set<String> words = new TreeSet<>();
    for (String each : parts) {
      if (!each.isEmpty() && !EMPTY.contains(each)) {
        words.add(SAME.getOrDefault(each, each));
      }
    }
    return words;
  }
}

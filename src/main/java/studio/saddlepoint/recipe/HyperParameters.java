package studio.saddlepoint.recipe;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.saddlepoint.core.Spelling;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.parameter.HyperParameter;
import studio.saddlepoint.recipe.parameter.RecordTree;

/** All hyper-parameters, in the order of the recipe's records. */
public final class HyperParameters {
  private static final Map<String, HyperParameter> BY_KEY = RecordTree.describe(Recipe.class);

  private HyperParameters() {}

  /** All hyper-parameters, in form order. */
  public static List<HyperParameter> all() {
    return List.copyOf(BY_KEY.values());
  }

  /**
   * The hyper-parameter of a key.
   *
   * @param key such as {@code method.criticSteps}
   * @throws StudioException if there is none; the message names the nearest key
   */
  public static HyperParameter of(String key) {
    return find(key)
        .orElseThrow(
            () ->
                new StudioException(
                    "Unknown hyper-parameter " + key + ": did you mean " + nearest(key) + "?"));
  }

  /** The hyper-parameter of a key that another version may have written; empty if unknown. */
  public static Optional<HyperParameter> find(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }

  /** All keys, in form order. */
  static Set<String> keys() {
    return BY_KEY.keySet();
  }

  /** The values that differ between two recipes: key to {old, new}, each as JSON writes it. */
  public static Map<String, List<String>> differences(Recipe before, Recipe after) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (HyperParameter each : BY_KEY.values()) {
      Object old = each.get(before);
      Object now = each.get(after);
      if (!old.equals(now)) {
        found.put(each.key(), List.of(each.format(old), each.format(now)));
      }
    }
    return found;
  }

  /**
   * The key that was probably meant.
   *
   * @param text an unknown key, or only the last names of one
   */
  static String nearest(String text) {
    return nearest(text, BY_KEY.keySet());
  }

  /** The nearest of some keys, where the last names of a key count as much as all of it. */
  public static String nearest(String text, Set<String> candidates) {
    return candidates.stream()
        .min(Comparator.comparingInt(each -> distanceToEnd(text, each)))
        .orElse("");
  }

  private static int distanceToEnd(String text, String key) {
    int best = Spelling.distance(text, key);
    for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
      best = Math.min(best, Spelling.distance(text, key.substring(dot + 1)));
    }
    return best;
  }
}

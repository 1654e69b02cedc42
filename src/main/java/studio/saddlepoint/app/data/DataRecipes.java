package studio.saddlepoint.app.data;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.data.DataSummary;
import studio.saddlepoint.recipe.DataSettings;
import studio.saddlepoint.recipe.OtherData;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;

/** Recipes for data sets that a person looks at. */
final class DataRecipes {
  /** Sizes of pictures to learn, the smallest first. */
  static final List<Integer> SIZES = List.of(32, 64, 128);

  /** No larger size is proposed: on a processor it takes days. */
  private static final int LARGEST_PROPOSED = 64;

  private static final String GREY = "strokes";

  private DataRecipes() {}

  /**
   * The recipes that fit a data set, put on it, in the order of the start page; those made for it
   * come as they are. Conditional ones only where there are classes, and only those whose networks
   * make pictures of the size.
   *
   * @param data names the data set
   * @param summary what is in it
   * @param size of the pictures to learn, for data that recipes are not made for
   */
  static List<Recipe> of(DataSettings data, DataSummary summary, int size) {
    boolean grey = summary.channels() == 1;
    Map<String, Recipe> byTitle = new LinkedHashMap<>();
    Recipes.embedded().stream()
        .filter(each -> !each.method().needsLabels() || !summary.classes().isEmpty())
        .filter(
            each ->
                each.data().source().equals(data.source())
                    || each.generator().architecture().fits(size))
        // Of two that are then called the same, the one made for as many colours.
        .sorted(Comparator.comparing(each -> each.data().source().equals(GREY) ? !grey : grey))
        .forEach(each -> byTitle.putIfAbsent(on(each, data).title(), each));
    List<Recipe> chosen = List.copyOf(byTitle.values());
    return Recipes.embedded().stream()
        .filter(chosen::contains)
        .map(each -> sized(each, on(each, data), size))
        .toList();
  }

  private static Recipe on(Recipe recipe, DataSettings data) {
    return OtherData.of(recipe, data.source()).with("data.folders", data.folders());
  }

  private static Recipe sized(Recipe embedded, Recipe recipe, int size) {
    return recipe.data().source().equals(embedded.data().source()) && size == embedded.data().size()
        ? embedded
        : recipe.with("data.size", size);
  }

  /**
   * The largest size, of those that a processor can do, that at least half of the images have; the
   * smallest where none has.
   */
  static int size(DataSummary summary) {
    int side = summary.usualSide();
    return SIZES.stream()
        .filter(size -> size <= LARGEST_PROPOSED && size <= side)
        .reduce(SIZES.get(0), Math::max);
  }
}

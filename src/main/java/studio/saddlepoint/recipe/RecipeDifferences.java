package studio.saddlepoint.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import studio.saddlepoint.recipe.parameter.HyperParameter;

/** The settings in which recipes differ, in form order; names and descriptions are none. */
public final class RecipeDifferences {
  private static final String SEED = "seed";

  private RecipeDifferences() {}

  /**
   * A setting that is not the same in all.
   *
   * @param parameter which
   * @param values of each recipe
   */
  public record Row(HyperParameter parameter, List<Value> values) {
    /** Copies the values. */
    public Row {
      values = List.copyOf(values);
    }
  }

  /**
   * A setting's value in one of the recipes.
   *
   * @param text as JSON writes it
   * @param used whether it has any effect there
   */
  public record Value(String text, boolean used) {}

  /** The settings of a recipe, taken out once so that it is compared with many others quickly. */
  public static final class Settings {
    private final List<Object> values = new ArrayList<>();
    private final List<Boolean> used = new ArrayList<>();

    /** Of a recipe. */
    public Settings(Recipe recipe) {
      Set<String> idle = UnusedSettings.idle(recipe);
      for (HyperParameter each : HyperParameters.all()) {
        if (counts(each)) {
          values.add(each.get(recipe));
          used.add(!idle.contains(each.key()));
        }
      }
    }

    /** Whether {@link #of} of both recipes has exactly one row. */
    public boolean differInOne(Settings other) {
      int found = 0;
      for (int i = 0; i < values.size() && found < 2; i++) {
        if ((used.get(i) || other.used.get(i)) && !values.get(i).equals(other.values.get(i))) {
          found++;
        }
      }
      return found == 1;
    }
  }

  private static boolean counts(HyperParameter each) {
    return !each.group().isEmpty() || each.key().equals(SEED);
  }

  /**
   * Compares recipes.
   *
   * @param recipes any number
   * @return settings whose values differ and that have an effect in one of the recipes at least
   */
  public static List<Row> of(List<Recipe> recipes) {
    List<Set<String>> idle = recipes.stream().map(UnusedSettings::idle).toList();
    List<Row> rows = new ArrayList<>();
    for (HyperParameter each : HyperParameters.all()) {
      if (!counts(each)) {
        continue;
      }
      List<Value> values = new ArrayList<>();
      for (int i = 0; i < recipes.size(); i++) {
        values.add(
            new Value(each.format(each.get(recipes.get(i))), !idle.get(i).contains(each.key())));
      }
      boolean differ = values.stream().map(Value::text).distinct().count() > 1;
      if (differ && values.stream().anyMatch(Value::used)) {
        rows.add(new Row(each, values));
      }
    }
    return rows;
  }
}

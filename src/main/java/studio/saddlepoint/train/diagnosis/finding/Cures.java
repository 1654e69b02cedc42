package studio.saddlepoint.train.diagnosis.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.RecipeCheck;
import studio.saddlepoint.recipe.parameter.HyperParameter;
import studio.saddlepoint.run.event.Remedy;

/** Collects remedies that a recipe allows and that change something of it. */
final class Cures {
  /** The keys of the learning rates. */
  static final String GENERATOR_RATE = "generator.optimizer.learningRate";

  static final String DISCRIMINATOR_RATE = "discriminator.optimizer.learningRate";
  static final String ENCODER_RATE = "encoder.optimizer.learningRate";

  private final Recipe recipe;
  private final List<Remedy> remedies = new ArrayList<>();

  private Cures(Recipe recipe) {
    this.recipe = recipe;
  }

  /** None yet. */
  static Cures of(Recipe recipe) {
    return new Cures(recipe);
  }

  /**
   * Adds one that sets hyper-parameters.
   *
   * @param text what to do
   * @param settings keys and values in turns, values as JSON writes them
   */
  Cures set(String text, String... settings) {
    Map<String, String> changes = new LinkedHashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      HyperParameter parameter = HyperParameters.of(settings[i]);
      if (!parameter.format(parameter.get(recipe)).equals(settings[i + 1])) {
        changes.put(settings[i], settings[i + 1]);
      }
    }
    if (!changes.isEmpty() && allows(changes)) {
      remedies.add(new Remedy(text, changes));
    }
    return this;
  }

  /**
   * Adds one that multiplies numbers by the same factor.
   *
   * @param text what to do
   */
  Cures times(double factor, String text, String... keys) {
    List<String> settings = new ArrayList<>();
    for (String key : keys) {
      HyperParameter parameter = HyperParameters.of(key);
      if (parameter.get(recipe) instanceof Number number) {
        settings.add(key);
        settings.add(parameter.format(parameter.inType(rounded(number.doubleValue() * factor))));
      }
    }
    return settings.isEmpty() ? this : set(text, settings.toArray(String[]::new));
  }

  /** Adds one that no recipe can tell. */
  Cures say(String text) {
    remedies.add(new Remedy(text, Map.of()));
    return this;
  }

  /** All of them, in the order in which they were added. */
  List<Remedy> list() {
    return List.copyOf(remedies);
  }

  private boolean allows(Map<String, String> changes) {
    try {
      Recipe changed = recipe.with(changes);
      List<String> before = RecipeCheck.warnings(recipe);
      return before.containsAll(RecipeCheck.warnings(changed));
    } catch (StudioException e) { // does not go with the rest of it
      return false;
    }
  }

  /** To three digits, as a person would write it. */
  private static double rounded(double value) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.3g", value));
  }
}

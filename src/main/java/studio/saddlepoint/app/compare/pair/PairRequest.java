package studio.saddlepoint.app.compare.pair;

import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.ParameterNames;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.parameter.HyperParameter;

/**
 * Two trainings that differ in one setting: the first as a recipe has it, the second with another
 * value. Both have the same seed, so what differs in them comes of the setting.
 *
 * @param base the recipe
 * @param key of the setting
 * @param value of the second, as JSON writes it
 * @param steps of both, as JSON writes them
 */
record PairRequest(Recipe base, String key, String value, String steps) {
  private static final String STEPS = "training.steps";

  /** Longest title that is given; a person may change it. */
  private static final int LONGEST = 100;

  /**
   * The recipe as it is.
   *
   * @throws StudioException if the steps are not allowed
   */
  Recipe first() {
    return key.equals(STEPS) ? base : base.with(STEPS, steps);
  }

  /**
   * The recipe with the difference, and a title that tells it.
   *
   * @throws StudioException if a value is not allowed, does not go with the others, or is the same
   */
  Recipe second() {
    HyperParameter parameter = HyperParameters.of(key);
    Recipe first = first();
    Recipe changed = first.with(key, value);
    if (parameter.get(changed).equals(parameter.get(first))) {
      throw new StudioException(Messages.text("compare.pair.same"));
    }
    String words =
        Messages.text(
            "compare.pair.title",
            base.title(),
            parameter.label(),
            ParameterNames.value(key, parameter.format(parameter.get(changed))));
    return changed.with("title", words.length() > LONGEST ? words.substring(0, LONGEST) : words);
  }

  /** Why it cannot be trained; empty where it can. */
  String problem() {
    try {
      first();
      second();
      return "";
    } catch (StudioException e) {
      return ParameterNames.put(String.valueOf(e.getMessage()));
    }
  }
}

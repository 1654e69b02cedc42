package studio.saddlepoint.train.plan;

import studio.saddlepoint.recipe.Recipe;

/**
 * A candidate on the data.
 *
 * @param candidate from the table
 * @param recipe what is trained, with its own number of steps
 */
public record PlanChoice(PlanCandidate candidate, Recipe recipe) {
  /** Why it may be the best choice. */
  public String why() {
    return candidate.why();
  }
}

package studio.saddlepoint.recipe;

import java.util.Map;
import studio.saddlepoint.recipe.method.GrowingSettings;

/** The recipe that a fine-tuning of a run begins with, unless a person says otherwise. */
public final class FineTunedRecipe {
  private FineTunedRecipe() {}

  /**
   * The run's own, whose networks do not grow again where they have grown: they begin with their
   * largest pictures, as in FreezeD's code (Mo et al. 2020).
   *
   * @param own what the run was started with
   * @param step steps made when its weights were kept
   */
  public static Recipe of(Recipe own, long step) {
    GrowingSettings growing = own.method().growing();
    long seen = StepCounts.NONE.then(own.inImages(), 0, step).imagesSeen();
    return growing.on() && seen >= growing.images(own.data().size())
        ? own.with(Map.of("method.growing.fadeImages", 0L, "method.growing.stableImages", 0L))
        : own;
  }
}

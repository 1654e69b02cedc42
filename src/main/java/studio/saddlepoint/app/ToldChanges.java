package studio.saddlepoint.app;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.parameter.HyperParameter;
import studio.saddlepoint.run.event.Event;

/**
 * The changes that a run's log tells of, made to its recipe. Another version may have written them:
 * what this one does not know is passed over and logged once.
 */
final class ToldChanges {
  private static final Logger LOG = Logger.getLogger(ToldChanges.class.getName());

  private final Set<Event.Changed> passedOver = new HashSet<>();

  /**
   * The recipe after all changes that are known and allowed. Its schedules are then those of the
   * training that it began with, in images.
   */
  Recipe applied(Recipe recipe, List<Event.Changed> changes) {
    Recipe changed = changes.isEmpty() ? recipe : recipe.inImages();
    for (Event.Changed each : changes) {
      changed = after(changed, each);
    }
    return changed;
  }

  private Recipe after(Recipe recipe, Event.Changed change) {
    Optional<HyperParameter> parameter = HyperParameters.find(change.key());
    if (parameter.isEmpty()) {
      passOver(change, "this version has no such hyper-parameter");
      return recipe;
    }
    try {
      return parameter.get().set(recipe, change.after());
    } catch (StudioException e) {
      passOver(change, String.valueOf(e.getMessage()));
      return recipe;
    }
  }

  private void passOver(Event.Changed change, String why) {
    if (passedOver.add(change)) {
      LOG.log(
          Level.WARNING,
          () ->
              String.format(
                  Locale.ENGLISH,
                  "Passing over the change of %s from %s to %s at step %,d: %s",
                  change.key(),
                  change.before(),
                  change.after(),
                  change.step(),
                  why));
    }
  }
}

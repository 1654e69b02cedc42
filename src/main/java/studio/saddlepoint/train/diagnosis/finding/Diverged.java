package studio.saddlepoint.train.diagnosis.finding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studio.saddlepoint.core.English;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.PlayerNames;
import studio.saddlepoint.run.event.Remedy;
import studio.saddlepoint.train.diagnosis.Diagnosis;
import studio.saddlepoint.train.diagnosis.Evidence;
import studio.saddlepoint.train.diagnosis.Finding;
import studio.saddlepoint.train.diagnosis.Severity;
import studio.saddlepoint.train.diagnosis.Sight;
import studio.saddlepoint.train.diagnosis.Trace;

/**
 * Numbers of the last steps that are none, or far out: the training has left what can be trained
 * on.
 */
public final class Diverged implements Diagnosis {
  /** Losses beyond this come from weights that have exploded, long before they overflow. */
  private static final double EXPLODED = 1e8;

  @Override
  public String kind() {
    return "diverged";
  }

  @Override
  public String label() {
    return "Divergence";
  }

  @Override
  public List<String> thresholds() {
    return List.of();
  }

  @Override
  public boolean atOnce() {
    return true;
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    for (Map.Entry<String, Trace> entry : new TreeMap<>(evidence.traces()).entrySet()) {
      for (double value : entry.getValue().recent()) {
        if (Double.isNaN(value) || Math.abs(value) > EXPLODED) {
          return Optional.of(finding(entry.getKey(), value, evidence));
        }
      }
    }
    return Optional.empty();
  }

  private static Finding finding(String key, double value, Evidence evidence) {
    return new Finding(
        Severity.ERROR,
        "The training has diverged.",
        English.of("%s is %s by step %,d.", key, English.value(value), evidence.step()),
        "Steps larger than the loss surface is smooth throw the weights so far out that nothing brings them back.",
        remedies(evidence.recipe()),
        Sight.NONE);
  }

  /** What helps against divergence. */
  public static List<Remedy> remedies(Recipe recipe) {
    return Cures.of(recipe)
        .say("Go back to the last good checkpoint.")
        .times(0.1, "Lower the learning rates to a tenth.", rates(recipe))
        .list();
  }

  /** The keys of the learning rates of a recipe's players. */
  static String[] rates(Recipe recipe) {
    PlayerNames players = recipe.method().kind().players();
    return players.names().stream()
        .map(each -> players.settings(each) + ".optimizer.learningRate")
        .distinct()
        .toArray(String[]::new);
  }
}

package studio.saddlepoint.train;

import ai.djl.ndarray.NDArray;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.model.Player;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.PlayerNames;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.train.diagnosis.finding.Diverged;
import studio.saddlepoint.train.step.StepReport;

/** Tells when a training has left the numbers that can be trained on. */
final class Divergence {
  /** Losses beyond this come from weights that have exploded, long before they overflow. */
  private static final double EXPLODED = 1e8;

  /** Weights of this size on average saturate every activation; trained ones stay below 1. */
  private static final double EXPLODED_WEIGHT = 100;

  private static final int WEIGHTS_EVERY = 10;

  private Divergence() {}

  /**
   * A finding if a network's weights have left all bounds: then its losses may look calm, since
   * nothing reaches them any more. Looks at every tenth step.
   */
  static Optional<Event.Found> ofWeights(TrainingState training) {
    if (training.step() % WEIGHTS_EVERY != 0) {
      return Optional.empty();
    }
    for (Player player : training.method().players()) {
      double size = size(player.weights());
      if (size >= EXPLODED_WEIGHT) {
        String what = "mean size of the " + player.name() + "'s weights";
        return Optional.of(finding(what, size, training));
      }
    }
    return Optional.empty();
  }

  /** Whether all players' weights are within bounds: only then are they worth keeping. */
  static boolean withinBounds(TrainingState training) {
    return training.method().players().stream()
        .allMatch(player -> size(player.weights()) < EXPLODED_WEIGHT);
  }

  /** Root mean square of the weights; infinite where they are not numbers. */
  private static double size(List<NDArray> weights) {
    long numbers = weights.stream().mapToLong(NDArray::size).sum();
    double norm =
        ArrayScopes.scoped(
            () -> Autograd.without(true, () -> (double) Ops.norm(weights).getFloat()));
    return Double.isNaN(norm) ? Double.POSITIVE_INFINITY : norm / Math.sqrt(numbers);
  }

  /** A finding if the step's numbers are not finite, or far out. */
  static Optional<Event.Found> of(StepReport report, TrainingState training) {
    for (Map.Entry<String, Double> entry : report.values().entrySet()) {
      double value = entry.getValue();
      if (Double.isNaN(value) || Math.abs(value) > EXPLODED) {
        return Optional.of(finding(entry.getKey(), value, training));
      }
    }
    return Optional.empty();
  }

  private static Event.Found finding(String key, double value, TrainingState training) {
    long step = training.step();
    Recipe recipe = training.now();
    boolean finite = Double.isFinite(value);
    return new Event.Found(
        Instant.now(),
        step,
        "diverged",
        "error",
        finite
            ? "The training has diverged."
            : "The training has diverged: its numbers are not finite any more.",
        String.format(
            Locale.ENGLISH,
            "%s is %.3g at step %,d, with learning rates %s.",
            key,
            value,
            step,
            learningRates(recipe.method().kind().players(), recipe)),
        "Steps larger than the loss surface is smooth throw the weights so far out that nothing brings them back.",
        "Go back to the last good checkpoint and lower the learning rates; 2e-4 is usual for Adam.",
        Diverged.remedies(recipe),
        "",
        false);
  }

  /** Such as {@code 0.0002 (generator) and 0.0004 (discriminator)}. */
  static String learningRates(PlayerNames players, Recipe recipe) {
    List<String> rates = new ArrayList<>();
    for (String player : players.names()) {
      HyperParameters.find(players.settings(player) + ".optimizer.learningRate")
          .map(rate -> String.format(Locale.ENGLISH, "%.3g (%s)", rate.get(recipe), player))
          .ifPresent(rates::add);
    }
    int last = rates.size() - 1;
    return last < 1
        ? String.join("", rates)
        : String.join(", ", rates.subList(0, last)) + " and " + rates.get(last);
  }
}

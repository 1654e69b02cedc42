package studio.saddlepoint.train.trial;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.branch.BranchPoint;

/**
 * What is tried: from a checkpoint, the run as it is against the run with other settings.
 *
 * @param from where both go on
 * @param other the recipe with the other settings
 * @param steps that each training makes from there
 * @param seeds how many trainings of each; 2 to {@link PairedDifference#MOST}
 * @param extractor whose features are compared; they must not train with the run
 * @param samples pictures that are measured
 */
public record TrialPlan(
    BranchPoint from, Recipe other, long steps, int seeds, ExtractorChoice extractor, int samples) {
  /**
   * Checks it.
   *
   * @throws StudioException if nothing is other, the numbers are out of range, or the other
   *     settings do not go with the checkpoint; names the field
   */
  public TrialPlan {
    if (from.changes(other).isEmpty()) {
      throw new StudioException(
          "Nothing is to be tried: both recipes are the same. Name another value, such as generator.optimizer.learningRate=1e-4.");
    }
    if (from.changes(other).containsKey("seed")
        || from.changes(other).containsKey("training.steps")) {
      throw new StudioException(
          "seed and training.steps are what a trial sets itself, for both sides alike: leave them out.");
    }
    if (seeds < 2 || seeds > PairedDifference.MOST || steps < 1 || samples < 10) {
      throw new StudioException(
          English.of(
              "A trial needs 2 to %d seeds, 1 step or more, and 10 pictures or more to measure: there are %d, %d and %d.",
              PairedDifference.MOST, seeds, steps, samples));
    }
    Optional<String> refusal = from.refusal(other);
    if (refusal.isPresent()) {
      throw new StudioException(refusal.get());
    }
  }

  /** What differs: each key with its value without and with the other settings. */
  public Map<String, List<String>> changes() {
    return from.changes(other);
  }

  /** The step at which both are measured. */
  public long end() {
    return from.checkpoint().step() + steps;
  }

  /** The seed of a pair, from 0; that of what comes after the checkpoint. */
  public long seed(int pair) {
    return from.recipe().seed() + 1 + pair;
  }

  /** What a side trains: its own evaluations are left out, they would only take time. */
  Recipe recipe(Side side, int pair) {
    Recipe recipe = side == Side.WITH ? other : from.recipe();
    return recipe
        .inImages()
        .with(Map.of("seed", seed(pair), "training.steps", end(), "training.evaluateEvery", 0L));
  }

  /** A name by which the same trial is found again after it was left off. */
  String name() {
    CRC32C sum = new CRC32C();
    String what = changes() + " " + steps + " " + from.recipe().seed();
    sum.update(what.getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "step-%010d-%08x", from.checkpoint().step(), sum.getValue());
  }

  /** The two that are compared. */
  public enum Side {
    /** The run as it is. */
    WITHOUT,
    /** With the other settings. */
    WITH;

    /** For a person. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

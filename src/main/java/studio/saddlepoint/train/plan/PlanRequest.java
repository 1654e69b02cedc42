package studio.saddlepoint.train.plan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.DataSummary;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.recipe.DataSettings;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.train.Throughput;
import studio.saddlepoint.train.ThroughputTrial;

/**
 * A question for a plan.
 *
 * @param data names the data set; its size plays no part
 * @param time how long to train
 * @param settings of the person's own, as texts by key
 * @param measuring how to learn the speed of this computer
 */
public record PlanRequest(
    DataSettings data, Duration time, Map<String, String> settings, Measuring measuring) {
  private static final double READ = 0.3;

  /** How the speed of this computer becomes known. */
  public enum Measuring {
    /** Not at all, and the engine is not started. */
    NEVER,
    /** Where it was measured before. */
    KNOWN,
    /** Measured where it was not before. */
    NEEDED,
    /** Measured again. */
    ANEW
  }

  /** Copies the settings, in their order. */
  public PlanRequest {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /**
   * Reads the data, plans, and learns how fast this computer is.
   *
   * @param caches the program's folder for caches
   * @param preferred puts a recipe on the device that the person prefers
   * @param progress told what is done; may cancel it
   * @throws studio.saddlepoint.core.StudioException if the data cannot be read, or not be learnt so
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public TrainingPlan answer(Path caches, UnaryOperator<Recipe> preferred, Progress progress) {
    DataSummary summary = DataSets.inspect(data, caches, progress.part(0, READ));
    TrainingPlan plan = new Planner().plan(PlannedData.of(data, summary), time, settings);
    if (measuring == Measuring.NEVER) {
      return plan;
    }
    Recipe recipe = preferred.apply(plan.first().recipe());
    ThroughputTrial trial = new ThroughputTrial(caches);
    Optional<Throughput> speed =
        measuring == Measuring.ANEW
            ? Optional.empty()
            : trial.known(recipe, shape(recipe, summary), summary.classes().size());
    if (speed.isEmpty() && measuring != Measuring.KNOWN) {
      DataSet set = DataSets.open(recipe.data(), Split.TRAIN, caches, progress.part(READ, 0.5));
      speed = Optional.of(trial.measure(recipe, set, progress.part(0.5, 1)));
    }
    return speed.map(plan::at).orElse(plan);
  }

  private static ImageShape shape(Recipe recipe, DataSummary summary) {
    return new ImageShape(summary.channels(), recipe.data().size(), recipe.data().size());
  }
}

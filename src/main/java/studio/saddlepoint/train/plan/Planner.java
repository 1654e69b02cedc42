package studio.saddlepoint.train.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.recipe.OtherData;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;

/**
 * Chooses what to train on some data in some time: the candidates of the table for such pictures,
 * such a time, and labels or none. It measures nothing.
 */
public final class Planner {
  private static final int LEAST_BATCH = 2;

  private final PlanTable table;
  private final PastScores scores;

  /** A planner by the tables that come with the program. */
  public Planner() {
    this(
        new PlanTable(PlanFile.embedded(PlanTable.FILE)),
        new PastScores(PlanFile.embedded(PastScores.FILE)));
  }

  Planner(PlanTable table, PastScores scores) {
    this.table = table;
    this.scores = scores;
  }

  /**
   * A plan, before it is known how fast this computer is.
   *
   * @param data what is learnt
   * @param time how long
   * @throws studio.saddlepoint.core.StudioException if a candidate cannot learn such data
   */
  public TrainingPlan plan(PlannedData data, Duration time) {
    return plan(data, time, Map.of());
  }

  /**
   * As {@link #plan(PlannedData, Duration)}, with settings of the person's own, such as remedies of
   * a plan's advice.
   *
   * @param settings as texts by key; they go before the candidates' own
   */
  public TrainingPlan plan(PlannedData data, Duration time, Map<String, String> settings) {
    List<PlanChoice> ranked = new ArrayList<>();
    for (PlanCandidate each : table.ranked(data.kind(), PlanTime.of(time), data.labelled())) {
      ranked.add(new PlanChoice(each, on(data, each, settings)));
    }
    return TrainingPlan.unmeasured(data, time, ranked, clusters(data), scores);
  }

  /** The recipe of a candidate on data, with batches that it can fill. */
  private static Recipe on(PlannedData data, PlanCandidate candidate, Map<String, String> more) {
    Recipe recipe = OtherData.of(Recipes.load(candidate.recipe()), data.settings().source());
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("data.size", data.settings().size());
    settings.put("data.mirror", data.settings().mirror());
    settings.put("data.folders", data.settings().folders());
    settings.putAll(candidate.settings());
    settings.putAll(more);
    Recipe made = recipe.with(settings);
    return made.largestBatch() <= data.images()
        ? made
        : made.with("training.batchSize", Math.max(LEAST_BATCH, data.images() / 2));
  }

  /** The recipe that makes classes of its own, where there are none and the program has one. */
  private Optional<Recipe> clusters(PlannedData data) {
    if (data.labelled()) {
      return Optional.empty();
    }
    List<Recipe> embedded = Recipes.embedded();
    return table.clusters().stream()
        .flatMap(name -> embedded.stream().filter(each -> each.name().equals(name)))
        .findFirst();
  }
}

package studio.saddlepoint.train.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.ShellLine;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.OtherData;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.recipe.parameter.HyperParameter;
import studio.saddlepoint.train.Throughput;

/**
 * What to train on some data in some time, and what to expect of it.
 *
 * @param data what is learnt
 * @param time how long
 * @param ranked the choices, the best first; at least one
 * @param clusters a recipe that makes classes of its own, where the data has none
 * @param budget what the time buys on this computer; empty until its speed is known
 * @param outlook what to expect then; until the speed is known, what was measured elsewhere
 * @param advice cautions
 */
public record TrainingPlan(
    PlannedData data,
    Duration time,
    List<PlanChoice> ranked,
    Optional<Recipe> clusters,
    Optional<Budget> budget,
    Outlook outlook,
    List<PlanAdvice> advice) {
  private static final String STEPS = "training.steps";

  /**
   * What the time buys.
   *
   * @param speed of the first choice on this computer
   * @param steps that fit
   * @param images real pictures that they draw
   */
  public record Budget(Throughput speed, long steps, long images) {}

  /** Copies the lists. */
  public TrainingPlan {
    ranked = List.copyOf(ranked);
    advice = List.copyOf(advice);
  }

  static TrainingPlan unmeasured(
      PlannedData data,
      Duration time,
      List<PlanChoice> ranked,
      Optional<Recipe> clusters,
      PastScores scores) {
    PlanChoice first = ranked.get(0);
    return new TrainingPlan(
        data,
        time,
        ranked,
        clusters,
        Optional.empty(),
        scores.past(first.candidate(), data.kind(), data.name()),
        new PlanCautions(data, first, clusters).all(Optional.empty(), time));
  }

  /**
   * This plan where the speed of its first choice is known.
   *
   * @param speed of it on this computer
   */
  public TrainingPlan at(Throughput speed) {
    return at(speed, new PastScores(PlanFile.embedded(PastScores.FILE)));
  }

  TrainingPlan at(Throughput speed, PastScores scores) {
    long steps = speed.steps(time);
    Budget bought = new Budget(speed, steps, speed.images(steps));
    PlanChoice first = ranked.get(0);
    return new TrainingPlan(
        data,
        time,
        ranked,
        clusters,
        Optional.of(bought),
        scores.outlook(first.candidate(), data.kind(), data.name(), bought.images()),
        new PlanCautions(data, first, clusters).all(Optional.of(bought), time));
  }

  /** The best choice. */
  public PlanChoice first() {
    return ranked.get(0);
  }

  /** What is trained: the best choice, with the steps that fit the time where they are known. */
  public Recipe recipe() {
    Recipe recipe = first().recipe();
    return budget.map(each -> recipe.with(STEPS, each.steps())).orElse(recipe);
  }

  /** What the time buys on this computer, in a sentence; empty where that is not known. */
  public Optional<String> expectation() {
    return budget.map(
        each ->
            English.of(
                "At %s pictures a second, as measured here, %s %s %s: %s pictures, each of the %,d some %s times.",
                rounded(each.speed().imagesPerSecond()),
                words(time),
                time.compareTo(Duration.ofMinutes(1)) == 0 ? "is" : "are",
                English.count(each.steps(), "step"),
                English.brief(each.images()),
                data.images(),
                rounded((double) each.images() / Math.max(1, data.images()))));
  }

  /**
   * The command that trains it.
   *
   * @param source the data as the person named it
   */
  public ShellLine command(String source) {
    List<String> words =
        new ArrayList<>(List.of("saddlepoint", "train", first().candidate().recipe()));
    words.addAll(List.of("--data", source));
    if (budget.isPresent()) {
      words.addAll(List.of("--steps", Long.toString(budget.get().steps())));
    } else {
      words.addAll(List.of("--minutes", minutes()));
    }
    settings().forEach((key, value) -> words.addAll(List.of("--set", key + "=" + value)));
    return new ShellLine(words);
  }

  /** What the first choice sets other than its recipe, by key, but for the data set itself. */
  public Map<String, String> settings() {
    Recipe planned = first().recipe();
    Recipe plain =
        OtherData.of(Recipes.load(first().candidate().recipe()), planned.data().source());
    Map<String, String> changed = new LinkedHashMap<>();
    for (HyperParameter each : HyperParameters.all()) {
      String value = each.format(each.get(planned));
      if (!value.equals(each.format(each.get(plain)))) {
        changed.put(each.key(), value);
      }
    }
    return changed;
  }

  private String minutes() {
    double minutes = time.toNanos() / 60e9;
    return minutes == Math.rint(minutes) ? Long.toString((long) minutes) : Double.toString(minutes);
  }

  /** A time as a person says it. */
  static String words(Duration time) {
    double minutes = time.toNanos() / 60e9;
    if (minutes < 1) {
      return English.of("%.0f seconds", Math.max(1, minutes * 60));
    }
    if (minutes < 120) {
      return English.count(Math.round(minutes), "minute");
    }
    double hours = minutes / 60;
    return hours == Math.rint(hours)
        ? English.count((long) hours, "hour")
        : rounded(hours) + " hours";
  }

  private static String rounded(double number) {
    return number >= 10 ? English.of("%,.0f", number) : English.of("%.2g", number);
  }
}

package studio.saddlepoint.app.train;

import java.util.List;
import java.util.Optional;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.recipe.parameter.Choice;

/**
 * The curves and words of a chart.
 *
 * @param id stable name; {@code chart.ID} is its title's key, {@code chart.ID.tip} its explanation,
 *     {@code chart.ID.tip.LOSS} that for a loss
 * @param lines its quantities
 * @param canBeLog whether a logarithmic axis makes sense
 * @param floor the axis begins here; NaN where it follows the data
 * @param ceiling the axis ends here; NaN where it follows the data
 */
record ChartSpec(String id, List<Line> lines, boolean canBeLog, double floor, double ceiling) {
  /**
   * A quantity.
   *
   * @param key of its series
   * @param label the key of its name
   * @param colour style class of its colour
   */
  record Line(String key, String label, String colour) {}

  /**
   * Its explanation, in the words of a loss where that makes a difference.
   *
   * @param objective loss or method of the run that is shown; empty where there is none
   */
  String tip(Optional<Choice> objective) {
    String general = "chart." + id + ".tip";
    return objective
        .map(each -> general + "." + each.id())
        .filter(Messages::has)
        .map(Messages::text)
        .orElseGet(() -> Messages.text(general));
  }

  /** All charts of the Train page. */
  static List<ChartSpec> all() {
    double free = Double.NaN;
    return List.of(
        new ChartSpec(
            "loss",
            List.of(
                new Line("loss.generator", "line.generator", "series-a"),
                new Line("loss.discriminator", "line.discriminator", "series-b"),
                new Line("penalty", "line.penalty", "series-c")),
            true,
            free,
            free),
        new ChartSpec(
            "judgement",
            List.of(
                new Line("d.real", "line.real", "series-c"),
                new Line("d.fake", "line.fake", "series-d")),
            false,
            0,
            1),
        new ChartSpec(
            "output",
            List.of(
                new Line("output.real", "line.real", "series-c"),
                new Line("output.fake", "line.fake", "series-d")),
            false,
            free,
            free),
        new ChartSpec(
            "critic",
            List.of(
                new Line("critic.real", "line.real", "series-c"),
                new Line("critic.fake", "line.fake", "series-d")),
            false,
            free,
            free),
        new ChartSpec(
            "terms",
            List.of(
                new Line("penalty.r1", "line.r1", "series-a"),
                new Line("penalty.r2", "line.r2", "series-b"),
                new Line("penalty.dragan", "line.dragan", "series-c"),
                new Line("penalty.zeroCentered", "line.zeroCentered", "series-d"),
                new Line("penalty.lecam", "line.lecam", "series-e"),
                new Line("penalty.consistency", "line.consistency", "series-f"),
                new Line("penalty.featureMatching", "line.featureMatching", "series-a"),
                new Line("penalty.historicalAveraging", "line.historicalAveraging", "series-b"),
                new Line(
                    "penalty.historicalAveraging.generator",
                    "line.historicalAveragingG",
                    "series-e"),
                new Line("loss.class", "line.class", "series-c"),
                new Line("loss.class.generator", "line.classG", "series-d")),
            true,
            free,
            free),
        new ChartSpec(
            "balance",
            List.of(
                new Line("began.k", "line.beganK", "series-a"),
                new Line("began.convergence", "line.beganConvergence", "series-b"),
                new Line("began.rate", "line.beganRate", "series-d"),
                new Line("augment.probability", "line.augment", "series-c")),
            false,
            0,
            free),
        new ChartSpec(
            "gradient",
            List.of(
                new Line("gradient.generator", "line.generator", "series-a"),
                new Line("gradient.discriminator", "line.discriminator", "series-b")),
            true,
            free,
            free),
        new ChartSpec(
            "speed",
            List.of(new Line("speed.imagesPerSecond", "line.speed", "series-e")),
            false,
            0,
            free),
        new ChartSpec(
            "fid", List.of(new Line("score.fid", "line.fid", "series-f")), true, 0, free));
  }
}

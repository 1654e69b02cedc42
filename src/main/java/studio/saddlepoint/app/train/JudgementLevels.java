package studio.saddlepoint.app.train;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.chart.ChartRequest;
import studio.saddlepoint.app.chart.ValueFormat;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.Loss;
import studio.saddlepoint.train.loss.AdversarialLoss.Meaning;
import studio.saddlepoint.train.loss.Losses;
import studio.saddlepoint.train.loss.OutputTargets;

/** The horizontal lines of the charts of the discriminator's outputs. */
final class JudgementLevels {
  private JudgementLevels() {}

  /**
   * What the outputs of a chart are to be compared with.
   *
   * @param chart a chart's id; of other charts there is nothing
   */
  static List<ChartRequest.Level> of(String chart, Recipe recipe) {
    boolean probabilities = Losses.of(recipe.method().loss()).meaning() == Meaning.PROBABILITY;
    // Earlier versions told probabilities of all losses but the critic's.
    if (!chart.equals(probabilities ? "judgement" : "output")) {
      return List.of();
    }
    OutputTargets targets = OutputTargets.of(recipe.method());
    String end = recipe.method().loss().judgement() == Loss.Judgement.MARGINS ? ".margin" : "";
    List<ChartRequest.Level> levels = new ArrayList<>();
    boolean atEnds =
        probabilities
            && targets.real().equals(OptionalDouble.of(1))
            && targets.fake().equals(OptionalDouble.of(0));
    if (!atEnds) {
      add(levels, "chart.level.real" + end, targets.real());
      add(levels, "chart.level.fake" + end, targets.fake());
    }
    add(levels, "chart.level.draw", targets.draw());
    return List.copyOf(levels);
  }

  private static void add(List<ChartRequest.Level> levels, String key, OptionalDouble value) {
    if (value.isPresent()) {
      double at = value.getAsDouble();
      levels.add(new ChartRequest.Level(at, Messages.text(key, new ValueFormat().format(at))));
    }
  }
}

package studio.saddlepoint.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.chart.spec.ChartSpec;
import studio.saddlepoint.app.chart.spec.TrainCharts;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.Loss;

class JudgementLevelsTest {
  private static Map<String, Double> levels(String chart, Recipe recipe) {
    Map<String, Double> found = new LinkedHashMap<>();
    JudgementLevels.of(chart, recipe).forEach(each -> found.put(each.label(), each.value()));
    return found;
  }

  private static Recipe of(Loss loss) {
    return Recipe.defaults().with("method.loss", loss.id());
  }

  @Test
  void probabilitiesHaveTheirDrawAndTargetsOnlyWhereSmoothed() {
    Recipe plain = of(Loss.NON_SATURATING);
    assertEquals(Map.of("draw 0.5", 0.5), levels("judgement", plain));
    assertEquals(
        Map.of("real target 0.9", 0.9, "fake target 0", 0.0, "draw 0.45", 0.45),
        levels("judgement", plain.with("method.realTarget", 0.9)));
    assertEquals(Map.of(), levels("output", plain));
    assertEquals(
        Map.of("real target 0.9", 0.9, "fake target 0", 0.0, "draw 0.5", 0.5),
        levels("judgement", of(Loss.RELATIVISTIC_AVERAGE).with("method.realTarget", 0.9)));
    assertEquals(
        Map.of("draw 0.5", 0.5),
        levels("judgement", of(Loss.RELATIVISTIC_PAIRED).with("method.realTarget", 0.9)));
  }

  @Test
  void outputsHaveTheTargetsOfTheirLoss() {
    assertEquals(
        Map.of("real target 1", 1.0, "fake target 0", 0.0, "draw 0.5", 0.5),
        levels("output", of(Loss.LEAST_SQUARES)));
    assertEquals(
        Map.of("real target 0.8", 0.8, "fake target -1", -1.0, "draw -0.1", -0.1),
        rounded(levels("output", of(Loss.LEAST_SQUARES_PEARSON).with("method.realTarget", 0.9))));
    assertEquals(
        Map.of("real margin 1", 1.0, "fake margin -1", -1.0), levels("output", of(Loss.HINGE)));
    assertEquals(Map.of(), levels("judgement", of(Loss.HINGE)));
    assertEquals(Map.of(), levels("critic", of(Loss.WASSERSTEIN)));
  }

  @Test
  void softAndNoisyLabelsCountByTheirMean() {
    Recipe soft =
        of(Loss.LEAST_SQUARES)
            .with("method.labels.realLow", 0.7)
            .with("method.labels.realHigh", 1.1)
            .with("method.labels.fakeHigh", 0.2)
            .with("method.labels.flip", 0.25);
    assertEquals(
        Map.of("real target 0.7", 0.7, "fake target 0.3", 0.3, "draw 0.5", 0.5),
        rounded(levels("output", soft)));
  }

  private static Map<String, Double> rounded(Map<String, Double> levels) {
    Map<String, Double> rounded = new LinkedHashMap<>();
    levels.forEach((label, value) -> rounded.put(label, Math.round(1e9 * value) / 1e9));
    return rounded;
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void everyLossHasItsOwnWordsOnLosses(Loss loss) {
    ChartSpec spec = TrainCharts.ALL.get(0);
    assertEquals(Messages.text("chart.loss.tip." + loss.id()), spec.tip(Optional.of(loss)));
    assertEquals(Messages.text("chart.loss.tip"), spec.tip(Optional.empty()));
  }

  @Test
  void onlyProbabilitiesAreCalledSo() {
    for (ChartSpec spec : TrainCharts.ALL) {
      String tip = spec.tip(Optional.of(Loss.HINGE));
      if (spec.id().equals("output")) {
        assertTrue(tip.contains("no probability"));
      } else if (spec.id().equals("critic")) {
        assertFalse(tip.contains("probab"));
      }
    }
  }
}

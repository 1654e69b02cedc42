package studio.saddlepoint.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.method.Loss;
import studio.saddlepoint.recipe.network.Normalization;
import studio.saddlepoint.recipe.parameter.HyperParameter;

class HyperParametersTest {
  private static final String RATE = "generator.optimizer.learningRate";

  static List<HyperParameter> all() {
    return HyperParameters.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void eachIsDescribedAndItsDefaultIsAllowed(HyperParameter each) {
    assertFalse(each.label().isBlank(), each.key());
    assertTrue(each.help().endsWith(".") || each.help().endsWith("..."), each.help());
    Object value = each.parse(each.description().value());
    assertEquals(value, each.get(Recipe.defaults()), each.key());
    assertEquals(value, each.parse(each.format(value)), each.key());
    assertEquals(Recipe.defaults(), each.set(Recipe.defaults(), value));
    assertTrue(!each.live() || each.numeric(), each.key() + " is live, so it is a number");
  }

  @Test
  void theUsualOnesMayChangeWhileTraining() {
    Set<String> live =
        all().stream()
            .filter(HyperParameter::live)
            .map(HyperParameter::key)
            .collect(Collectors.toSet());
    assertTrue(
        live.containsAll(
            Set.of(
                RATE,
                "discriminator.optimizer.learningRate",
                "method.criticSteps",
                "method.realTarget",
                "method.instanceNoise",
                "generator.emaDecay")));
    for (String fixed : List.of("seed", "data.source", "generator.width", "method.loss")) {
      assertFalse(live.contains(fixed), fixed);
    }
  }

  @Test
  void changingOneLeavesTheOthers() {
    Recipe before = Recipe.defaults();
    Recipe after = before.with(RATE, 1e-3).with("method.loss", "hinge");
    assertEquals(
        Map.of(RATE, List.of("2e-4", "0.001"), "method.loss", List.of("non-saturating", "hinge")),
        HyperParameters.differences(before, after));
    assertEquals(before, after.with(RATE, "2e-4").with("method.loss", Loss.NON_SATURATING));
    assertTrue(HyperParameters.differences(before, Recipe.defaults()).isEmpty());
  }

  @Test
  void numbersOfAnyTypeAreTakenWhereTheyFit() {
    Recipe recipe =
        Recipe.defaults()
            .with("training.steps", 500)
            .with("training.batchSize", 32.0)
            .with("generator.width", 16L)
            .with(RATE, 1);
    assertEquals(500, recipe.training().steps());
    assertEquals(32, recipe.training().batchSize());
    assertEquals(16, recipe.generator().width());
    assertEquals(1.0, recipe.generator().optimizer().learningRate());
  }

  @Test
  void valuesOfAnotherTypeAreRefusedByName() {
    for (Object wrong : List.of(true, Loss.HINGE, List.of(), Double.NaN, -1, "fast", "")) {
      StudioException refused =
          assertThrows(StudioException.class, () -> Recipe.defaults().with(RATE, wrong));
      assertTrue(refused.getMessage().startsWith(RATE + " is "), refused.getMessage());
    }
    for (Object wrong : List.of(1.5, 1e12, Normalization.NONE)) {
      assertThrows(
          StudioException.class, () -> Recipe.defaults().with("training.batchSize", wrong));
    }
    for (String key : List.of("method.loss", "data.mirror", "name")) {
      assertThrows(StudioException.class, () -> Recipe.defaults().with(key, 1));
    }
  }

  @Test
  void minusZeroIsZero() {
    Recipe recipe = Recipe.defaults().with("method.instanceNoise", -0.0);
    assertTrue(HyperParameters.differences(Recipe.defaults(), recipe).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 2e-4, 1e-5, 1.5e-7, 0.1 + 0.2, 1e6, 1e9, 123456789.125})
  void aFormattedNumberIsReadBackExactly(double value) {
    HyperParameter rate = HyperParameters.of(RATE);
    assertEquals(value, rate.parse(rate.format(value)));
  }

  @Test
  void unknownKeyIsRefusedWithASuggestion() {
    assertEquals(
        "Unknown hyper-parameter learningRate: did you mean " + RATE + "?",
        assertThrows(StudioException.class, () -> HyperParameters.of("learningRate")).getMessage());
    assertTrue(
        assertThrows(StudioException.class, () -> HyperParameters.of("method.criticstep"))
            .getMessage()
            .contains("method.criticSteps"));
  }
}

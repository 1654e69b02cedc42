package studio.saddlepoint.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.parameter.HyperParameter;
import studio.saddlepoint.recipe.parameter.Schedule;

/** Every live number of a recipe may be a curve over the images seen. */
class RecipeSchedulesTest {
  private static final String RATE = "generator.optimizer.learningRate";

  private static double rate(Recipe recipe) {
    return recipe.generator().optimizer().learningRate();
  }

  @Test
  void aNumberWithAScheduleHasItsValueOfTheMoment() {
    Recipe recipe =
        Recipe.defaults()
            .with(RATE, "linear(0.001..0, 1000)")
            .with("method.criticSteps", "linear(1..5, 400)");
    assertEquals(0.001, rate(recipe));
    assertEquals(0.00075, rate(recipe.at(250)), 1e-18);
    assertEquals(0, rate(recipe.at(1_000_000)));
    assertEquals(1, recipe.at(49).method().criticSteps());
    assertEquals(2, recipe.at(50).method().criticSteps());
    assertEquals(5, recipe.at(400).method().criticSteps());
    assertTrue(recipe.at(250).schedules().isEmpty());
  }

  @Test
  void everyLiveNumberMayHaveOneAndNothingElse() {
    int found = 0;
    for (HyperParameter each : HyperParameters.all()) {
      boolean number = each.type() == int.class || each.type() == double.class;
      assertEquals(each.live() && number, each.schedulable(), each.key());
      found += each.schedulable() ? 1 : 0;
    }
    assertTrue(found > 40, "only " + found);
    for (String key : List.of("generator.width", "generator.optimizer.beta1", "training.steps")) {
      StudioException e =
          assertThrows(
              StudioException.class, () -> Recipe.defaults().with(key, "linear(8..4, 50%)"));
      assertTrue(String.valueOf(e.getMessage()).startsWith(key + " is linear"), e.getMessage());
    }
  }

  @Test
  void jsonHoldsThemBesideTheFirstValue() {
    Recipe recipe =
        Recipe.defaults()
            .with(RATE, "linear(0..0.001, 5%) then cosine(0.001..0, 95%)")
            .with("training.batchSize", "linear(16..64, 20000)");
    String json = RecipeJson.write(recipe);
    assertTrue(json.startsWith("{\n  \"format\": 2,\n"), json);
    assertTrue(
        json.contains(
            "  \"schedules\": {\n    \""
                + RATE
                + "\": \"linear(0..0.001, 5%) then cosine(0.001..0, 95%)\",\n"
                + "    \"training.batchSize\": \"linear(16..64, 20000)\"\n  }\n"),
        json);
    assertEquals(recipe, RecipeJson.read(json, "written"));
    assertEquals(json, RecipeJson.write(RecipeJson.read(json, "written")));
    assertFalse(RecipeJson.write(Recipe.defaults()).contains("schedules"));
  }

  @Test
  void aPlainValueTakesTheScheduleAway() {
    Recipe recipe = Recipe.defaults().with(RATE, "linear(0.001..0, 1000)");
    assertEquals(
        Map.of(RATE, List.of("2e-4", "linear(0.001..0, 1000)")),
        HyperParameters.differences(Recipe.defaults(), recipe));
    assertEquals(Recipe.defaults(), recipe.with(RATE, 2e-4));
    assertEquals(Recipe.defaults(), recipe.with(Map.of(RATE, "2e-4")));
    assertEquals(recipe, Recipe.defaults().with(Map.of(RATE, "linear(0.001..0, 1000)")));
    assertEquals(recipe.with("seed", 2L), recipe.with(Map.of("seed", 2L)), "others stay");
  }

  @Test
  void sharesAreOfTheImagesThatAllStepsSee() {
    Recipe recipe =
        Recipe.defaults()
            .with("training.steps", 100)
            .with("training.batchSize", 10)
            .with("method.criticSteps", 3)
            .with(RATE, "constant(0.001, 10%) then linear(0.001..0, 50%)");
    Recipe begun = recipe.inImages();
    assertEquals(
        "constant(0.001, 300) then linear(0.001..0, 1500)",
        begun.schedules().of(RATE).orElseThrow().toString());
    assertEquals(0.0005, rate(recipe.at(300 + 750)), 1e-18);
    assertEquals(begun.schedules(), begun.with("training.steps", 999).inImages().schedules());
  }

  @Test
  void imagesAreCountedWhereTheirNumberFollowsASchedule() {
    Recipe recipe =
        Recipe.defaults()
            .with("training.batchSize", "linear(10..20, 200)")
            .with("method.criticSteps", "constant(2, 50) then constant(1, 1)")
            .with("method.generatorEvery", 2);
    long images = 0;
    long moves = 0;
    for (int step = 0; step < 40; step++) {
      assertEquals(new StepCounts(step / 2, moves, images), StepCounts.NONE.then(recipe, 0, step));
      Recipe now = recipe.at(images);
      moves += now.method().criticSteps();
      images += (long) now.method().criticSteps() * now.training().batchSize();
    }
    StepCounts half = StepCounts.NONE.then(recipe, 0, 7);
    assertEquals(StepCounts.NONE.then(recipe, 0, 30), half.then(recipe, 7, 30));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "generator.optimizer.learningRate | linear(0.001..-1, 50%) | generator.optimizer.learningRate is -1: it must be between 0",
        "method.realTarget | cosine(0.9..2, 50%) | method.realTarget is 2: it must be between 0.5 and 1.2",
        "method.criticSteps | linear(1..2.5, 500) | method.criticSteps is 2.5: it must be a whole number",
        "method.criticSteps | linear(1..5, 50%) | method.criticSteps is linear(1..5, 50%): it decides how many images",
        "generator.optimizer.learningRate | linear(0.001..0) | generator.optimizer.learningRate is linear(0.001..0): it must be a number, or pieces",
        "method.gradientPenalty | linear(0..10, 500) | discriminator.normalization is batch while method.gradientPenalty is",
        "method.labels.realLow | linear(0.5..1.5, 500) | method.labels.realLow is above",
      })
  void whatCannotBeAtSomeMomentIsRefusedFromTheBeginning(String key, String text, String said) {
    StudioException e =
        assertThrows(StudioException.class, () -> Recipe.defaults().with(key, text));
    assertTrue(String.valueOf(e.getMessage()).startsWith(said), e.getMessage());
  }

  @Test
  void aScheduleThatLeavesNothingHasItsEffect() {
    Recipe none = Recipe.defaults().with("method.r1.every", 16);
    assertTrue(RecipeCheck.warnings(none).toString().contains("method.r1.every has no effect"));
    Recipe plain = Recipe.defaults().with("discriminator.normalization", "none");
    Recipe later = plain.with("method.r1.weight", "linear(0..1, 100)").with("method.r1.every", 16);
    assertEquals(List.of(), RecipeCheck.warnings(later));
    assertFalse(plain.with("generator.emaDecay", 0).averages());
    assertTrue(plain.with("generator.emaDecay", "cosine(0..0.999, 50%)").averages());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"schedules\": []} | schedules must be an object",
        "{\"schedules\": {\"generator.optimizer.learningRat\": \"linear(1..0, 1)\"}} | did you mean schedules.generator.optimizer.learningRate",
        "{\"schedules\": {\"seed\": \"linear(1..0, 1)\"}} | schedules.seed: only numbers",
        "{\"schedules\": {\"generator.optimizer.learningRate\": 0.1}} | it must be a text in quotes",
        "{\"schedules\": {\"generator.optimizer.learningRate\": \"0.1\"}} | it must have pieces",
        "{\"format\": 3} | format is 3: this version of Saddlepoint reads recipes up to format 2",
        "{\"format\": \"new\"} | format is \"new\"",
        "{\"format\": 2, \"generator\": {\"optimizer\": {\"schedule\": \"linear\"}}} | unknown key generator.optimizer.schedule",
      })
  void badJsonIsToldByItsKey(String json, String said) {
    StudioException e = assertThrows(StudioException.class, () -> RecipeJson.read(json, "recipe"));
    assertTrue(String.valueOf(e.getMessage()).contains(said), e.getMessage());
  }

  @Test
  void aLaterFormatOfARunIsPassedOver() {
    List<List<String>> passedOver = new java.util.ArrayList<>();
    RecipeJson.readKept(
        "{\"format\": 3, \"schedules\": {\"no.such\": 1}}", "recipe", passedOver::add);
    assertEquals(List.of(List.of("format", "schedules.no.such")), passedOver);
  }

  @Test
  void aLiveValueOfAScheduleIsReadAsText() {
    HyperParameter parameter = HyperParameters.of(RATE);
    Object value = parameter.parse("cosine(1e-3..0, 5000)");
    assertEquals(Schedule.parse("cosine(0.001..0, 5000)"), value);
    assertEquals("cosine(0.001..0, 5000)", parameter.format(value));
  }
}

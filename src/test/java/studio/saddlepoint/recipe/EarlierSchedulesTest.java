package studio.saddlepoint.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.StudioException;

/** Format 1 had settings of their own for what falls; they are schedules now. */
class EarlierSchedulesTest {
  private static final int BATCH = 32;
  private static final int CRITIC = 2;
  private static final int STEPS = 700;

  private static Recipe read(String optimizer, String method) {
    return RecipeJson.read(
        "{\"generator\": {\"optimizer\": {\"learningRate\": 3e-4"
            + optimizer
            + "}}, \"method\": {\"criticSteps\": "
            + CRITIC
            + method
            + "}, \"training\": {\"batchSize\": "
            + BATCH
            + ", \"steps\": "
            + STEPS
            + "}}",
        "recipe of format 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"constant", "linear", "cosine"})
  void aLearningRateFallsAsItDid(String shape) {
    Recipe recipe = read(", \"schedule\": \"" + shape + "\"", "").inImages();
    for (int step = 0; step <= STEPS + 50; step++) {
      double progress = Math.min(1, (double) step / STEPS);
      double factor =
          switch (shape) {
            case "linear" -> 1 - progress;
            case "cosine" -> (1 + Math.cos(Math.PI * progress)) / 2;
            default -> 1;
          };
      double is = recipe.at((long) step * CRITIC * BATCH).generator().optimizer().learningRate();
      assertEquals(3e-4 * factor, is, Math.ulp(3e-4), "step " + step);
    }
  }

  @Test
  void instanceNoiseFallsToNothingByItsStep() {
    Recipe recipe = read("", ", \"instanceNoise\": 0.1, \"instanceNoiseSteps\": 400");
    for (int step = 0; step <= STEPS; step++) {
      double was = 0.1 * Math.max(0, 1 - step / 400.0);
      double is = recipe.at((long) step * CRITIC * BATCH).method().instanceNoise();
      assertEquals(was, is, Math.ulp(0.1), "step " + step);
    }
    assertTrue(read("", ", \"instanceNoise\": 0.1").schedules().isEmpty(), "0 steps kept it");
    assertTrue(read("", ", \"instanceNoiseSteps\": 9").schedules().isEmpty(), "of no noise");
  }

  @ParameterizedTest
  @CsvSource({"', \"steps\": 300', 300", "'', 2000"})
  void theShareOfTopKFallsFromAllToItsEnd(String said, int steps) {
    Recipe recipe = read("", ", \"topK\": {\"share\": 0.5" + said + "}");
    for (int step = 0; step <= steps + 10; step += 7) {
      double was = 1 - (1 - 0.5) * Math.min(1, (double) step / steps);
      double is = recipe.at((long) step * CRITIC * BATCH).method().topK().share();
      assertEquals(was, is, Math.ulp(1.0), "step " + step);
    }
    Recipe at = read("", ", \"topK\": {\"share\": 0.5, \"steps\": 0}");
    assertEquals(0.5, at.method().topK().share());
    assertTrue(at.schedules().isEmpty());
  }

  @Test
  void aRecipeOfNowIsNotMistakenForOne() {
    String json = "{\"format\": 2, \"method\": {\"topK\": {\"share\": 0.5}}}";
    Recipe recipe = RecipeJson.read(json, "now");
    assertTrue(recipe.schedules().isEmpty());
    assertEquals(recipe, RecipeJson.read(RecipeJson.write(recipe), "again"));
  }

  @ParameterizedTest
  @CsvSource({
    "', \"schedule\": \"stairs\"', '', generator.optimizer.schedule is \"stairs\"",
    "', \"schedule\": 3', '', generator.optimizer.schedule is 3",
    "'', ', \"instanceNoiseSteps\": -1', method.instanceNoiseSteps is -1: it must be at least 0",
    "'', ', \"instanceNoiseSteps\": \"x\"', method.instanceNoiseSteps is \"x\": it must be a whole",
  })
  void whatWasRefusedStillIs(String optimizer, String method, String said) {
    StudioException e = assertThrows(StudioException.class, () -> read(optimizer, method));
    assertTrue(String.valueOf(e.getMessage()).contains(said), e.getMessage());
  }

  @Test
  void whoSetsOneIsToldWhatToWrite() {
    for (String key :
        new String[] {
          "generator.optimizer.schedule", "method.instanceNoiseSteps", "method.topK.steps"
        }) {
      assertTrue(EarlierSettings.gone(key).orElseThrow().startsWith(key + " is no setting"));
    }
    assertTrue(EarlierSettings.gone("method.loss").isEmpty());
  }
}

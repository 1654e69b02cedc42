package studio.saddlepoint.recipe;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.method.Loss;
import studio.saddlepoint.recipe.method.MethodKind;
import studio.saddlepoint.recipe.parameter.HyperParameter;

class RecipeJsonTest {
  private static String refusal(String json) {
    return assertThrows(StudioException.class, () -> RecipeJson.read(json, "my.json")).getMessage();
  }

  @Test
  void beganWasALossOnceAndIsAMethodNow() {
    Recipe read =
        RecipeJson.read("{\"method\":{\"loss\":\"began\",\"began\":{\"gamma\":0.7}}}", "old.json");
    assertEquals(MethodKind.BEGAN, read.method().kind());
    assertEquals(0.7, read.method().began().gamma());
    assertEquals(read, RecipeJson.read(RecipeJson.write(read), "new.json"));
    assertEquals(Map.entry("method.kind", "began"), EarlierSettings.now("method.loss", "began"));
    assertEquals(Map.entry("method.loss", "hinge"), EarlierSettings.now("method.loss", "hinge"));
  }

  @Test
  void defaultsComeBackUnchanged() {
    Recipe recipe = Recipe.defaults();
    assertEquals(recipe, RecipeJson.read(RecipeJson.write(recipe), "text"));
  }

  @Test
  void anyAllowedValuesComeBackUnchanged() {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      Recipe recipe =
          Recipe.defaults()
              .with("title", " Quotes \" and \n breaks, \u00e9\u4e16 " + i + " ")
              .with("seed", (long) (random.nextDouble() * 9e15))
              .with("data.source", "/data/my pictures \\ " + i)
              .with("method.loss", Loss.values()[random.nextInt(5)])
              .with("generator.optimizer.learningRate", Math.pow(10, random.nextDouble() * 17 - 8))
              .with("generator.emaDecay", random.nextDouble() * 0.9999)
              .with("data.mirror", random.nextBoolean());
      assertEquals(recipe, RecipeJson.read(RecipeJson.write(recipe), "text"));
    }
  }

  @Test
  void everyHyperParameterIsWritten() {
    JsonObject root = JsonParser.parseString(RecipeJson.write(Recipe.defaults())).getAsJsonObject();
    for (HyperParameter each : HyperParameters.all()) {
      JsonObject at = root;
      String[] path = each.key().split("\\.");
      for (int i = 0; i < path.length - 1; i++) {
        at = at.getAsJsonObject(path[i]);
      }
      assertTrue(at.has(path[path.length - 1]), each.key());
    }
  }

  @Test
  void whatIsLeftOutHasItsDefault() {
    assertEquals(Recipe.defaults(), RecipeJson.read("{}", "text"));
    Recipe recipe = RecipeJson.read("{\"generator\":{\"width\":16}}", "text");
    assertEquals(Recipe.defaults().with("generator.width", 16), recipe);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"sead\":1}|sead|seed",
        "{\"generator\":{\"widht\":16}}|generator.widht|generator.width",
        "{\"generator\":{\"optimizer\":{\"learning_rate\":1}}}"
            + "|generator.optimizer.learning_rate|generator.optimizer.learningRate",
        "{\"learningRate\":1}|learningRate|generator.optimizer.learningRate",
        "{\"criticSteps\":5}|criticSteps|method.criticSteps"
      })
  void unknownKeyIsRefusedByNameWithASuggestion(String json, String key, String suggestion) {
    assertEquals(
        "my.json: unknown key " + key + ": did you mean " + suggestion + "?", refusal(json));
  }

  @Test
  void whatALaterVersionAddedToAKeptRecipeIsPassedOverAndTold() {
    List<String> told = new ArrayList<>();
    Recipe read =
        RecipeJson.readKept(
            "{\"seed\":7,\"moon\":{\"phase\":1},\"training\":{\"tide\":[2],\"steps\":9}}",
            "recipe.json",
            told::addAll);
    assertEquals(List.of("moon", "training.tide"), told);
    assertEquals(Recipe.defaults().with("seed", 7).with("training.steps", 9), read);
    RecipeJson.readKept("{}", "recipe.json", keys -> fail("nothing is unknown"));
  }

  @Test
  void negativeLearningRateIsRefusedByName() {
    assertEquals(
        "my.json: generator.optimizer.learningRate is -0.1: it must be between 0 and 1e9.",
        refusal("{\"generator\":{\"optimizer\":{\"learningRate\":-0.1}}}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"training\":{\"batchSize\":64.5}}|training.batchSize is 64.5",
        "{\"training\":{\"batchSize\":1}}|training.batchSize is 1",
        "{\"training\":{\"batchSize\":1e400}}|training.batchSize is 1e400",
        "{\"training\":{\"batchSize\":\"64\"}}|training.batchSize is \"64\"",
        "{\"training\":{\"batchSize\":null}}|training.batchSize is null",
        "{\"training\":{\"batchSize\":[64]}}|training.batchSize is [64]",
        "{\"training\":64}|training must be an object",
        "{\"data\":{\"size\":48}}|data.size is 48: it must be one of 28, 32, 64",
        "{\"data\":{\"mirror\":1}}|data.mirror is 1",
        "{\"data\":{\"source\":\" \"}}|data.source is empty",
        "{\"method\":{\"loss\":\"hing\"}}|method.loss is hing: it must be one of",
        "{\"method\":{\"loss\":true}}|method.loss is true",
        "{\"name\":\"../up\"}|name is \"../up\"",
        "{\"training\":{\"device\":\"tpu\"}}|training.device is \"tpu\"",
        "{\"method\":{\"gradientPenalty\":10}}|discriminator.normalization is batch",
        "{\"generator\":{\"optimizer\":{\"learningRate\":1e400}}}|learningRate is Infinity"
      })
  void valuesThatAreNotAllowedAreRefusedByName(String json, String said) {
    String message = refusal(json);
    assertTrue(message.startsWith("my.json: ") && message.contains(said), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "hello",
        "{}{}",
        "{seed: 1}",
        "{\"seed\": NaN}",
        "{\"title\": untitled}",
        "{\"seed\": 1,}",
        "\u0000\u0001"
      })
  void textsThatAreNotJsonAreRefused(String json) {
    String message = refusal(json);
    assertAll(
        () -> assertTrue(message.startsWith("my.json: "), message),
        () -> assertTrue(message.contains("JSON"), message),
        () -> assertTrue(!message.contains("Exception"), message));
  }

  @Test
  void deeplyNestedTextIsRefused() {
    assertTrue(refusal("{\"data\":".repeat(100_000)).startsWith("my.json: "));
  }
}

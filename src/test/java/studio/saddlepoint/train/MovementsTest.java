package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.bench.BenchmarkData;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.Batches;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.step.Movements;

class MovementsTest {
  private static final BenchmarkData DATA = new BenchmarkData(new ImageShape(1, 32, 32));
  private static final int BATCH = 4;
  private static final int STEPS = 3;

  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
    Autograd.enable(true);
  }

  private static Recipe tiny(Map<String, Object> settings) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("generator.width", 4);
    all.put("generator.latentSize", 8);
    all.put("discriminator.width", 4);
    all.put("discriminator.normalization", "none");
    all.put("training.batchSize", BATCH);
    all.putAll(settings);
    return Recipe.defaults().with(all);
  }

  private record Trained(Checkpoint before, Checkpoint after, Map<String, Double> told) {}

  /** Three steps, of which all are watched or none is. */
  private static Trained train(Recipe recipe, boolean watched) {
    try (TrainingState state = new TrainingState(recipe, DATA);
        Batches batches = new Batches(DATA, recipe.seed(), 0, false)) {
      Checkpoint before = state.save();
      Map<String, Double> told = new LinkedHashMap<>();
      for (int i = 0; i < STEPS; i++) {
        before = state.save();
        ArrayScopes.scoped(
            () -> {
              if (!watched) {
                return state.makeStep(batches);
              }
              try (Movements movements = new Movements(state.method().players())) {
                state.makeStep(batches);
                told.putAll(movements.told());
                return told;
              }
            });
      }
      return new Trained(before, state.save(), told);
    }
  }

  @Test
  void aTrainingIsTheSameBitByBitWithAndWithoutIt() {
    Recipe recipe =
        tiny(Map.of("method.r1.weight", 1, "method.r1.every", 2, "method.instanceNoise", 0.1));
    Trained watched = train(recipe, true);
    Trained unwatched = train(recipe, false);
    assertEquals(unwatched.after().tensors(), watched.after().tensors());
    assertEquals(unwatched.after().state(), watched.after().state());
  }

  @Test
  void theRatioIsThatOfTheWeightsBeforeAndAfter() {
    Trained trained = train(tiny(Map.of()), true);
    double changed = 0;
    double size = 0;
    int layers = 0;
    List<String> names =
        trained.before().tensors().keySet().stream()
            .filter(each -> each.startsWith("generator."))
            .filter(each -> !each.contains("optimizer"))
            .filter(each -> !each.endsWith("_mean") && !each.endsWith("_variance"))
            .toList();
    for (String name : names) {
      float[] before = trained.before().tensors().get(name).floats();
      float[] after = trained.after().tensors().get(name).floats();
      double ofThis = 0;
      double sizeOfThis = 0;
      for (int i = 0; i < before.length; i++) {
        ofThis += Math.pow(after[i] - before[i], 2);
        sizeOfThis += Math.pow(before[i], 2);
      }
      changed += ofThis;
      size += sizeOfThis;
      if (name.endsWith("_weight")) {
        layers++;
        String key = "update.generator.layer" + layers;
        assertEquals(Math.sqrt(ofThis / sizeOfThis), trained.told().get(key), 1e-6, key);
        assertTrue(trained.told().get("gradient.generator.layer" + layers) > 0);
      }
    }
    assertEquals(Math.sqrt(changed / size), trained.told().get("update.generator"), 1e-6);
    assertFalse(trained.told().containsKey("update.generator.layer" + (layers + 1)));
    assertTrue(trained.told().get("update.discriminator") > 0);
  }

  @Test
  void aPlayerThatDoesNotMoveTellsNothing() {
    Trained trained = train(tiny(Map.of("method.generatorEvery", 50)), true);
    assertFalse(trained.told().containsKey("update.generator"));
    assertTrue(trained.told().containsKey("update.discriminator"));
  }

  @Test
  void everyFiftiethStepTellsIt() {
    Recipe recipe = tiny(Map.of("method.loss", "hinge"));
    try (TrainingState state = new TrainingState(recipe, DATA);
        Batches batches = new Batches(DATA, recipe.seed(), 0, false)) {
      for (int step = 1; step <= Movements.EVERY; step++) {
        Map<String, Double> told = state.makeStep(batches).values();
        assertEquals(step == Movements.EVERY, told.containsKey("update.generator"));
        double real = told.get("accuracy.real");
        assertTrue(real >= 0 && real <= 1 && real * BATCH == Math.rint(real * BATCH));
      }
    }
  }
}

package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.bench.BenchmarkData;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.Batches;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.HostTensor;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.step.StepReport;

/** What belongs to style-based generators, in whole steps. */
class StyleTrainingTest {
  private static final BenchmarkData DATA = new BenchmarkData(new ImageShape(3, 8, 8));

  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
    Autograd.enable(true);
  }

  private static Recipe styled(Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>();
    all.put("generator.architecture", "stylegan2");
    all.put("generator.normalization", "none");
    all.put("generator.range", "linear");
    all.put("generator.width", 4);
    all.put("generator.latentSize", 6);
    all.put("generator.optimizer.beta1", 0);
    all.put("discriminator.width", 4);
    all.put("discriminator.normalization", "none");
    all.put("discriminator.minibatchDeviation", true);
    all.put("training.batchSize", 4);
    all.putAll(more);
    return Recipe.defaults().with(all);
  }

  private static Recipe everything() {
    return styled(
        Map.of(
            "method.styleMixing", 0.6,
            "method.r1.weight", 1,
            "method.r1.every", 3,
            "method.pathLength.weight", 2,
            "method.pathLength.every", 2,
            "method.generatorEvery", 2,
            "method.generatorSteps", 3,
            "generator.dropout", 0.1,
            "discriminator.dropout", 0.1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stylegan", "stylegan2"})
  void resumesBitExactWithMixingPathLengthAndLazyPenalties(String architecture) {
    Recipe recipe = everything().with("generator.architecture", architecture);
    List<StepReport> whole = new ArrayList<>();
    Checkpoint half;
    Checkpoint end;
    try (TrainingState state = new TrainingState(recipe, DATA);
        Batches batches = batches(state)) {
      train(state, batches, 7, new ArrayList<>());
      half = state.save();
      train(state, batches, 7, whole);
      end = state.save();
      assertEquals(21, state.generatorMoves(), "without those of the path length");
    }
    List<StepReport> resumed = new ArrayList<>();
    try (TrainingState state = new TrainingState(recipe, DATA)) {
      state.restore(half);
      try (Batches batches = batches(state)) {
        train(state, batches, 7, resumed);
        assertEquals(end.tensors(), state.save().tensors());
        assertEquals(end.state(), state.save().state());
      }
    }
    assertEquals(whole, resumed);
    assertTrue(end.tensors().containsKey("method.pathLength.mean0"), end.tensors().toString());
    assertEquals("11.0", end.state().get("method.pathLength.made"));
  }

  @Test
  void theMeanOfWIsCopiedIntoTheAverageAndMovesWithTheGeneratorAlone() {
    try (TrainingState state = new TrainingState(styled(Map.of("method.generatorEvery", 2)), DATA);
        Batches batches = batches(state)) {
      assertArrayEquals(new float[6], mean(state, "generator."));
      train(state, batches, 1, new ArrayList<>());
      assertArrayEquals(new float[6], mean(state, "generator."), "the discriminator's fakes");
      train(state, batches, 1, new ArrayList<>());
      float[] moved = mean(state, "generator.");
      assertNotEquals(0, moved[0]);
      assertArrayEquals(moved, mean(state, "average."));
    }
  }

  private static float[] mean(TrainingState state, String network) {
    return state.saveNetworks().tensors().entrySet().stream()
        .filter(each -> each.getKey().startsWith(network) && each.getKey().endsWith("meanW"))
        .map(Map.Entry::getValue)
        .map(HostTensor::floats)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void lazyTermsAreToldInTheirStepsAlone() {
    List<StepReport> told = new ArrayList<>();
    Recipe recipe =
        styled(
            Map.of(
                "method.r1.weight", 1,
                "method.r1.every", 3,
                "method.pathLength.weight", 2,
                "method.pathLength.every", 2));
    try (TrainingState state = new TrainingState(recipe, DATA);
        Batches batches = batches(state)) {
      train(state, batches, 6, told);
    }
    for (int i = 0; i < told.size(); i++) {
      Map<String, Double> values = told.get(i).values();
      assertEquals(i % 3 == 0, values.containsKey("penalty.r1"), "step " + i);
      assertEquals(i % 2 == 0, values.containsKey("penalty.pathLength"), "step " + i);
      assertEquals(i % 2 == 0, values.containsKey("pathLength.mean"), "step " + i);
    }
  }

  @Test
  void termsOfEveryStepAreAPartOfTheLoss() {
    List<StepReport> told = new ArrayList<>();
    Recipe recipe = styled(Map.of("method.pathLength.weight", 2, "method.pathLength.every", 1));
    try (TrainingState state = new TrainingState(recipe, DATA);
        Batches batches = batches(state)) {
      train(state, batches, 2, told);
      assertEquals(2, state.generatorMoves());
      assertFalse(state.save().state().containsKey("method.pathLength.made"));
    }
    assertTrue(told.get(1).values().containsKey("penalty.pathLength"));
  }

  @Test
  void pathLengthsWorkInZWhereThereIsNoMappingNetwork() {
    List<StepReport> told = new ArrayList<>();
    Recipe recipe =
        styled(Map.of("generator.architecture", "dcgan", "method.pathLength.weight", 2));
    try (TrainingState state = new TrainingState(recipe, DATA);
        Batches batches = batches(state)) {
      train(state, batches, 1, told);
    }
    assertTrue(told.get(0).values().get("penalty.pathLength") > 0);
  }

  @Test
  void otherMethodsTrainStyledNetworksToo() {
    Recipe began =
        styled(
            Map.of(
                "method.kind",
                "began",
                "discriminator.minibatchDeviation",
                false,
                "method.styleMixing",
                0.5));
    Recipe vae =
        styled(
            Map.of(
                "method.kind", "vae",
                "generator.range", "signed",
                "encoder.width", 4,
                "encoder.normalization", "none"));
    Recipe first = vae.with("generator.architecture", "stylegan");
    for (Recipe recipe : List.of(began, vae, first)) {
      List<StepReport> told = new ArrayList<>();
      try (TrainingState state = new TrainingState(recipe, DATA);
          Batches batches = batches(state)) {
        train(state, batches, 2, told);
      }
      told.get(1).values().forEach((key, value) -> assertTrue(Double.isFinite(value), key));
    }
  }

  private static Batches batches(TrainingState state) {
    return new Batches(DATA, 1, state.imagesSeen(), false);
  }

  private static void train(
      TrainingState state, Batches batches, int steps, List<StepReport> into) {
    for (int i = 0; i < steps; i++) {
      into.add(state.makeStep(batches));
    }
  }
}

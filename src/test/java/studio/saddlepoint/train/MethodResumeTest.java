package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
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
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.step.StepReport;

class MethodResumeTest {
  private static final BenchmarkData DATA = new BenchmarkData(new ImageShape(3, 32, 32));
  private static final int BATCH = 4;

  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
    Autograd.enable(true);
  }

  private static Recipe everything() {
    return Recipe.defaults()
        .with(
            Map.ofEntries(
                Map.entry("generator.width", 4),
                Map.entry("generator.latentSize", 8),
                Map.entry("generator.optimizer.kind", "adamw"),
                Map.entry("generator.optimizer.learningRate", "cosine(2e-4..0, 100%)"),
                Map.entry("generator.optimizer.clipNorm", 1),
                Map.entry("discriminator.width", 4),
                Map.entry("discriminator.normalization", "none"),
                Map.entry("training.batchSize", BATCH),
                Map.entry("training.steps", 100),
                Map.entry("method.loss", "relativistic-average"),
                Map.entry("method.gradientPenalty", 1),
                Map.entry("method.r1.weight", 1),
                Map.entry("method.r1.every", 2),
                Map.entry("method.r2.weight", 1),
                Map.entry("method.dragan.weight", 1),
                Map.entry("method.zeroCentered.weight", 1),
                Map.entry("method.featureMatching.weight", 0.1),
                Map.entry("method.historicalAveraging.weight", 0.01),
                Map.entry("method.lecam.weight", 0.3),
                Map.entry("method.consistency.real", 1),
                Map.entry("method.consistency.fake", 1),
                Map.entry("method.labels.realLow", 0.7),
                Map.entry("method.labels.flip", 0.1),
                Map.entry("method.instanceNoise", "linear(0.1..0, 50%)"),
                Map.entry("method.generatorSteps", 2),
                Map.entry("generator.dropout", 0.1),
                Map.entry("discriminator.dropout", 0.2),
                Map.entry("method.warmUp.steps", 2),
                Map.entry("method.warmUp.criticSteps", 3),
                Map.entry("method.topK.share", "linear(1..0.5, 8000)"),
                Map.entry("method.augment.colour", true),
                Map.entry("method.augment.translation", true),
                Map.entry("method.augment.cutout", true),
                Map.entry("method.augment.adaptive", true),
                Map.entry("method.augment.speed", 1),
                Map.entry("method.augment.target", -1)));
  }

  /** With all groups of ADA, which the penalties look through. */
  private static Recipe everythingWithAda() {
    return everything()
        .with(
            Map.of(
                "method.augment.pixelBlitting",
                true,
                "method.augment.geometry",
                true,
                "method.augment.colourTransforms",
                true,
                "method.augment.filtering",
                true,
                "method.augment.corruption",
                true,
                "method.augment.speed",
                1));
  }

  @Test
  void resumesBitExactWithEveryRegularizerAndTrickOn() {
    resumesBitExact(everything());
  }

  @Test
  void resumesBitExactWithAllOfAdaUnderEveryPenalty() {
    resumesBitExact(everythingWithAda());
  }

  @Test
  void resumesBitExactInBfloat16() {
    resumesBitExact(everything().with("training.precision", "bfloat16"));
  }

  /** Clusters are made before the first half ends, and anew after it. */
  @ParameterizedTest
  @ValueSource(strings = {"projection", "concatenation", "embedding", "classifier"})
  void resumesBitExactWithClustersInThePlaceOfClasses(String conditioning) {
    Recipe recipe =
        Recipe.defaults()
            .with(
                Map.ofEntries(
                    Map.entry("generator.width", 4),
                    Map.entry("generator.latentSize", 8),
                    Map.entry("discriminator.width", 4),
                    Map.entry("discriminator.normalization", "none"),
                    Map.entry("discriminator.conditioning", conditioning),
                    Map.entry("training.batchSize", BATCH),
                    Map.entry("training.steps", 100),
                    Map.entry("method.conditional", true),
                    Map.entry("method.clusters.count", 5),
                    Map.entry("method.clusters.first", 8),
                    Map.entry("method.clusters.every", 24),
                    Map.entry("method.clusters.sample", 100)));
    List<StepReport> whole = new ArrayList<>();
    Checkpoint half;
    Checkpoint end;
    try (TrainingState state = new TrainingState(recipe, DATA);
        Batches batches = batches(state)) {
      train(state, batches, 6, new ArrayList<>());
      half = state.save();
      train(state, batches, 6, whole);
      end = state.save();
    }
    List<StepReport> resumed = new ArrayList<>();
    try (TrainingState state = new TrainingState(recipe, DATA)) {
      state.restore(half);
      try (Batches batches = batches(state)) {
        train(state, batches, 6, resumed);
        assertEquals(end.tensors(), state.save().tensors());
        assertEquals(end.state(), state.save().state());
      }
    }
    assertEquals(whole, resumed);
    assertEquals("1", half.state().get("clusters.made"));
    assertEquals("2", end.state().get("clusters.made"));
    assertTrue(whole.get(2).values().containsKey("clusters.moved"), whole::toString);
    assertTrue(end.tensors().containsKey("clusters.labels"));
  }

  private static void resumesBitExact(Recipe recipe) {
    List<StepReport> whole = new ArrayList<>();
    Checkpoint half;
    Checkpoint end;
    try (TrainingState state = new TrainingState(recipe, DATA)) {
      try (Batches batches = batches(state)) {
        train(state, batches, 6, new ArrayList<>());
        half = state.save();
        train(state, batches, 6, whole);
        end = state.save();
      }
    }
    List<StepReport> resumed = new ArrayList<>();
    try (TrainingState state = new TrainingState(recipe, DATA)) {
      state.restore(half);
      try (Batches batches = batches(state)) {
        train(state, batches, 6, resumed);
        assertEquals(end.tensors(), state.save().tensors());
        assertEquals(end.state(), state.save().state());
      }
    }
    assertEquals(whole, resumed);
    assertTrue(end.state().containsKey("method.lecam.real"), () -> end.state().toString());
    assertTrue(end.state().containsKey("method.augment.probability"));
    assertTrue(
        end.tensors().containsKey("method.history.generator.0"),
        () -> end.tensors().keySet().toString());
  }

  @Test
  void everyRegularizerTellsASeriesOfItsOwn() {
    List<StepReport> told = new ArrayList<>();
    try (TrainingState state = new TrainingState(everything(), DATA);
        Batches batches = batches(state)) {
      train(state, batches, 3, told);
    }
    Map<String, Double> last = told.get(2).values();
    for (String key :
        List.of(
            "penalty",
            "penalty.r1",
            "penalty.r2",
            "penalty.dragan",
            "penalty.zeroCentered",
            "penalty.featureMatching",
            "penalty.historicalAveraging",
            "penalty.historicalAveraging.generator",
            "penalty.lecam",
            "penalty.consistency",
            "augment.probability")) {
      assertTrue(Double.isFinite(last.getOrDefault(key, Double.NaN)), key + " in " + last);
    }
    assertTrue(!told.get(1).values().containsKey("penalty.r1"), "R1 is lazy");
  }

  @Test
  void theGeneratorMovesAtEveryFifthStepAndNotWhilePretraining() {
    Recipe recipe =
        everything()
            .with(
                Map.of(
                    "method.generatorEvery", 5,
                    "method.pretraining", 7));
    List<StepReport> told = new ArrayList<>();
    try (TrainingState state = new TrainingState(recipe, DATA);
        Batches batches = batches(state)) {
      train(state, batches, 10, told);
      assertEquals(BATCH * (3 + 3 + 8), state.imagesSeen());
    }
    for (int i = 0; i < told.size(); i++) {
      assertEquals(i == 9, told.get(i).values().containsKey("loss.generator"), "step " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void onlyTheGeneratorMovesWhileItIsPretrained(boolean freshNoise) {
    Recipe recipe =
        everything()
            .with(
                Map.of(
                    "method.freshNoise", freshNoise,
                    "method.generatorPretraining", 3,
                    "method.pretraining", 2));
    List<StepReport> told = new ArrayList<>();
    try (TrainingState state = new TrainingState(recipe, DATA);
        Batches batches = batches(state)) {
      float[] first = state.save().tensors().get(ofDiscriminator(state)).floats();
      train(state, batches, 3, told);
      assertEquals(BATCH * 3, state.imagesSeen(), "every step has random numbers of its own");
      assertEquals(6, state.generatorMoves());
      assertArrayEquals(first, state.save().tensors().get(ofDiscriminator(state)).floats());
      assertEquals(0, told.get(2).values().get("augment.probability"), "nothing was judged");
      train(state, batches, 4, told);
      assertEquals(BATCH * (3 + 3 + 3 + 1 + 1), state.imagesSeen(), "the warm-up comes after");
    }
    for (int i = 0; i < told.size(); i++) {
      Map<String, Double> values = told.get(i).values();
      assertEquals(i >= 3, values.containsKey("loss.discriminator"), "step " + i);
      assertEquals(i < 3 || i >= 5, values.containsKey("loss.generator"), "step " + i);
    }
  }

  private static String ofDiscriminator(TrainingState state) {
    return state.save().tensors().keySet().stream()
        .filter(name -> name.startsWith("discriminator.") && !name.contains("optimizer"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void beganTellsItsBalanceAndRemembersIt() {
    Recipe recipe =
        Recipe.defaults()
            .with(
                Map.of(
                    "generator.width",
                    4,
                    "generator.latentSize",
                    8,
                    "discriminator.width",
                    4,
                    "discriminator.normalization",
                    "none",
                    "training.batchSize",
                    BATCH,
                    "method.kind",
                    "began",
                    "method.began.speed",
                    0.1));
    List<StepReport> told = new ArrayList<>();
    try (TrainingState state = new TrainingState(recipe, DATA);
        Batches batches = batches(state)) {
      train(state, batches, 3, told);
      Map<String, Double> last = told.get(2).values();
      assertEquals(last.get("began.k"), Double.valueOf(state.save().state().get("method.began.k")));
      assertTrue(last.get("began.convergence") > 0, last::toString);
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

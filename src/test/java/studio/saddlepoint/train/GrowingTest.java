package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.bench.BenchmarkData;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.Batches;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.latent.LatentCodes;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.Evaluator;
import studio.saddlepoint.metrics.extractor.PixelKind;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.nn.Resolution;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.method.Growth;
import studio.saddlepoint.train.step.StepReport;

/** Networks that grow with their pictures. */
class GrowingTest {
  private static final BenchmarkData DATA = new BenchmarkData(new ImageShape(3, 32, 32));
  private static final int BATCH = 4;
  private static final int PHASE = 12;

  @TempDir Path folder;

  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
    Autograd.enable(true);
  }

  private static Recipe growing(String architecture) {
    boolean progressive = architecture.equals("progan");
    boolean styled = architecture.equals("stylegan");
    return Recipe.defaults()
        .with(
            Map.ofEntries(
                Map.entry("generator.architecture", architecture),
                Map.entry("generator.width", 4),
                Map.entry("generator.latentSize", 8),
                Map.entry(
                    "generator.normalization", progressive ? "pixel" : styled ? "none" : "batch"),
                Map.entry("generator.range", progressive || styled ? "linear" : "signed"),
                Map.entry("generator.optimizer.beta1", 0),
                Map.entry("discriminator.width", 4),
                Map.entry("discriminator.normalization", "none"),
                Map.entry("discriminator.minibatchDeviation", true),
                Map.entry("discriminator.optimizer.beta1", 0),
                Map.entry("training.batchSize", BATCH),
                Map.entry("training.steps", 100),
                Map.entry("method.loss", "wasserstein"),
                Map.entry("method.gradientPenalty", 10),
                Map.entry("method.drift", 0.001),
                Map.entry("method.growing.from", 8),
                Map.entry("method.growing.fadeImages", PHASE),
                Map.entry("method.growing.stableImages", PHASE)));
  }

  @Test
  void phasesFollowTheImagesSeen() {
    Recipe recipe = growing("progan").with("method.growing.from", 4);
    assertEquals(Optional.of(Resolution.of(4)), Growth.of(recipe, 0));
    assertEquals(Optional.of(Resolution.of(4)), Growth.of(recipe, PHASE - 1));
    assertEquals(Optional.of(new Resolution(8, 0)), Growth.of(recipe, PHASE));
    assertEquals(Optional.of(new Resolution(8, 0.5)), Growth.of(recipe, PHASE + PHASE / 2));
    assertEquals(Optional.of(Resolution.of(8)), Growth.of(recipe, 2 * PHASE));
    assertEquals(Optional.of(Resolution.of(32)), Growth.of(recipe, 6 * PHASE));
    assertEquals(Optional.of(Resolution.of(32)), Growth.of(recipe, 1_000_000));
    assertEquals(Optional.empty(), Growth.of(Recipe.defaults(), 0));
    Recipe sudden = recipe.with("method.growing.fadeImages", 0);
    assertEquals(Optional.of(Resolution.of(8)), Growth.of(sudden, PHASE));
  }

  @Test
  void smallPicturesAreLessWork() {
    Recipe recipe = growing("progan").with("method.growing.from", 8);
    assertEquals(PHASE / 4.0, Growth.effort(recipe, 0, PHASE));
    assertEquals(PHASE / 4.0 + 2 * PHASE / 2.0 + 10, Growth.effort(recipe, 0, 3 * PHASE + 10));
    assertEquals(2 / 2.0 + 5, Growth.effort(recipe, 3 * PHASE - 2, 7));
    assertEquals(7, Growth.effort(recipe, 5 * PHASE, 7));
    assertEquals(7, Growth.effort(Recipe.defaults(), 0, 7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"progan", "dcgan", "stylegan"})
  void resumesBitExactWhileALayerFadesIn(String architecture) {
    Recipe recipe = growing(architecture).with("method.styleMixing", 0.6);
    List<StepReport> whole = new ArrayList<>();
    Checkpoint half;
    Checkpoint end;
    try (TrainingState state = new TrainingState(recipe, DATA);
        Batches batches = batches(DATA, state)) {
      train(state, batches, 5, new ArrayList<>());
      half = state.save();
      train(state, batches, 6, whole);
      end = state.save();
    }
    assertEquals("16", half.state().get("resolution"));
    assertEquals(2.0 / 3, Double.parseDouble(half.state().get("fade")));
    assertEquals("3", half.state().get("generator.optimizer.rested"), half.state()::toString);
    assertEquals("32", end.state().get("resolution"));
    List<StepReport> resumed = new ArrayList<>();
    try (TrainingState state = new TrainingState(recipe, DATA)) {
      state.restore(half);
      try (Batches batches = batches(DATA, state)) {
        train(state, batches, 6, resumed);
        assertEquals(end.tensors(), state.save().tensors());
        assertEquals(end.state(), state.save().state());
      }
    }
    assertEquals(whole, resumed);
    assertEquals(16, whole.get(0).values().get("growing.size"));
    assertEquals(32, whole.get(5).values().get("growing.size"));
  }

  @Test
  void snapshotsDrawAndJudgeAtTheirSize() {
    Recipe recipe = growing("progan");
    try (TrainingState state = new TrainingState(recipe, DATA);
        Batches batches = batches(DATA, state)) {
      for (int step = 0; step < 3; step++) {
        train(state, batches, 4, new ArrayList<>());
        int size = state.resolution().orElseThrow().size();
        try (Snapshot snapshot = Snapshot.of(state.saveNetworks(), step == 0)) {
          List<Picture> drawn =
              snapshot.render(LatentCodes.gaussian(2, 8, 1), new int[2], Double.POSITIVE_INFINITY);
          assertEquals(size, drawn.get(1).height());
          float[] pixels = new float[2 * 3 * size * size];
          assertEquals(size, snapshot.shape().width());
          assertEquals(2, snapshot.judge(pixels, new int[2]).length);
        }
      }
    }
  }

  @Test
  void layersThatAreNotReachedStay() {
    Recipe recipe = growing("progan");
    try (TrainingState state = new TrainingState(recipe, DATA);
        Batches batches = batches(DATA, state)) {
      Map<String, float[]> before = floats(state);
      train(state, batches, 3, new ArrayList<>());
      Map<String, float[]> after = floats(state);
      boolean moved = false;
      for (String name : before.keySet()) {
        if (name.contains("stage3") || name.contains("halving2")) {
          assertArrayEquals(before.get(name), after.get(name), name);
        } else if (name.contains("stage0")) {
          moved |= !java.util.Arrays.equals(before.get(name), after.get(name));
        }
      }
      assertTrue(moved);
    }
  }

  private static Map<String, float[]> floats(TrainingState state) {
    Map<String, float[]> found = new LinkedHashMap<>();
    state
        .saveNetworks()
        .tensors()
        .forEach((name, tensor) -> found.put(name, tensor.floats().clone()));
    assertFalse(found.isEmpty());
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {"progan", "dcgan"})
  void samplesComeNearerToTheData(String architecture) {
    Recipe recipe =
        growing(architecture)
            .with("generator.width", 8)
            .with("discriminator.width", 8)
            .with("generator.emaDecay", 0)
            .with("generator.optimizer.learningRate", 1e-3)
            .with("discriminator.optimizer.learningRate", 1e-3)
            .with("training.batchSize", 16)
            .with("training.steps", 300)
            .with("method.growing.fadeImages", 800)
            .with("method.growing.stableImages", 800);
    DataSet data =
        DataSets.open(recipe.data(), Split.TRAIN, Home.ofEnvironment().caches(), Progress.NONE);
    try (TrainingState state = new TrainingState(recipe, data);
        Batches batches = batches(data, state)) {
      double before = distance(grown(state.saveNetworks()));
      train(state, batches, 300, new ArrayList<>());
      double after = distance(state.saveNetworks());
      assertTrue(after < 0.6 * before, "from " + before + " to " + after);
    }
  }

  /** A checkpoint as if its networks were at their largest. */
  private static Checkpoint grown(Checkpoint small) {
    Map<String, String> state = new LinkedHashMap<>(small.state());
    state.remove("resolution");
    state.remove("fade");
    return new Checkpoint(small.step(), small.imagesSeen(), small.recipe(), small.tensors(), state);
  }

  private double distance(Checkpoint checkpoint) {
    EvaluationRequest request =
        new EvaluationRequest(
            PixelKind.PIXELS.usual(), 512, OptionalDouble.empty(), Set.of(FidMetric.FID), 1);
    try (Snapshot snapshot = Snapshot.of(checkpoint, false)) {
      return new Evaluator(Home.ofEnvironment().caches())
          .evaluate(snapshot, checkpoint.recipe().data(), request, Progress.NONE)
          .values()
          .get("fid");
    }
  }

  private static Batches batches(DataSet data, TrainingState state) {
    return new Batches(data, 1, state.imagesSeen(), false);
  }

  private static void train(
      TrainingState state, Batches batches, int steps, List<StepReport> into) {
    for (int i = 0; i < steps; i++) {
      into.add(state.makeStep(batches));
    }
  }
}

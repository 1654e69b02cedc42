package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.bench.BenchmarkData;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.Batches;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.model.Player;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.HostTensor;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;

/** What networks take over of another run's weights, and what stays of it. */
class StartWeightsTest {
  private static final int BATCH = 4;

  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
    Autograd.enable(true);
  }

  /** Noise with classes. */
  private record Classes(DataSet noise, List<String> classNames) implements DataSet {
    static Classes of(String... names) {
      return new Classes(new BenchmarkData(new ImageShape(3, 32, 32)), List.of(names));
    }

    @Override
    public String name() {
      return noise.name();
    }

    @Override
    public String fingerprint() {
      return noise.fingerprint();
    }

    @Override
    public int size() {
      return noise.size();
    }

    @Override
    public ImageShape shape() {
      return noise.shape();
    }

    @Override
    public int label(int index) {
      return index % classNames.size();
    }

    @Override
    public void read(int index, byte[] target, int offset) {
      noise.read(index, target, offset);
    }

    @Override
    public List<DataProblem> problems() {
      return List.of();
    }
  }

  private static Recipe recipe(String architecture, Map<String, ?> more) {
    Map<String, Object> all = new HashMap<>();
    all.put("generator.architecture", architecture);
    all.put("generator.width", 4);
    all.put("generator.latentSize", 6);
    all.put("discriminator.width", 4);
    all.put("discriminator.normalization", "none");
    all.put("training.batchSize", BATCH);
    all.putAll(more);
    return Recipe.defaults().with(all);
  }

  private static Map<String, float[]> floats(Checkpoint checkpoint) {
    Map<String, float[]> found = new HashMap<>();
    checkpoint.tensors().forEach((name, tensor) -> found.put(name, tensor.floats()));
    return found;
  }

  private static void train(TrainingState state, DataSet data, int steps) {
    try (Batches batches = new Batches(data, 1, state.imagesSeen(), false)) {
      for (int i = 0; i < steps; i++) {
        state.makeStep(batches);
      }
    }
  }

  /** Frozen layers with all that could move them: decay, clipping, penalties, history. */
  @ParameterizedTest
  @CsvSource({
    "dcgan, 2, batch, false",
    "dcgan, 1, none, true",
    "resnet, 2, none, true",
    "mlp, 1, layer, false",
    "dense-conv, 4, batch, false",
    "progan, 2, none, false",
    "encoder-decoder, 3, batch, false"
  })
  void frozenWeightsStayBitByBitAndOthersMove(
      String architecture, int frozen, String normalization, boolean spectral) {
    DataSet data = new BenchmarkData(new ImageShape(3, 32, 32));
    Recipe recipe =
        recipe(
            architecture,
            Map.of(
                "discriminator.frozenLayers",
                frozen,
                "discriminator.normalization",
                normalization,
                "discriminator.spectralNorm",
                spectral,
                "discriminator.optimizer.kind",
                "adamw",
                "discriminator.optimizer.weightDecay",
                0.1,
                "method.weightClip",
                0.01,
                "method.historicalAveraging.weight",
                0.1));
    try (TrainingState state = new TrainingState(recipe, data)) {
      Player judging = state.method().players().get(1);
      Map<String, float[]> before = floats(state.save());
      train(state, data, 2);
      Map<String, float[]> after = floats(state.save());
      int moved = 0;
      int stayed = 0;
      int passing = 0;
      for (String name : judging.tensors().keySet()) {
        boolean same =
            Arrays.equals(before.get("discriminator." + name), after.get("discriminator." + name));
        NDArray array = judging.tensors().get(name);
        boolean weight = judging.weights().stream().anyMatch(each -> each == array);
        boolean running =
            name.endsWith("mean") || name.endsWith("variance") || name.endsWith("norm_u");
        if (weight) {
          moved++;
          // Smaller pictures than all the pass's are not looked at.
          assertFalse(same && !name.contains("fromPicture"), name + " is to learn");
        } else if (running) {
          passing += same ? 0 : 1;
        } else {
          stayed++;
          assertTrue(same, name + " is frozen");
        }
      }
      assertTrue(moved > 0 && stayed >= frozen, moved + " moved, " + stayed + " stayed");
      if (normalization.equals("batch") || spectral) {
        assertTrue(passing > 0, "running statistics go on moving");
      }
      assertEquals(
          moved,
          judging.optimizer().state().keySet().stream().filter(k -> k.startsWith("first")).count());
    }
  }

  @Test
  void noGraphLeadsToFrozenWeights() {
    DataSet data = new BenchmarkData(new ImageShape(3, 32, 32));
    Recipe recipe = recipe("dcgan", Map.of("discriminator.frozenLayers", 3));
    try (TrainingState state = new TrainingState(recipe, data)) {
      Player judging = state.method().players().get(1);
      assertEquals(2, judging.weights().size(), "the last layer's weight and bias");
      long free = judging.tensors().values().stream().filter(each -> each.hasGradient()).count();
      assertEquals(2, free);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "one-hot, projection, dcgan",
    "embedding, embedding, dcgan",
    "batch-norm, classifier, resnet",
    "one-hot, concatenation, mlp",
    "embedding, concatenation, dense-conv",
    "one-hot, projection, progan"
  })
  void classesGoByTheirNames(String generator, String discriminator, String architecture) {
    Recipe recipe =
        recipe(
            architecture,
            Map.of(
                "method.conditional", true,
                "generator.conditioning", generator,
                "discriminator.conditioning", discriminator));
    Classes before = Classes.of("cat", "dog", "fox");
    Classes now = Classes.of("ant", "fox", "cat", "bee");
    Checkpoint there;
    try (TrainingState state = new TrainingState(recipe, before)) {
      train(state, before, 2);
      there = state.saveNetworks();
    }
    try (TrainingState state = new TrainingState(recipe.with("seed", 5L), now)) {
      Checkpoint first = state.saveNetworks();
      Event.Found told = new StartWeights(there, Optional.empty()).give(state, now).orElseThrow();
      assertTrue(told.what().startsWith("2 of the 4 classes are new"), told.what());
      assertTrue(told.evidence().contains("but not ant, bee."), told.evidence());
      Checkpoint given = state.saveNetworks();
      int ofClasses = 0;
      for (Map.Entry<String, HostTensor> each : given.tensors().entrySet()) {
        HostTensor its = there.tensors().get(each.getKey());
        if (!Arrays.equals(its.shape(), each.getValue().shape())) {
          ofClasses++;
          requireByName(each.getKey(), its, first.tensors().get(each.getKey()), each.getValue());
        } else {
          assertEquals(its, each.getValue(), each.getKey());
        }
      }
      assertTrue(ofClasses >= 3, "in the generator, its mean and the discriminator");
      train(state, now, 1);
    }
  }

  /** Along the axis that is longer by one, the last numbers are those of ant, fox, cat, bee. */
  private static void requireByName(
      String name, HostTensor there, HostTensor first, HostTensor given) {
    long[] shape = given.shape();
    int axis = 0;
    while (shape[axis] == there.shape()[axis]) {
      axis++;
    }
    int[] places = {-1, 2, 0, -1};
    int here = (int) shape[axis];
    int shared = here - 4;
    int inner = 1;
    for (int i = axis + 1; i < shape.length; i++) {
      inner *= (int) shape[i];
    }
    float[] values = given.floats();
    for (int outer = 0; outer * here * inner < values.length; outer++) {
      for (int i = 0; i < here; i++) {
        int place = i < shared ? i : places[i - shared] < 0 ? -1 : shared + places[i - shared];
        int at = (outer * here + i) * inner;
        int from = (outer * (here - 1) + place) * inner;
        assertArrayEquals(
            place < 0
                ? Arrays.copyOfRange(first.floats(), at, at + inner)
                : Arrays.copyOfRange(there.floats(), from, from + inner),
            Arrays.copyOfRange(values, at, at + inner),
            name);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cat,dog,fox", "fox,cat,dog"})
  void theSameClassesAreNoNewsInWhateverOrder(String order) {
    Recipe recipe =
        recipe("dcgan", Map.of("method.conditional", true, "generator.conditioning", "embedding"));
    Classes before = Classes.of("cat", "dog", "fox");
    Classes now = Classes.of(order.split(","));
    Checkpoint there;
    try (TrainingState state = new TrainingState(recipe, before)) {
      there = state.saveNetworks();
    }
    try (TrainingState state = new TrainingState(recipe.with("seed", 5L), now)) {
      assertEquals(Optional.empty(), new StartWeights(there, Optional.empty()).give(state, now));
      String table =
          there.tensors().keySet().stream()
              .filter(name -> name.startsWith("generator.") && name.endsWith("table"))
              .findFirst()
              .orElseThrow();
      float[] its = there.tensors().get(table).floats();
      float[] given = state.saveNetworks().tensors().get(table).floats();
      int width = its.length / 3;
      int cat = now.classNames().indexOf("cat");
      assertArrayEquals(
          Arrays.copyOfRange(its, 0, width),
          Arrays.copyOfRange(given, cat * width, (cat + 1) * width));
    }
  }

  @Test
  void allPlayersOfAVaeStartToo() {
    Recipe recipe = recipe("dcgan", Map.of("method.kind", "vae"));
    DataSet data = new BenchmarkData(new ImageShape(3, 32, 32));
    Checkpoint there;
    try (TrainingState state = new TrainingState(recipe, data)) {
      train(state, data, 2);
      there = state.saveNetworks();
    }
    try (TrainingState state = new TrainingState(recipe.with("seed", 5L), data)) {
      new StartWeights(there, Optional.empty()).give(state, data);
      assertEquals(there.tensors(), state.saveNetworks().tensors());
    }
  }

  /** Reference batches are of the new data. */
  @Test
  void theReferenceBatchIsItsOwn() {
    Recipe recipe =
        recipe(
            "dcgan",
            Map.of(
                "discriminator.normalization", "virtual-batch",
                "generator.normalization", "virtual-batch",
                "training.referenceSize", 3));
    DataSet data = new BenchmarkData(new ImageShape(3, 32, 32));
    Checkpoint there;
    try (TrainingState state = new TrainingState(recipe, data)) {
      train(state, data, 1);
      there = state.saveNetworks();
    }
    Recipe wider = recipe.with(Map.of("training.referenceSize", 5, "seed", 3L));
    try (TrainingState state = new TrainingState(wider, data)) {
      Map<String, HostTensor> first = state.saveNetworks().tensors();
      new StartWeights(there, Optional.empty()).give(state, data);
      Map<String, HostTensor> given = state.saveNetworks().tensors();
      int references = 0;
      for (String name : given.keySet()) {
        boolean reference = name.endsWith("reference");
        references += reference ? 1 : 0;
        assertEquals((reference ? first : there.tensors()).get(name), given.get(name), name);
      }
      assertEquals(3, references);
    }
  }
}

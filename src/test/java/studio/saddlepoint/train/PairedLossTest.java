package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.Batches;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.model.DiscriminatorOutput;
import studio.saddlepoint.model.Player;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.network.OptimizerKind;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.method.AdversarialUpdates;
import studio.saddlepoint.train.step.GanPlayers;
import studio.saddlepoint.train.step.GeneratorHalves;
import studio.saddlepoint.train.step.ImageTransform;
import studio.saddlepoint.train.step.LabelledImages;
import studio.saddlepoint.train.step.MethodState;
import studio.saddlepoint.train.step.StepRandom;
import studio.saddlepoint.train.step.UpdateContext;

/** The loss of pairs compares every generated picture with the real one beside it. */
class PairedLossTest {
  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
    Autograd.enable(true);
  }

  /**
   * Where all pictures are of one class, pairs never meet another: only its vector moves, as one
   * whose gradient is zero stays where it is.
   */
  @ParameterizedTest
  @CsvSource({
    "relativistic-paired, true, 1, 1, true",
    "relativistic-paired, false, 1, 1, true",
    "relativistic-paired, false, 2, 2, true",
    "relativistic-average, true, 1, 1, false",
    "relativistic-average, false, 2, 2, false"
  })
  void bothOfAPairAreOfTheSameClass(
      String loss, boolean freshNoise, int criticSteps, int generatorSteps, boolean paired) {
    Recipe recipe =
        Recipe.defaults()
            .with(
                Map.of(
                    "generator.width",
                    4,
                    "generator.latentSize",
                    4,
                    "generator.conditioning",
                    "embedding",
                    "discriminator.width",
                    4,
                    "training.batchSize",
                    8,
                    "method.conditional",
                    true,
                    "method.loss",
                    loss,
                    "method.freshNoise",
                    freshNoise,
                    "method.criticSteps",
                    criticSteps,
                    "method.generatorSteps",
                    generatorSteps));
    DataSet data = new OneClass();
    try (TrainingState state = new TrainingState(recipe, data);
        Batches batches = new Batches(data, recipe.seed(), 0, false)) {
      float[] before = vectors(state.save());
      for (int i = 0; i < 3; i++) {
        state.makeStep(batches);
      }
      float[] after = vectors(state.save());
      int length = before.length / OneClass.NAMES.size();
      for (int each = 0; each < OneClass.NAMES.size(); each++) {
        boolean still =
            Arrays.equals(
                Arrays.copyOfRange(before, each * length, (each + 1) * length),
                Arrays.copyOfRange(after, each * length, (each + 1) * length));
        assertEquals(paired && each != OneClass.CLASS, still, "class " + each);
      }
    }
  }

  /** The generator's vectors of classes, one after the other. */
  private static float[] vectors(Checkpoint checkpoint) {
    List<String> names =
        checkpoint.tensors().keySet().stream()
            .filter(name -> name.startsWith("generator.") && !name.contains("optimizer"))
            .filter(name -> checkpoint.tensors().get(name).shape()[0] == OneClass.NAMES.size())
            .toList();
    assertEquals(1, names.size(), names::toString);
    return checkpoint.tensors().get(names.get(0)).floats();
  }

  @Test
  void topKComparesTheBestWithThoseTheyArePairedWith() {
    try (NDManager manager = TorchEngine.manager(TorchEngine.device("cpu"))) {
      NDArray made = Autograd.require(manager.create(new float[] {1, -2, 3, 0}), true);
      NDArray real = manager.create(new float[] {0.5f, 7, -1, 9});
      NDArray labels = manager.zeros(new Shape(4));
      GanPlayers players =
          new GanPlayers(
              manager,
              GeneratorHalves.ofWhole((z, classes) -> made),
              (x, classes, random) -> DiscriminatorOutput.of(x),
              Player.of("generator", manager, List.of(made), OptimizerKind.SGD),
              Player.of("discriminator", manager, List.of(), OptimizerKind.SGD));
      Recipe recipe =
          Recipe.defaults()
              .with("method.loss", "relativistic-paired")
              .with("method.topK.share", 0.5);
      NDArray loss =
          new AdversarialUpdates(recipe.method())
              .moveGenerator(
                  new UpdateContext(
                      players,
                      () -> new LabelledImages(real, labels),
                      new LabelledImages(made, labels),
                      ImageTransform.PLAIN,
                      new StepRandom(1, 0).source(manager),
                      new MethodState(manager),
                      0,
                      recipe.generator().optimizer()))
              .get("loss.generator");
      double expected = (Math.log1p(Math.exp(0.5 - 1)) + Math.log1p(Math.exp(-1 - 3))) / 2;
      assertEquals(expected, loss.getFloat(), 1e-6);
    }
  }

  /** Pictures of noise, all of the second of three classes. */
  private static final class OneClass implements DataSet {
    static final List<String> NAMES = List.of("a", "b", "c");
    static final int CLASS = 1;

    @Override
    public String name() {
      return "One class";
    }

    @Override
    public String fingerprint() {
      return "one-class";
    }

    @Override
    public int size() {
      return 64;
    }

    @Override
    public ImageShape shape() {
      return new ImageShape(1, 32, 32);
    }

    @Override
    public List<String> classNames() {
      return NAMES;
    }

    @Override
    public int label(int index) {
      return CLASS;
    }

    @Override
    public void read(int index, byte[] target, int offset) {
      Arrays.fill(target, offset, offset + shape().pixels(), (byte) (4 * index));
    }

    @Override
    public List<DataProblem> problems() {
      return List.of();
    }
  }
}

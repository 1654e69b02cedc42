package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.saddlepoint.data.Batches;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.LatentCodes;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.network.PictureRange;
import studio.saddlepoint.run.checkpoint.Checkpoint;

/** What networks are built of is kept by checkpoints and shown by snapshots. */
class NetworkTrainingTest {

  private static Recipe tiny(String architecture) {
    return Recipe.defaults()
        .with("generator.architecture", architecture)
        .with("generator.width", 4)
        .with("generator.latentSize", 6)
        .with("discriminator.width", 4)
        .with("discriminator.normalization", "none")
        .with("training.batchSize", 8);
  }

  private static Recipe told(String architecture) {
    return tiny(architecture).with("method.conditional", true);
  }

  private static Recipe penalised(Recipe recipe) {
    return recipe.with("method.loss", "wasserstein").with("method.gradientPenalty", 10.0);
  }

  static Stream<Arguments> networks() {
    return Stream.of(
        Arguments.of(
            "SNGAN",
            told("resnet")
                .with("generator.conditioning", "batch-norm")
                .with("generator.spectralNorm", true)
                .with("discriminator.spectralNorm", true)
                .with("method.loss", "hinge")),
        Arguments.of(
            "conditional WGAN-GP",
            penalised(told("resnet"))
                .with("generator.conditioning", "batch-norm")
                .with("discriminator.conditioning", "classifier")
                .with("discriminator.normalization", "layer")),
        Arguments.of(
            "penalty, attention, spectral norm and means",
            penalised(tiny("dcgan"))
                .with("generator.attention", true)
                .with("discriminator.attention", true)
                .with("discriminator.spectralNorm", true)
                .with("discriminator.downsampling", "average")
                .with("discriminator.normalization", "instance")),
        Arguments.of(
            "penalty and comparisons of the batch",
            penalised(tiny("resnet"))
                .with("discriminator.minibatchDeviation", true)
                .with("discriminator.minibatchDiscrimination", true)
                .with("discriminator.activation", "elu")),
        Arguments.of(
            "virtual batch norm, maps of labels and a penalty",
            penalised(told("dcgan"))
                .with("generator.normalization", "virtual-batch")
                .with("discriminator.normalization", "virtual-batch")
                .with("discriminator.conditioning", "concatenation")),
        Arguments.of(
            "embedding and ACGAN, dense",
            told("mlp")
                .with("generator.conditioning", "embedding")
                .with("discriminator.conditioning", "classifier")),
        Arguments.of(
            "R3GAN",
            told("r3gan")
                .with("generator.normalization", "none")
                .with("generator.conditioning", "embedding")
                .with("generator.range", "linear")
                .with("generator.emaDecay", "cosine(0..0.9, 40)")
                .with("discriminator.optimizer.beta2", "cosine(0.9..0.99, 40)")
                .with("method.loss", "relativistic-paired")
                .with("method.r1.weight", "cosine(2..0.2, 40)")
                .with("method.r2.weight", "cosine(2..0.2, 40)")
                .with("method.augment.translation", true)
                .with("method.augment.probability", "cosine(0..0.5, 40)")),
        Arguments.of(
            "R3GAN's halves as BEGAN, nothing at the end",
            tiny("r3gan")
                .with("generator.normalization", "none")
                .with("generator.range", "linear")
                .with("method.kind", "began")),
        Arguments.of(
            "BEGAN",
            tiny("encoder-decoder")
                .with("generator.normalization", "none")
                .with("method.kind", "began")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void resumesBitExactAndShowsPictures(String name, Recipe recipe) {
    DataSet data = new Noise();
    Checkpoint middle;
    Checkpoint end;
    try (TrainingState state = new TrainingState(recipe, data);
        Batches batches = new Batches(data, recipe.seed(), 0, false)) {
      step(state, batches);
      step(state, batches);
      middle = state.save();
      step(state, batches);
      end = state.save();
    }
    try (TrainingState state = new TrainingState(recipe, data);
        Batches batches = new Batches(data, recipe.seed(), middle.imagesSeen(), false)) {
      state.restore(middle);
      step(state, batches);
      assertEquals(end.tensors(), state.save().tensors());
    }
    for (boolean averaged : new boolean[] {false, true}) {
      try (Snapshot snapshot = Snapshot.of(end, averaged)) {
        float[] pixels =
            snapshot.pixels(
                LatentCodes.gaussian(3, 6, 1), new int[] {0, 1, 2}, Double.POSITIVE_INFINITY);
        assertEquals(3 * data.shape().pixels(), pixels.length);
        boolean bounded = recipe.generator().range() != PictureRange.LINEAR;
        for (float pixel : pixels) {
          assertTrue(Math.abs(pixel) <= (bounded ? 1 : Float.MAX_VALUE), "a pixel is " + pixel);
        }
      }
    }
  }

  private static void step(TrainingState state, Batches batches) {
    Map<String, Double> told = state.makeStep(batches).values();
    told.forEach((key, value) -> assertTrue(Double.isFinite(value), key + " is " + value));
    boolean classifier =
        state.recipe().method().conditional()
            && state.recipe().discriminator().conditioning().id().equals("classifier");
    assertEquals(classifier, told.containsKey("loss.class"));
  }

  /** Pictures of noise in three classes. */
  private static final class Noise implements DataSet {
    private final byte[][] pictures = new byte[40][shape().pixels()];

    Noise() {
      SplittableRandom random = new SplittableRandom(1);
      for (byte[] each : pictures) {
        random.nextBytes(each);
      }
    }

    @Override
    public String name() {
      return "Noise";
    }

    @Override
    public String fingerprint() {
      return "noise";
    }

    @Override
    public int size() {
      return pictures.length;
    }

    @Override
    public ImageShape shape() {
      return new ImageShape(3, 32, 32);
    }

    @Override
    public List<String> classNames() {
      return List.of("a", "b", "c");
    }

    @Override
    public int label(int index) {
      return index % 3;
    }

    @Override
    public void read(int index, byte[] target, int offset) {
      System.arraycopy(pictures[index], 0, target, offset, pictures[index].length);
    }

    @Override
    public List<DataProblem> problems() {
      return List.of();
    }
  }
}

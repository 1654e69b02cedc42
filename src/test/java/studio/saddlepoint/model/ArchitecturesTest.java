package studio.saddlepoint.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.network.Architecture;
import studio.saddlepoint.recipe.network.OptimizerKind;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.TorchEngine;

/** Every architecture at every size with every option learns with all of its weights. */
class ArchitecturesTest {
  private static final int BATCH = 4;
  private static final int CLASSES = 3;

  private static Stream<Recipe> sizes() {
    List<Recipe> found = new ArrayList<>();
    for (Architecture architecture : Architecture.trained()) {
      for (int size : new int[] {28, 32, 64, 128}) {
        if (architecture.fits(size)) {
          found.add(recipe(architecture).with("data.size", size));
        }
      }
    }
    return found.stream();
  }

  private static Stream<Recipe> options() {
    List<Recipe> found = new ArrayList<>();
    for (Architecture architecture : Architecture.trained()) {
      Recipe plain = recipe(architecture);
      boolean maps = !architecture.dense();
      for (String network : List.of("generator", "discriminator")) {
        if (architecture != Architecture.R3GAN) {
          normed(plain, network, found);
        }
        if (maps) {
          Recipe attending = plain.with(network + ".attention", true);
          found.add(attending);
          found.add(attending.with("data.size", 64));
        }
      }
      for (String each : List.of("relu", "leaky-relu", "elu", "tanh", "sigmoid")) {
        found.add(plain.with("generator.activation", each).with("discriminator.activation", each));
      }
      found.add(
          plain
              .with("method.kind", "began")
              .with(
                  "discriminator.normalization",
                  maps && architecture != Architecture.R3GAN ? "virtual-batch" : "none"));
      found.add(plain.with("generator.upsampling", "nearest"));
      found.add(plain.with("generator.upsampling", "bilinear"));
      found.add(plain.with("discriminator.downsampling", "average"));
      found.add(plain.with("discriminator.downsampling", "max"));
      found.add(
          plain
              .with("generator.firstWeights", "xavier-uniform")
              .with("discriminator.firstWeights", "xavier-uniform"));
      found.add(plain.with("discriminator.minibatchDeviation", true));
      found.add(
          plain
              .with("discriminator.minibatchDiscrimination", true)
              .with("discriminator.minibatchDeviation", true));
      Recipe told = plain.with("method.conditional", true);
      for (String each : List.of("one-hot", "embedding")) {
        found.add(told.with("generator.conditioning", each));
      }
      for (String each : List.of("projection", "concatenation", "classifier", "embedding")) {
        found.add(told.with("discriminator.conditioning", each));
      }
      if (architecture != Architecture.R3GAN) {
        toldAndNormed(told, found);
      }
    }
    Recipe began = recipe(Architecture.DCGAN).with("method.kind", "began");
    found.add(began.with("data.size", 128).with("discriminator.normalization", "none"));
    found.add(began.with("discriminator.downsampling", "average"));
    found.add(
        began.with("discriminator.conditioning", "concatenation").with("method.conditional", true));
    return found.stream();
  }

  /** Options of a network that is normalised, or divides its weights. */
  private static void normed(Recipe plain, String network, List<Recipe> found) {
    boolean maps = !plain.generator().architecture().dense();
    for (String each : List.of("none", "instance", "layer", "virtual-batch")) {
      if (maps || !each.equals("instance")) {
        found.add(plain.with(network + ".normalization", each));
      }
    }
    found.add(plain.with(network + ".spectralNorm", true));
    if (maps) {
      found.add(plain.with(network + ".attention", true).with(network + ".spectralNorm", true));
    }
  }

  /** The same of networks that are told the class. */
  private static void toldAndNormed(Recipe told, List<Recipe> found) {
    if (!told.generator().architecture().equalized()) {
      found.add(told.with("generator.conditioning", "batch-norm"));
    }
    found.add(told.with("generator.normalization", "virtual-batch"));
    found.add(
        told.with("discriminator.minibatchDiscrimination", true)
            .with("discriminator.minibatchDeviation", true)
            .with("discriminator.normalization", "virtual-batch"));
    for (String each : List.of("projection", "concatenation", "classifier", "embedding")) {
      Recipe judged = told.with("discriminator.conditioning", each);
      found.add(judged.with("discriminator.normalization", "virtual-batch"));
      found.add(
          judged
              .with("discriminator.spectralNorm", true)
              .with("discriminator.normalization", "none"));
    }
  }

  private static Recipe recipe(Architecture architecture) {
    return plain(architecture)
        .with("generator.architecture", architecture)
        .with("generator.width", 4)
        .with("generator.latentSize", 6)
        .with("discriminator.width", 4)
        .with("training.batchSize", BATCH)
        .with("training.referenceSize", BATCH);
  }

  private static Recipe plain(Architecture architecture) {
    Recipe recipe = Recipe.defaults();
    return architecture == Architecture.R3GAN
        ? recipe.with("generator.normalization", "none").with("discriminator.normalization", "none")
        : recipe;
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void fitsPicturesOfEverySizeInGreyAndColour(Recipe recipe) {
    checkLearning(recipe, 1);
    checkLearning(recipe, 3);
  }

  @ParameterizedTest
  @MethodSource("options")
  void learnsWithAllWeightsUnderEveryOption(Recipe recipe) {
    checkLearning(recipe, 3);
  }

  private static void checkLearning(Recipe recipe, int channels) {
    ImageShape shape = new ImageShape(channels, recipe.data().size(), recipe.data().size());
    List<String> names =
        recipe.method().conditional()
            ? IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList()
            : List.of();
    LatentSpace latent = new LatentSpace(recipe.generator().latentSize(), names);
    try (NDManager manager = TorchEngine.manager(TorchEngine.device("cpu"));
        Generator generator = Architectures.generator(recipe, latent, shape, manager);
        Discriminator discriminator =
            Architectures.discriminator(recipe, names.size(), shape, manager)) {
      ArrayScopes.scoped(
          () -> {
            Autograd.enable(true);
            new Lesson(recipe, generator, discriminator, manager).check();
            return true;
          });
    }
  }

  /** Two steps of both networks, and what must hold for them. */
  private record Lesson(
      Recipe recipe, Generator generator, Discriminator discriminator, NDManager manager) {

    void check() {
      NDArray labels = ArrayScopes.of(manager, new long[] {0, 1, 2, 1});
      if (discriminator.references() > 0) {
        discriminator.setReference(noise(2, real()), labels);
      }
      for (Network network : List.of(generator.network(), discriminator.network())) {
        int arrays = network.weights().size() + network.buffers().size();
        assertEquals(arrays, network.state().size(), "a name is used twice");
      }
      List<float[]> before = values();
      Optimizer ofGenerator = new Optimizer(OptimizerKind.ADAM, generator.network());
      Optimizer ofDiscriminator = new Optimizer(OptimizerKind.ADAM, discriminator.network());
      for (int step = 0; step < 2; step++) {
        NDArray z = noise(step, new Shape(BATCH, recipe.generator().latentSize()));
        ForwardContext context = generator.context(labels, true);
        NDArray fake = generator.synthesize(generator.map(z, context), context);
        assertEquals(real(), fake.getShape());
        assertTrue(fake.abs().max().getFloat() <= 1, "out of range");
        DiscriminatorOutput judged = discriminator.judge(fake, labels, true);
        DiscriminatorOutput other = discriminator.judge(noise(7, real()), labels, true);
        assertEquals(new Shape(BATCH), judged.logits().getShape());
        NDArray loss = loss(judged, other, labels);
        List<NDArray> all = new ArrayList<>(generator.network().weights());
        all.addAll(discriminator.network().weights());
        List<NDArray> gradients = Autograd.gradients(loss, all);
        int split = generator.network().weights().size();
        ofGenerator.step(gradients.subList(0, split), recipe.generator().optimizer());
        ofDiscriminator.step(
            gradients.subList(split, gradients.size()), recipe.discriminator().optimizer());
      }
      checkMoved(before, values());
      NDArray z = noise(9, new Shape(2, recipe.generator().latentSize()));
      ForwardContext two = generator.context(ArrayScopes.of(manager, new long[] {0, 1}), false);
      NDArray shown =
          Autograd.without(true, () -> generator.synthesize(generator.map(z, two), two));
      assertTrue(shown.abs().max().getFloat() <= 1, "shows numbers out of range");
    }

    private static NDArray loss(
        DiscriminatorOutput judged, DiscriminatorOutput other, NDArray labels) {
      NDArray loss = Ops.softplus(other.logits()).mean().add(judged.logits().mean());
      if (judged.reconstruction().isPresent()) {
        return judged.logits().mean().add(other.logits().mean());
      }
      return judged
          .classLogits()
          .map(each -> loss.add(Ops.crossEntropy(each, labels)))
          .orElse(loss);
    }

    private Shape real() {
      ImageShape shape = generator.shape();
      return new Shape(BATCH, shape.channels(), shape.height(), shape.width());
    }

    private NDArray noise(long seed, Shape shape) {
      SplittableRandom random = new SplittableRandom(seed);
      float[] values = new float[(int) shape.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) Math.tanh(random.nextGaussian());
      }
      return ArrayScopes.of(manager, values, shape);
    }

    private List<float[]> values() {
      List<float[]> all = new ArrayList<>();
      for (NDArray each : generator.network().weights()) {
        all.add(each.toFloatArray());
      }
      for (NDArray each : discriminator.network().weights()) {
        all.add(each.toFloatArray());
      }
      return all;
    }

    private void checkMoved(List<float[]> before, List<float[]> after) {
      List<String> names = new ArrayList<>();
      for (Network network : List.of(generator.network(), discriminator.network())) {
        for (Map.Entry<String, NDArray> each : network.state().entrySet()) {
          if (network.weights().contains(each.getValue())) {
            names.add(each.getKey());
          }
        }
      }
      for (int i = 0; i < before.size(); i++) {
        float[] was = before.get(i);
        float[] is = after.get(i);
        boolean moved = false;
        for (int j = 0; j < was.length; j++) {
          assertTrue(Float.isFinite(is[j]), names.get(i) + " is not finite");
          moved |= was[j] != is[j];
        }
        assertTrue(moved, names.get(i) + " did not move");
      }
    }
  }

  @Test
  void aUniformPriorSpreadsNormalCodesEvenly() {
    Recipe recipe = Recipe.defaults().with("generator.prior", "uniform").with("generator.width", 4);
    TorchEngine.start(Progress.NONE);
    try (NDManager manager = TorchEngine.manager(Device.cpu());
        Generator generator =
            Architectures.generator(
                recipe, new LatentSpace(3, List.of()), new ImageShape(1, 32, 32), manager)) {
      NDArray z = manager.create(new float[] {-40, -0.6744898f, 0, 0.6744898f, 1, 40});
      float[] w = generator.map(z.reshape(2, 3), ForwardContext.of(false)).toFloatArray();
      assertArrayEquals(new float[] {-1, -0.5f, 0, 0.5f, 0.6826895f, 1}, w, 1e-6f);
    }
  }
}

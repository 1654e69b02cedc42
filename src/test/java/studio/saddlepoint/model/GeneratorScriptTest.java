package studio.saddlepoint.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Resolution;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.recipe.network.Architecture;
import studio.saddlepoint.recipe.network.LatentPrior;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.Scalars;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.torch.TorchScriptMethods;

/** What a generator's TorchScript file makes is what the generator makes. */
class GeneratorScriptTest {
  private static final double TOLERANCE = 1e-4;
  private static final int BATCH = 3;
  private static final List<String> CLASSES = List.of("a", "b", "c");

  @TempDir Path folder;

  /** Of every recipe that comes with the program, with few channels. */
  private static Stream<Recipe> embedded() {
    return Recipes.embedded().stream().map(GeneratorScriptTest::tiny);
  }

  /** Every way to build each architecture that changes what its generator computes. */
  private static Stream<Recipe> options() {
    List<Recipe> found = new ArrayList<>();
    for (Architecture architecture : Architecture.trained()) {
      Recipe plain = recipe(architecture);
      Recipe told = plain.with("method.conditional", true);
      boolean divides = architecture != Architecture.R3GAN;
      boolean maps = !architecture.dense();
      found.add(
          plain.with(
              Map.of(
                  "generator.activation", "elu",
                  "generator.upsampling", "nearest",
                  "generator.range", "unit",
                  "generator.prior", "uniform",
                  "generator.attention", maps)));
      found.add(
          told.with(
              Map.of(
                  "generator.activation", "tanh",
                  "generator.upsampling", "bilinear",
                  "generator.range", "linear",
                  "generator.dropout", 0.2)));
      found.add(
          told.with(
              Map.of(
                  "generator.conditioning",
                  "embedding",
                  "generator.activation",
                  "sigmoid",
                  "generator.spectralNorm",
                  divides,
                  "generator.attention",
                  maps)));
    }
    for (Architecture architecture : List.of(Architecture.DCGAN, Architecture.DENSE_CONV)) {
      for (String each : List.of("batch", "instance", "layer", "virtual-batch", "pixel")) {
        found.add(recipe(architecture).with("generator.normalization", each));
      }
      Recipe told = recipe(architecture).with("method.conditional", true);
      found.add(told.with("generator.normalization", "virtual-batch"));
      found.add(
          told.with("generator.normalization", "batch")
              .with("generator.conditioning", "batch-norm"));
    }
    found.add(recipe(Architecture.STYLEGAN2).with("data.size", 128));
    found.add(recipe(Architecture.DENSE_CONV).with("data.size", 28));
    found.add(
        recipe(Architecture.DCGAN)
            .with(Map.of("generator.attention", true, "generator.spectralNorm", true)));
    found.add(recipe(Architecture.DCGAN).with("training.channelsLast", true));
    return found.stream();
  }

  static Recipe recipe(Architecture architecture) {
    return tiny(
        Recipe.defaults()
            .with(
                Map.of(
                    "generator.architecture", architecture.id(),
                    "generator.normalization", "none",
                    "discriminator.normalization", "none")));
  }

  private static Recipe tiny(Recipe recipe) {
    return recipe.with(
        Map.of("generator.width", 4, "generator.latentSize", 6, "discriminator.width", 4));
  }

  @ParameterizedTest
  @MethodSource({"embedded", "options"})
  void makesTheSamePictures(Recipe recipe) throws IOException {
    check(recipe, Optional.empty());
  }

  private static Stream<Resolution> phases() {
    return Stream.of(
        Resolution.of(4),
        new Resolution(8, 0.3),
        Resolution.of(16),
        new Resolution(32, 0.75),
        Resolution.of(32));
  }

  @ParameterizedTest
  @MethodSource("phases")
  void makesTheSamePicturesWhileItGrows(Resolution now) throws IOException {
    for (Architecture architecture : Architecture.trained()) {
      if (architecture.grows()) {
        check(recipe(architecture).with("method.growing.from", 4), Optional.of(now));
      }
    }
  }

  private void check(Recipe recipe, Optional<Resolution> now) throws IOException {
    TorchEngine.start(Progress.NONE);
    Autograd.enable(false);
    boolean told = recipe.method().conditional();
    LatentSpace latent =
        new LatentSpace(recipe.generator().latentSize(), told ? CLASSES : List.of());
    int size = recipe.data().size();
    Path file = folder.resolve("generator.pt");
    try (NDManager manager = TorchEngine.manager(Device.cpu());
        Generator generator =
            Architectures.generator(recipe, latent, new ImageShape(3, size, size), manager)) {
      shake(generator, manager);
      float[] mean = numbers(generator.w().size(), 3);
      try (OutputStream out = Files.newOutputStream(file)) {
        ArrayScopes.scoped(() -> written(generator, now, mean, out, Map.of()));
      }
      NDArray z =
          manager.create(numbers(BATCH * latent.size(), 1), new Shape(BATCH, latent.size()));
      NDArray labels = manager.create(new long[] {2, 0, 1});
      ForwardContext plain = generator.context(labels, false);
      ForwardContext context = now.map(plain::withResolution).orElse(plain);
      // codes are of the prior: what a generator is given is normal
      NDArray w = generator.map(z, context);
      NDArray code = generator.hasMapping() ? z : w;
      float[] expected = generator.synthesize(w, context).toFloatArray();
      try (TorchScriptMethods script = TorchScriptMethods.load(file, Device.cpu())) {
        NDArray[] arguments = told ? new NDArray[] {code, labels} : new NDArray[] {code};
        if (generator.hasMapping() && generator.prior() == LatentPrior.UNIFORM) {
          arguments[0] = uniform(z);
        }
        near(expected, script.call("forward", arguments));
        if (told) {
          arguments[1] = context.classes();
          near(expected, script.call("forward", arguments));
        }
        if (generator.hasMapping()) {
          near(w.toFloatArray(), script.call("map", arguments));
          near(expected, script.call("synthesize", w));
          assertArrayEquals(mean, script.ask("mean_w").get(0).toFloatArray());
        }
        assertEquals(generator.hasNoise(), script.has("kept_noise"));
        if (generator.hasNoise()) {
          List<NDArray> none = script.ask("kept_noise").stream().map(NDArray::zerosLike).toList();
          float[] quiet = generator.synthesize(w, context.withoutNoise()).toFloatArray();
          near(quiet, script.call("synthesize_with", w, none));
          assertTrue(largestDifference(quiet, expected) > 1e-3);
        }
      }
    }
  }

  static boolean written(
      Generator generator,
      Optional<Resolution> now,
      float[] mean,
      OutputStream out,
      Map<String, String> extra) {
    try {
      GeneratorScript.of(generator, now, mean).write(out, extra, Progress.NONE);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Normal codes as codes of the uniform prior. */
  static NDArray uniform(NDArray z) {
    return Scalars.mul(z, Math.sqrt(0.5)).erf();
  }

  /** No weight, bias, strength of noise or running statistic is one that could be left out. */
  static void shake(Generator generator, NDManager manager) {
    SplittableRandom random = new SplittableRandom(7);
    generator
        .network()
        .state()
        .forEach(
            (name, array) -> {
              float[] values = array.toFloatArray();
              for (int i = 0; i < values.length; i++) {
                values[i] += (float) (0.4 * (random.nextDouble() - 0.5));
              }
              Ops.copyInto(List.of(array), List.of(manager.create(values, array.getShape())));
            });
  }

  static float[] numbers(int count, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  private static void near(float[] expected, NDArray got) {
    double scale = 1;
    for (float each : expected) {
      scale = Math.max(scale, Math.abs(each));
    }
    assertEquals(expected.length, got.size());
    assertEquals(0, largestDifference(expected, got.toFloatArray()) / scale, TOLERANCE);
  }

  private static double largestDifference(float[] a, float[] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }

  /** The numbers of pictures are not near each other because all are the same. */
  @Test
  void picturesOfTheTestDiffer() {
    TorchEngine.start(Progress.NONE);
    Autograd.enable(false);
    Recipe recipe = recipe(Architecture.DCGAN);
    try (NDManager manager = TorchEngine.manager(Device.cpu());
        Generator generator =
            Architectures.generator(
                recipe, new LatentSpace(6, List.of()), new ImageShape(3, 32, 32), manager)) {
      shake(generator, manager);
      ForwardContext context = ForwardContext.of(false);
      float[] one =
          generator
              .synthesize(manager.create(numbers(6, 1), new Shape(1, 6)), context)
              .toFloatArray();
      float[] other =
          generator
              .synthesize(manager.create(numbers(6, 2), new Shape(1, 6)), context)
              .toFloatArray();
      assertTrue(largestDifference(one, other) > 0.1);
    }
  }
}

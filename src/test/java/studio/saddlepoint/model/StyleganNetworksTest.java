package studio.saddlepoint.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.nn.ContextLayer;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.GradientCheck;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.Resolution;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;

class StyleganNetworksTest {
  private static final int SIZE = 16;
  private static final int ROWS = 6;
  private static final int LATENT = 5;
  private static final int N = 2;
  private static final ImageShape SHAPE = new ImageShape(3, SIZE, SIZE);

  private NDManager manager;

  @BeforeEach
  void open() {
    TorchEngine.start(Progress.NONE);
    Autograd.enable(true);
    manager = TorchEngine.manager(Device.cpu());
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private static Recipe recipe(int growingFrom) {
    return Recipe.defaults()
        .with(
            Map.of(
                "generator.architecture",
                "stylegan",
                "generator.normalization",
                "none",
                "generator.range",
                "linear",
                "generator.width",
                4,
                "generator.latentSize",
                LATENT,
                "discriminator.normalization",
                "none",
                "discriminator.minibatchDeviation",
                true,
                "discriminator.width",
                4,
                "data.size",
                32,
                "method.growing.from",
                growingFrom));
  }

  private Generator generator(int growingFrom) {
    LatentSpace latent = new LatentSpace(LATENT, List.of());
    return Architectures.generator(recipe(growingFrom), latent, SHAPE, manager);
  }

  /** Weighs noise, which weighs nothing at first. */
  private static Generator noisy(Generator generator) {
    generator.network().state().entrySet().stream()
        .filter(each -> each.getKey().endsWith("noise_weight"))
        .forEach(each -> Autograd.without(() -> each.getValue().addi(1)));
    return generator;
  }

  private NDArray w(double seed) {
    float[] values = new float[N * ROWS * LATENT];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(seed + 1.7 * i);
    }
    return manager.create(values, new Shape(N, ROWS, LATENT));
  }

  private static ForwardContext at(Resolution now) {
    return ForwardContext.of(false).withResolution(now);
  }

  @Test
  void everySizeHasTwoRowsWhicheverSizeTheNetworksHaveGrownTo() {
    for (int growingFrom : new int[] {0, 4}) {
      Generator generator = generator(growingFrom);
      assertEquals(new WSpace(ROWS, LATENT), generator.w());
      assertTrue(generator.hasMapping());
      for (int size : growingFrom == 0 ? new int[] {SIZE} : new int[] {4, 8, SIZE}) {
        ForwardContext context = at(Resolution.of(size));
        float[] plain = generator.synthesize(w(0), context).toFloatArray();
        for (int row = 0; row < ROWS; row++) {
          NDArray changed = w(0);
          changed.set(new NDIndex(":, " + row + ", :"), w(3).get(":, " + row + ", :"));
          boolean same =
              Arrays.equals(plain, generator.synthesize(changed, context).toFloatArray());
          assertEquals(4 << row / 2 > size, same, "row " + row + " at " + size);
        }
      }
    }
  }

  @Test
  void aNewSizeBeginsWithThePicturesOfTheOneBefore() {
    Generator generator = noisy(generator(4));
    NDArray small = generator.synthesize(w(0), at(Resolution.of(8)));
    NDArray large = generator.synthesize(w(0), at(new Resolution(16, 0)));
    assertArrayEquals(Fade.enlarged(small).toFloatArray(), large.toFloatArray(), 1e-6f);
  }

  @Test
  void itBeginsWithAConstantOfOneStylesAroundOneAndNoNoise() {
    Generator generator = generator(0);
    generator.network().state().forEach((name, value) -> checkFirst(name, value.toFloatArray()));
    ForwardContext fixed = ForwardContext.of(false);
    float[] usual = generator.synthesize(w(0), fixed).toFloatArray();
    assertArrayEquals(
        usual, generator.synthesize(w(0), fixed.withoutNoise()).toFloatArray(), "no weight yet");
    float[] noise = noisy(generator).synthesize(w(0), fixed).toFloatArray();
    assertFalse(Arrays.equals(usual, noise));
    assertArrayEquals(noise, generator.synthesize(w(0), fixed).toFloatArray());
  }

  private static void checkFirst(String name, float[] values) {
    if (name.endsWith("maps") || name.endsWith("scale_bias")) {
      assertEquals(1, values[0], name);
    } else if (name.endsWith("bias") || name.endsWith("noise_weight")) {
      assertEquals(0, values[0], name);
    }
  }

  /** Noise and a bias before instance norm; a scale and a shift of each map after it. */
  @Test
  void mapsThatLeaveALayerHaveTheMeansThatTheStyleSays() {
    Recipe recipe = recipe(0);
    Layer stage = new StyleganNetworks().first(spec(recipe), 8);
    stage.initialize(manager, ai.djl.ndarray.types.DataType.FLOAT32, new Shape(N, ROWS, LATENT));
    stage.getParameters().stream()
        .filter(each -> each.getKey().endsWith("noise_weight"))
        .forEach(each -> Autograd.without(() -> each.getValue().getArray().addi(1)));
    ForwardContext context = ForwardContext.of(false).withStyles(w(0));
    NDArray maps = stage.apply(w(0), context);
    Layer shift = last(stage, "shift");
    NDArray says = shift.apply(w(0).get(":, 1, :"), context);
    assertEquals(new Shape(N, 8, 4, 4), maps.getShape());
    assertArrayEquals(
        says.toFloatArray(), maps.reshape(N, 8, -1).mean(new int[] {2}).toFloatArray(), 1e-5f);
  }

  /** The last layer within one whose name ends so. */
  private static Layer last(ai.djl.nn.Block within, String name) {
    List<Layer> found = new ArrayList<>();
    within
        .getChildren()
        .forEach(
            child -> {
              if (child.getKey().endsWith(name)) {
                found.add((Layer) child.getValue());
              } else if (holds(child.getValue(), name)) {
                found.add(last(child.getValue(), name));
              }
            });
    return found.get(found.size() - 1);
  }

  private static boolean holds(ai.djl.nn.Block block, String name) {
    return block.getChildren().stream()
        .anyMatch(child -> child.getKey().endsWith(name) || holds(child.getValue(), name));
  }

  private static NetworkSpec spec(Recipe recipe) {
    LayerFactory factory = LayerFactory.ofGenerator(recipe, 0, new SplittableRandom(1));
    return new NetworkSpec(recipe, LATENT, SHAPE, factory);
  }

  /** A generator or discriminator in passes at a resolution, where w are the styles, too. */
  private static final class At extends ContextLayer {
    private final Layer layer;
    private final Resolution now;

    At(Layer layer, Resolution now) {
      this.layer = addChildBlock("layer", layer);
      this.now = now;
    }

    @Override
    public NDArray apply(NDArray x, ForwardContext context) {
      ForwardContext at = context.withResolution(now);
      return layer.apply(x, x.getShape().dimension() == 3 ? at.withStyles(x) : at);
    }

    @Override
    protected Shape outputShape(Shape in) {
      int size = now.size();
      Shape whole = layer.getOutputShapes(new Shape[] {in})[0];
      return whole.dimension() == 4 ? new Shape(N, whole.get(1), size, size) : whole;
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 16, 1", "4, 16, 0.6"})
  void gradientsOfTheGeneratorAgreeWithCentralDifferences(int from, int size, double fade) {
    Shape input = new Shape(N, ROWS, LATENT);
    Resolution now = new Resolution(size, fade);
    GradientCheck.first("generator", new At(synthesis(from), now), input);
    GradientCheck.second("generator", new At(synthesis(from), now), input);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void gradientsOfTheDiscriminatorAgreeWithCentralDifferences(int from) {
    Shape input = new Shape(N, 3, SIZE, SIZE);
    Resolution now = new Resolution(SIZE, from == 0 ? 1 : 0.4);
    GradientCheck.first("discriminator", new At(trunk(from), now), input);
    GradientCheck.second("discriminator", new At(trunk(from), now), input);
  }

  /** With an activation without kinks, which no step of a difference may cross. */
  private static Recipe smooth(int growingFrom) {
    return recipe(growingFrom)
        .with("generator.activation", "tanh")
        .with("discriminator.activation", "tanh");
  }

  private static Layer synthesis(int growingFrom) {
    return new StyleganNetworks().synthesis(spec(smooth(growingFrom)));
  }

  private static Layer trunk(int growingFrom) {
    Recipe recipe = smooth(growingFrom);
    LayerFactory factory = LayerFactory.ofDiscriminator(recipe, new SplittableRandom(1));
    return new StyleganNetworks().trunk(new NetworkSpec(recipe, 3, SHAPE, factory));
  }

  /**
   * They see as much of a picture as convolutions that halve it can: what is smoothed is halved.
   */
  @Test
  void theDiscriminatorTakesPicturesOfEachSize() {
    try (Discriminator discriminator = Architectures.discriminator(recipe(4), 0, SHAPE, manager)) {
      for (int size : new int[] {4, 8, SIZE}) {
        NDArray pictures = manager.ones(new Shape(4, 3, size, size));
        NDArray logits =
            discriminator
                .judge(pictures, manager.create(new long[4]), at(Resolution.of(size)))
                .logits();
        assertEquals(new Shape(4), logits.getShape());
      }
    }
  }
}

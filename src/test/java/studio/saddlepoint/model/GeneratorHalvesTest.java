package studio.saddlepoint.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Resolution;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;

class GeneratorHalvesTest {
  private static final int SIZE = 4;
  private static final int N = 3;

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

  private Generator styled(String... classes) {
    Generator made =
        StyledNetworks.generator(
            Recipe.defaults().with("generator.normalization", "none"),
            new LatentSpace(SIZE, List.of(classes)),
            new ImageShape(1, 8, 8),
            manager);
    made.network().state().entrySet().stream() // otherwise noise weighs nothing at first
        .filter(each -> each.getKey().endsWith("noise_weight"))
        .forEach(each -> Autograd.without(() -> each.getValue().addi(1)));
    return made;
  }

  private NDArray codes(int seed) {
    float[] values = new float[N * SIZE];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(seed + 1.7 * i);
    }
    return manager.create(values, new Shape(N, SIZE));
  }

  private ForwardContext classes(Generator generator, long... labels) {
    return generator.context(manager.create(labels), false);
  }

  private static float[] numbers(NDArray array) {
    return array.toFloatArray();
  }

  @Test
  void aMappingNetworkGivesACodeForEachStyledLayer() {
    Generator generator = styled();
    ForwardContext context = classes(generator, 0, 0, 0);
    NDArray w = generator.map(codes(0), context);
    assertEquals(new Shape(N, 2, 5), w.getShape());
    assertEquals(w.getShape(), generator.w().shape(N));
    assertEquals(10, generator.w().length());
    assertArrayEquals(numbers(w.get(":, 0")), numbers(w.get(":, 1")));
    assertEquals(new Shape(N, 1, 8, 8), generator.synthesize(w, context).getShape());
  }

  @Test
  void withoutAMappingNetworkWIsZ() {
    for (String conditioning : List.of("one-hot", "embedding", "batch-norm")) {
      Generator generator =
          Architectures.generator(
              Recipe.defaults()
                  .with("generator.conditioning", conditioning)
                  .with("generator.width", 4),
              new LatentSpace(SIZE, List.of("a", "b")),
              new ImageShape(1, 32, 32),
              manager);
      assertEquals(new WSpace(0, SIZE), generator.w());
      assertFalse(generator.hasMapping());
      ForwardContext a = classes(generator, 0, 0, 0);
      ForwardContext b = classes(generator, 1, 1, 1);
      assertArrayEquals(numbers(codes(0)), numbers(generator.map(codes(0), a)));
      float[] first = numbers(generator.synthesize(codes(0), a));
      assertFalse(
          Arrays.equals(first, numbers(generator.synthesize(codes(0), b))), "no class was told");
      assertThrows(
          IllegalStateException.class,
          () -> generator.synthesize(codes(0), ForwardContext.of(false)));
    }
  }

  @Test
  void theClassGoesThroughTheMappingNetwork() {
    for (String conditioning : List.of("one-hot", "embedding")) {
      Generator generator =
          StyledNetworks.generator(
              Recipe.defaults()
                  .with("generator.normalization", "none")
                  .with("generator.conditioning", conditioning),
              new LatentSpace(SIZE, List.of("a", "b")),
              new ImageShape(1, 8, 8),
              manager);
      NDArray a = generator.map(codes(0), classes(generator, 0, 0, 0));
      NDArray b = generator.map(codes(0), classes(generator, 1, 1, 1));
      assertFalse(Arrays.equals(numbers(a), numbers(b)));
      assertArrayEquals(
          numbers(generator.synthesize(a, classes(generator, 0, 0, 0))),
          numbers(generator.synthesize(a, classes(generator, 1, 1, 1))));
    }
  }

  @Test
  void stylesMixByLayer() {
    Generator generator = styled();
    ForwardContext context = classes(generator, 0, 0, 0);
    NDArray a = generator.map(codes(0), context);
    NDArray b = generator.map(codes(5), context);
    NDArray mixed = NDArrays.concat(new NDList(a.get(":, :1"), b.get(":, 1:")), 1);
    float[] made = numbers(generator.synthesize(mixed, context));
    assertFalse(Arrays.equals(made, numbers(generator.synthesize(a, context))));
    assertFalse(Arrays.equals(made, numbers(generator.synthesize(b, context))));
    NDArray again = NDArrays.concat(new NDList(a.get(":, :1"), a.get(":, 1:")), 1);
    assertArrayEquals(
        numbers(generator.synthesize(a, context)), numbers(generator.synthesize(again, context)));
  }

  @Test
  void gradientsReachWAndBothHalves() {
    Generator generator = styled();
    ForwardContext context = generator.context(manager.create(new long[N]), true);
    NDArray w = Autograd.detach(generator.map(codes(0), context));
    w.setRequiresGradient(true);
    NDArray loss = generator.synthesize(w, context).square().sum();
    float[] gradient = numbers(Autograd.gradients(loss, List.of(w)).get(0));
    float[] at = numbers(w);
    for (int i : new int[] {0, 7, 13, at.length - 1}) {
      double step = 1e-2;
      double difference =
          loss(generator, at, i, step, context) - loss(generator, at, i, -step, context);
      assertEquals(difference / (2 * step), gradient[i], 2e-2 * Math.max(1, Math.abs(gradient[i])));
    }
    NDArray whole = generator.synthesize(generator.map(codes(0), context), context).square().sum();
    for (NDArray each : Autograd.gradients(whole, generator.network().weights())) {
      assertTrue(each.abs().max().getFloat() > 0);
    }
  }

  private double loss(
      Generator generator, float[] at, int place, double step, ForwardContext context) {
    float[] moved = at.clone();
    moved[place] += (float) step;
    NDArray w = manager.create(moved, generator.w().shape(N));
    return generator.synthesize(w, context).square().sum().getFloat();
  }

  @Test
  void noiseIsFixedFreshOrOff() {
    Generator generator = styled();
    ForwardContext fixed = classes(generator, 0, 0, 0);
    NDArray w = generator.map(codes(0), fixed);
    float[] usual = numbers(generator.synthesize(w, fixed));
    assertArrayEquals(usual, numbers(generator.synthesize(w, fixed)));
    float[] off = numbers(generator.synthesize(w, fixed.withoutNoise()));
    assertFalse(Arrays.equals(usual, off));
    ForwardContext zeros = fixed.withNoise((like, shape) -> like.getManager().zeros(shape));
    assertArrayEquals(off, numbers(generator.synthesize(w, zeros)));
    ForwardContext ones = fixed.withNoise((like, shape) -> like.getManager().ones(shape));
    assertFalse(Arrays.equals(off, numbers(generator.synthesize(w, ones))));
  }

  @Test
  void aGrowingNetworkMakesItsResolution() {
    Generator generator = styled();
    ForwardContext context = classes(generator, 0, 0, 0).withResolution(Resolution.of(4));
    NDArray w = generator.map(codes(0), context);
    assertEquals(new Shape(N, 1, 4, 4), generator.synthesize(w, context).getShape());
  }

  @Test
  void othersMakeMeansOfTheirLargest() {
    Generator generator =
        Architectures.generator(
            Recipe.defaults().with("generator.width", 4),
            new LatentSpace(SIZE, List.of()),
            new ImageShape(1, 32, 32),
            manager);
    ForwardContext context = ForwardContext.of(false);
    NDArray large = generator.synthesize(codes(0), context);
    NDArray small = generator.synthesize(codes(0), context.withResolution(Resolution.of(16)));
    assertEquals(new Shape(N, 1, 16, 16), small.getShape());
    assertEquals(
        large.get(new NDIndex("0, 0, :2, :2")).mean().getFloat(),
        small.get(new NDIndex("0, 0, 0, 0")).getFloat(),
        1e-6);
    assertThrows(
        StudioException.class,
        () -> generator.synthesize(codes(0), context.withResolution(Resolution.of(12))));
  }

  @Test
  void refusesNonsense() {
    assertThrows(IllegalArgumentException.class, () -> new Resolution(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Resolution(8, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Resolution(8, 1.5));
    Recipe virtual = Recipe.defaults().with("generator.normalization", "virtual-batch");
    LatentSpace latent = new LatentSpace(SIZE, List.of());
    ImageShape shape = new ImageShape(1, 8, 8);
    assertThrows(
        StudioException.class, () -> StyledNetworks.generator(virtual, latent, shape, manager));
    Generator generator = styled();
    NDArray w = generator.map(codes(0), ForwardContext.of(false));
    ForwardContext unchosen = ForwardContext.of(false).withStyles(w);
    assertThrows(IllegalStateException.class, unchosen::style);
  }
}

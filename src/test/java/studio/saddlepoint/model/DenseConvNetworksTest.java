package studio.saddlepoint.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.torch.TorchEngine;

/** The layers of the dense and convolutional networks, by the shapes of their weights. */
class DenseConvNetworksTest {
  private static Recipe recipe(int size) {
    return Recipe.defaults()
        .with("generator.architecture", "dense-conv")
        .with("generator.width", 32)
        .with("generator.latentSize", 100)
        .with("discriminator.width", 64)
        .with("data.size", size);
  }

  @Test
  void digitsComeFromMapsOfSevenPixels() {
    try (NDManager manager = TorchEngine.manager(TorchEngine.device("cpu"));
        Generator generator = generator(recipe(28), 1, List.of(), manager)) {
      assertEquals(
          List.of(
              "(1024, 100)", "(6272, 1024)", "(128, 64, 4, 4)", "(64, 32, 4, 4)", "(1, 32, 3, 3)"),
          matrices(generator.network()));
      assertEquals(4, norms(generator.network()));
    }
  }

  @Test
  void digitsAreJudgedByTwoConvolutionsAndADenseLayer() {
    try (NDManager manager = TorchEngine.manager(TorchEngine.device("cpu"));
        Discriminator discriminator =
            Architectures.discriminator(recipe(28), 0, new ImageShape(1, 28, 28), manager)) {
      assertEquals(
          List.of("(64, 1, 4, 4)", "(128, 64, 4, 4)", "(1024, 6272)", "(1, 1024)"),
          matrices(discriminator.network()));
      assertEquals(3, norms(discriminator.network()));
    }
  }

  @Test
  void photosComeFromMapsOfTwoPixels() {
    Recipe recipe = recipe(32).with("discriminator.normalization", "none");
    try (NDManager manager = TorchEngine.manager(TorchEngine.device("cpu"));
        Generator generator = generator(recipe, 3, List.of(), manager);
        Discriminator discriminator =
            Architectures.discriminator(recipe, 0, new ImageShape(3, 32, 32), manager)) {
      assertEquals(
          List.of(
              "(1024, 100)",
              "(2048, 1024)",
              "(512, 256, 4, 4)",
              "(256, 128, 4, 4)",
              "(128, 64, 4, 4)",
              "(64, 32, 4, 4)",
              "(3, 32, 3, 3)"),
          matrices(generator.network()));
      assertEquals(
          List.of(
              "(64, 3, 4, 4)",
              "(128, 64, 4, 4)",
              "(256, 128, 4, 4)",
              "(512, 256, 4, 4)",
              "(1024, 2048)",
              "(1, 1024)"),
          matrices(discriminator.network()));
      assertEquals(0, norms(discriminator.network()));
    }
  }

  @Test
  void anEmbeddedClassIsThirtyTwoNumbersInBothNetworks() {
    List<String> classes = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
    Recipe recipe =
        recipe(28)
            .with("method.conditional", true)
            .with("generator.conditioning", "embedding")
            .with("discriminator.conditioning", "embedding");
    try (NDManager manager = TorchEngine.manager(TorchEngine.device("cpu"));
        Generator generator = generator(recipe, 1, classes, manager);
        Discriminator discriminator =
            Architectures.discriminator(recipe, 10, new ImageShape(1, 28, 28), manager)) {
      assertTrue(matrices(generator.network()).containsAll(List.of("(10, 32)", "(1024, 132)")));
      assertTrue(
          matrices(discriminator.network()).containsAll(List.of("(10, 32)", "(64, 33, 4, 4)")));
    }
  }

  @Test
  void xavierWeightsFillTheirBoundAndBiasesAreZero() {
    Recipe recipe = recipe(28).with("discriminator.firstWeights", "xavier-uniform");
    try (NDManager manager = TorchEngine.manager(TorchEngine.device("cpu"));
        Discriminator discriminator =
            Architectures.discriminator(recipe, 0, new ImageShape(1, 28, 28), manager)) {
      Map<String, NDArray> state = discriminator.network().state();
      state.forEach(
          (name, array) -> {
            if (array.getShape().dimension() > 1) {
              long outputs = array.getShape().get(0);
              long kernel = array.getShape().dimension() == 4 ? 16 : 1;
              double bound = Math.sqrt(6.0 / (kernel * (array.getShape().get(1) + outputs)));
              double largest = array.abs().max().getFloat();
              assertTrue(largest <= bound && largest > 0.97 * bound, name + ": " + largest);
              double square = array.square().mean().getFloat();
              assertEquals(bound * bound / 3, square, 0.1 * bound * bound, name);
            } else if (name.endsWith("bias")) {
              assertEquals(0, array.abs().max().getFloat(), name);
            } else if (name.endsWith("gamma")) {
              assertEquals(0, array.sub(1).abs().max().getFloat(), name);
            }
          });
    }
  }

  private static Generator generator(
      Recipe recipe, int channels, List<String> classes, NDManager manager) {
    int size = recipe.data().size();
    LatentSpace latent = new LatentSpace(recipe.generator().latentSize(), classes);
    return Architectures.generator(recipe, latent, new ImageShape(channels, size, size), manager);
  }

  private static List<String> matrices(Network network) {
    return network.state().values().stream()
        .filter(each -> each.getShape().dimension() > 1)
        .map(each -> each.getShape().toString())
        .toList();
  }

  private static long norms(Network network) {
    return network.state().keySet().stream().filter(each -> each.endsWith("gamma")).count();
  }
}

package studio.saddlepoint.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.torch.TorchEngine;

/** Runs on disk go on only if their recipes still give the arrays that they were begun with. */
class FirstWeightsTest {

  @ParameterizedTest
  @CsvSource({
    "dcgan-strokes, 1, 46f1352e, e1e30697",
    "dcgan-shapes, 3, 85b6d520, 291efa40",
    "conditional-strokes, 1, 50e82ce7, ee8b4b6",
    "wgan-gp-strokes, 1, 46f1352e, 6ed3b216",
    "mlp-strokes, 1, f525e31b, 7b82270d"
  })
  void namesAndValuesStayTheSame(
      String name, int channels, String generatorSum, String discriminatorSum) {
    Recipe recipe = Recipes.load(name);
    ImageShape shape = new ImageShape(channels, recipe.data().size(), recipe.data().size());
    List<String> classes =
        recipe.method().conditional()
            ? IntStream.range(0, 10).mapToObj(Integer::toString).toList()
            : List.of();
    LatentSpace latent = new LatentSpace(recipe.generator().latentSize(), classes);
    try (NDManager manager = TorchEngine.manager(TorchEngine.device("cpu"));
        Generator generator = Architectures.generator(recipe, latent, shape, manager);
        Discriminator discriminator =
            Architectures.discriminator(recipe, classes.size(), shape, manager)) {
      assertEquals(generatorSum, sum(generator.network()), name + ", generator");
      assertEquals(discriminatorSum, sum(discriminator.network()), name + ", discriminator");
    }
  }

  /** A sum of names, shapes and values, which are rounded: libraries may differ in the last bit. */
  private static String sum(Network network) {
    CRC32 sum = new CRC32();
    for (Map.Entry<String, NDArray> each : network.state().entrySet()) {
      String named = each.getKey() + each.getValue().getShape();
      sum.update(named.getBytes(StandardCharsets.UTF_8));
      for (float value : each.getValue().toFloatArray()) {
        sum.update((int) Math.round(value * 1e5));
      }
    }
    return Long.toHexString(sum.getValue());
  }
}

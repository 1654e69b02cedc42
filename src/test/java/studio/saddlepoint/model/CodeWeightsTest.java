package studio.saddlepoint.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.network.Architecture;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;

/** The weights by which generators read their codes, of every family. */
class CodeWeightsTest {
  private static final int SIZE = 6;
  private static final int N = 3;

  private NDManager manager;

  @BeforeEach
  void open() {
    TorchEngine.start(Progress.NONE);
    Autograd.enable(false);
    manager = TorchEngine.manager(Device.cpu());
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private Generator generator(String architecture, List<String> classes, String conditioning) {
    Recipe recipe =
        Recipe.defaults()
            .with("generator.architecture", architecture)
            .with("generator.normalization", "none")
            .with("generator.conditioning", conditioning)
            .with("generator.width", 4);
    return Architectures.generator(
        recipe, new LatentSpace(SIZE, classes), new ImageShape(1, 32, 32), manager);
  }

  @ParameterizedTest
  @EnumSource(value = Architecture.class, mode = EnumSource.Mode.EXCLUDE, names = "IMPORTED")
  void everyFamilyTellsThem(Architecture architecture) {
    Generator made = generator(architecture.id(), List.of(), "one-hot");
    List<CodeWeight> weights = made.codeWeights();
    assertFalse(weights.isEmpty());
    int size = made.w().size();
    assertTrue(weights.stream().allMatch(each -> each.matrix().getShape().get(1) == size));
    Set<Integer> rows = weights.stream().map(CodeWeight::row).collect(Collectors.toSet());
    int expected = Math.max(1, made.w().layers());
    assertEquals(IntStream.range(0, expected).boxed().collect(Collectors.toSet()), rows);
  }

  /** Without a norm, the first stage is what the weights make of the code, bent. */
  @ParameterizedTest
  @ValueSource(strings = {"dcgan", "mlp", "resnet", "dense-conv"})
  void theFirstStageIsMadeByThem(String architecture) {
    for (String conditioning : List.of("one-hot", "embedding")) {
      for (List<String> classes : List.of(List.<String>of(), List.of("a", "b"))) {
        Generator made = generator(architecture, classes, conditioning);
        ForwardContext context = made.context(manager.create(new long[N]), false);
        NDArray z = manager.randomNormal(new Shape(N, SIZE));
        NDArray zero = manager.zeros(new Shape(N, SIZE));
        float[] linear = z.matMul(made.codeWeights().get(0).matrix().transpose()).toFloatArray();
        float[] with = made.activations(z, context, 1).toFloatArray();
        float[] without = made.activations(zero, context, 1).toFloatArray();
        assertEquals(linear.length, with.length);
        int compared = 0;
        for (int i = 0; i < linear.length; i++) {
          if (with[i] > 0 && without[i] > 0 || classes.isEmpty() && with[i] > 0) {
            assertEquals(linear[i], with[i] - without[i], 1e-5);
            compared++;
          }
        }
        assertTrue(compared > linear.length / 10, compared + " of " + linear.length);
      }
    }
  }

  @Test
  void furtherStagesAreLarger() {
    Generator made = generator("dcgan", List.of(), "one-hot");
    ForwardContext context = made.context(manager.create(new long[N]), false);
    NDArray z = manager.randomNormal(new Shape(N, SIZE));
    assertEquals(new Shape(N, 16, 4, 4), made.activations(z, context, 1).getShape());
    assertEquals(new Shape(N, 8, 8, 8), made.activations(z, context, 2).getShape());
    assertEquals(new Shape(N, 1, 32, 32), made.activations(z, context, 9).getShape());
  }
}

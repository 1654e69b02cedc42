package studio.saddlepoint.train.method;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.saddlepoint.bench.BenchmarkData;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.model.Player;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.MethodKind;
import studio.saddlepoint.torch.TorchEngine;

class MethodsTest {
  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  @ParameterizedTest
  @EnumSource(MethodKind.class)
  void aMethodHasThePlayersThatItsKindNames(MethodKind kind) {
    Recipe recipe =
        Recipe.defaults()
            .with(Map.of("method.kind", kind.id(), "generator.width", 4, "discriminator.width", 4));
    try (NDManager manager = NDManager.newBaseManager()) {
      Method method = Methods.of(recipe, new BenchmarkData(new ImageShape(3, 32, 32)), manager);
      assertEquals(kind.players().names(), method.players().stream().map(Player::name).toList());
    }
  }
}

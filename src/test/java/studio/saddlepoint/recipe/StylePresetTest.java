package studio.saddlepoint.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.network.Architecture;

class StylePresetTest {
  private static Recipe of(int size, int batch) {
    return Recipe.defaults().with(Map.of("data.size", size, "training.batchSize", batch));
  }

  /** gamma = 0.0002 size^2 / batch; channels of 16,384 / size, at most 512. */
  @ParameterizedTest
  @CsvSource({"32, 32, 0.0064, 512", "64, 16, 0.0512, 256", "128, 32, 0.1024, 128"})
  void theAuthorsSettingsFollowFromSizeAndBatch(int size, int batch, double gamma, int width) {
    Recipe auto = StylePreset.AUTO.fill(of(size, batch));
    assertEquals(gamma, auto.method().r1().weight(), 1e-12);
    assertEquals(width, auto.generator().width());
    assertEquals(width, auto.discriminator().width());
    assertEquals(batch, auto.training().batchSize());
    assertEquals(0.0025, auto.generator().optimizer().learningRate());
    assertEquals(0.99, auto.discriminator().optimizer().beta2());
    assertEquals(2, auto.generator().mapping().layers());
    // half after 312.5 batches
    assertEquals(0.5, Math.pow(auto.generator().emaDecay(), 312.5), 1e-9);
  }

  @Test
  void cifarHasItsOwnBatchAndNeitherPathLengthsNorMixing() {
    Recipe cifar = StylePreset.CIFAR.fill(of(32, 8));
    assertEquals(64, cifar.training().batchSize());
    assertEquals(0.01, cifar.method().r1().weight());
    assertEquals(0, cifar.method().pathLength().weight());
    assertEquals(0, cifar.method().styleMixing());
    assertEquals(0.5, Math.pow(cifar.generator().emaDecay(), 500_000 / 64.0), 1e-9);
  }

  @ParameterizedTest
  @EnumSource
  void anyRecipeBecomesOneThatCanBegin(StylePreset preset) {
    for (Recipe embedded : Recipes.embedded()) {
      if (!embedded.generator().architecture().fits(64)) {
        continue;
      }
      Recipe filled = preset.fill(embedded.with("data.size", 64));
      RecipeCheck.requireNew(filled);
      assertEquals(Architecture.STYLEGAN2, filled.generator().architecture());
      assertEquals(embedded.data().source(), filled.data().source());
      assertEquals(embedded.method().conditional(), filled.method().conditional());
    }
    Recipe plain = preset.fill(Recipe.defaults().with("method.conditional", true));
    assertEquals(List.of(), RecipeCheck.warnings(plain));
  }

  @Test
  void sizesThatDoNotDoubleFromFourAreRefused() {
    StudioException refused =
        assertThrows(StudioException.class, () -> StylePreset.AUTO.fill(mnist()));
    assertTrue(refused.getMessage().contains("data.size is 28"), refused.getMessage());
  }

  private static Recipe mnist() {
    return Recipe.defaults().with(Map.of("generator.architecture", "dense-conv", "data.size", 28));
  }
}

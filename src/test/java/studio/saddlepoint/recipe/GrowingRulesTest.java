package studio.saddlepoint.recipe;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.saddlepoint.core.StudioException;

class GrowingRulesTest {
  private static final Recipe GROWING =
      Recipe.defaults()
          .with("generator.architecture", "progan")
          .with("generator.normalization", "pixel")
          .with("discriminator.normalization", "none")
          .with("method.growing.from", 4);

  @ParameterizedTest
  @CsvSource({
    "method.growing.from, 6, no power of two",
    "method.growing.from, 2, at least 4",
    "method.growing.from, 32, below that",
    "method.kind, began, only a generator and a discriminator",
    "generator.architecture, mlp, dcgan or progan",
    "generator.normalization, virtual-batch, reference batch"
  })
  void whatCannotGrowIsRefused(String key, String value, String reason) {
    StudioException refused = assertThrows(StudioException.class, () -> GROWING.with(key, value));
    assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    assertTrue(refused.getMessage().contains("method.growing.from is"), refused.getMessage());
  }

  @Test
  void aFadeThatIsLongerThanTheTrainingIsRefused() {
    Recipe longer = GROWING.with("method.growing.fadeImages", 2_000_000);
    StudioException refused =
        assertThrows(StudioException.class, () -> RecipeCheck.requireNew(longer));
    assertTrue(refused.getMessage().contains("2,010,000 together"), refused.getMessage());
    assertTrue(refused.getMessage().contains("sees 640,000 images"), refused.getMessage());
    assertDoesNotThrow(() -> RecipeCheck.requireNew(GROWING));
  }

  @Test
  void aTrainingThatEndsOnSmallerPicturesIsToldSo() {
    assertEquals(List.of(), RecipeCheck.warnings(GROWING));
    List<String> told = RecipeCheck.warnings(GROWING.with("training.steps", 900));
    assertTrue(told.toString().contains("after 60,000 images"), told.toString());
    assertTrue(told.toString().contains("ends on smaller pictures"), told.toString());
  }

  @Test
  void lengthsWithoutGrowthHaveNoEffect() {
    List<String> told =
        RecipeCheck.warnings(Recipe.defaults().with("method.growing.fadeImages", 5));
    assertTrue(told.toString().contains("nothing grows"), told.toString());
  }
}

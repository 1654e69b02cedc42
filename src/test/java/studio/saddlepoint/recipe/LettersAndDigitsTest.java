package studio.saddlepoint.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LettersAndDigitsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "strokes",
        "mnist",
        "/data/MNIST",
        "/data/EMNIST-letters",
        "my/svhn.zip",
        "/a/Emnist_Balanced"
      })
  void knownNamesAreOfLettersOrDigits(String source) {
    assertTrue(LettersAndDigits.named(source));
  }

  @ParameterizedTest
  @ValueSource(strings = {"shapes", "/data/Fashion-MNIST", "/mnist/cats", "cifar-10", "", " "})
  void othersAreNot(String source) {
    assertFalse(LettersAndDigits.named(source));
  }

  @Test
  void mirroringThemIsWarnedOf() {
    Recipe strokes = Recipe.defaults();
    assertEquals(List.of(), mirrorWarnings(strokes));
    List<String> told = mirrorWarnings(strokes.with("data.mirror", true));
    assertEquals(1, told.size());
    assertTrue(told.get(0).contains("strokes shows letters or digits"), told.get(0));
    assertEquals(
        List.of(), mirrorWarnings(strokes.with("data.mirror", true).with("data.source", "shapes")));
    assertTrue(HyperParameters.of("data.mirror").help().contains("letters and digits"));
  }

  private static List<String> mirrorWarnings(Recipe recipe) {
    return RecipeCheck.warnings(recipe).stream()
        .filter(each -> each.contains("data.mirror"))
        .toList();
  }
}

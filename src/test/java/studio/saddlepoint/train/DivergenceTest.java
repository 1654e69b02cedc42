package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.PlayerNames;

class DivergenceTest {
  @Test
  void theRatesOfAllPlayersThatHaveOneAreTold() {
    Recipe recipe =
        Recipe.defaults()
            .with("generator.optimizer.learningRate", 2e-4)
            .with("discriminator.optimizer.learningRate", 4e-4);
    assertEquals(
        "0.000200 (generator) and 0.000400 (discriminator)",
        Divergence.learningRates(recipe.method().kind().players(), recipe));
    assertEquals(
        "0.000200 (generator)",
        Divergence.learningRates(PlayerNames.of("generator", "made-up"), recipe));
  }
}

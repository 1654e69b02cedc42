package studio.saddlepoint.train.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.AugmentSettings;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.step.MethodState;

class AdaptiveAugmentationTest {
  private static final Recipe ADAPTIVE =
      Recipe.defaults()
          .with(
              Map.of(
                  "method.augment.geometry",
                  true,
                  "method.augment.adaptive",
                  true,
                  "method.augment.speed",
                  1));

  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  private static double after(AugmentSettings settings, int steps, double sign, MethodState state) {
    double probability = 0;
    for (int i = 0; i < steps; i++) {
      probability =
          AdaptiveAugmentation.learn(Map.of(AdaptiveAugmentation.SIGN, sign), state, settings, 64)
              .get("augment.probability");
    }
    return probability;
  }

  @Test
  void movesAtEveryFourthStepByThePicturesSince() {
    AugmentSettings settings = ADAPTIVE.method().augment();
    try (NDManager manager = TorchEngine.manager(Device.cpu())) {
      MethodState state = new MethodState(manager);
      assertEquals(0, after(settings, 3, 0.9, state));
      assertEquals(0.256, after(settings, 1, 0.9, state), 1e-12);
      assertEquals(0.256, after(settings, 4, 0.6, state), 1e-12, "at the target it stays");
      assertEquals(0, after(settings, 8, 0.1, state), "never below 0");
    }
  }

  @Test
  void hasNoUpperBoundButForDiffAugmentAlone() {
    Recipe diffAugment =
        ADAPTIVE.with(Map.of("method.augment.geometry", false, "method.augment.translation", true));
    try (NDManager manager = TorchEngine.manager(Device.cpu())) {
      MethodState ada = new MethodState(manager);
      assertEquals(1.28, after(ADAPTIVE.method().augment(), 20, 0.9, ada), 1e-12);
      assertEquals(1.28, AdaptiveAugmentation.probability(ADAPTIVE.method().augment(), ada), 1e-12);
      MethodState other = new MethodState(manager);
      assertEquals(1, after(diffAugment.method().augment(), 20, 0.9, other));
    }
  }
}

package studio.saddlepoint.metrics;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.UntrainedSnapshot;
import studio.saddlepoint.recipe.Recipe;

class TruncationEffectTest {
  @Test
  void aNormBehindAFirstLayerWithoutBiasLeavesNothingOfIt() {
    Recipe recipe = UntrainedSnapshot.tiny();
    try (Snapshot snapshot = UntrainedSnapshot.of(recipe, List.of())) {
      TruncationEffect effect = TruncationEffect.measure(snapshot, Progress.NONE);
      assertTrue(effect.none(), effect.toString());
    }
  }

  @Test
  void withoutANormPicturesGetLessVaried() {
    Recipe recipe = UntrainedSnapshot.tiny().with("generator.normalization", "none");
    try (Snapshot snapshot = UntrainedSnapshot.of(recipe, List.of())) {
      TruncationEffect effect = TruncationEffect.measure(snapshot, Progress.NONE);
      assertFalse(effect.none(), effect.toString());
    }
  }
}

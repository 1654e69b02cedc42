package studio.saddlepoint.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.latent.KeptResolution;
import studio.saddlepoint.latent.LatentCodes;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.UntrainedSnapshot;
import studio.saddlepoint.metrics.extractor.PixelKind;
import studio.saddlepoint.metrics.human.HumanDeck;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.nn.Resolution;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.checkpoint.Checkpoint;

class ResolutionTest {
  @TempDir Path caches;

  private static Checkpoint at(Map<String, String> told) {
    Checkpoint plain = UntrainedSnapshot.checkpoint(UntrainedSnapshot.tiny(), List.of());
    Map<String, String> state = new LinkedHashMap<>(plain.state());
    state.putAll(told);
    return new Checkpoint(plain.step(), plain.imagesSeen(), plain.recipe(), plain.tensors(), state);
  }

  private static Snapshot at(int size) {
    Optional<Resolution> standing = Optional.of(new Resolution(size, 0.25));
    return Snapshot.of(at(KeptResolution.describe(standing)), false);
  }

  @Test
  void aCheckpointSaysItsResolution() {
    Optional<Resolution> standing = Optional.of(new Resolution(16, 0.25));
    assertEquals(standing, KeptResolution.of(at(KeptResolution.describe(standing))));
    assertEquals(Optional.empty(), KeptResolution.of(at(Map.of())));
    for (String nonsense : List.of("", "0", "-4", "12", "sixteen", "64")) {
      StudioException refused =
          assertThrows(
              StudioException.class, () -> KeptResolution.of(at(Map.of("resolution", nonsense))));
      assertTrue(refused.getMessage().contains("step 7"), refused.getMessage());
    }
    assertThrows(
        StudioException.class,
        () -> KeptResolution.of(at(Map.of("resolution", "16", "fade", "NaN"))));
  }

  @Test
  void aSnapshotMakesWhatItMakes() {
    try (Snapshot snapshot = at(16);
        Snapshot shared = snapshot.share().orElseThrow()) {
      assertEquals(new ImageShape(1, 16, 16), snapshot.shape());
      float[][] z = LatentCodes.gaussian(2, snapshot.latent().size(), 1);
      Picture picture = shared.render(z, new int[2], 1).get(1);
      assertEquals(16, picture.width());
      assertEquals(2 * 16 * 16, snapshot.pixels(z, new int[2], Double.POSITIVE_INFINITY).length);
      assertFalse(snapshot.judges());
    }
  }

  @Test
  void realImagesAreScaledAndTheProtocolSaysSo() {
    Recipe recipe = UntrainedSnapshot.tiny();
    EvaluationRequest request =
        new EvaluationRequest(
            PixelKind.PIXELS.usual(), 64, OptionalDouble.empty(), Set.of(FidMetric.FID), 1, false);
    try (Snapshot small = at(16);
        Snapshot large = at(32)) {
      Evaluator evaluator = new Evaluator(caches);
      EvaluationResult found = evaluator.evaluate(small, recipe.data(), request, Progress.NONE);
      assertTrue(found.how().sentence().contains("train scaled to 16x16"), found.how().sentence());
      EvaluationResult usual = evaluator.evaluate(large, recipe.data(), request, Progress.NONE);
      assertFalse(usual.how().sentence().contains("scaled"), usual.how().sentence());
    }
  }

  @Test
  void realCardsAreAsLarge() {
    Recipe recipe = UntrainedSnapshot.tiny();
    try (Snapshot snapshot = at(8)) {
      HumanDeck deck =
          HumanDeck.deal(
              snapshot,
              DataSets.open(recipe.data(), Split.TRAIN, caches, Progress.NONE),
              8,
              OptionalDouble.empty(),
              1,
              Progress.NONE);
      deck.cards().forEach(card -> assertEquals(8, card.picture().width()));
    }
  }
}

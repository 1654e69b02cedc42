package studio.saddlepoint.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.model.LatentSpace;
import studio.saddlepoint.model.StyledNetworks;
import studio.saddlepoint.model.WSpace;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.HostTensor;
import studio.saddlepoint.run.checkpoint.NetworkTensors;
import studio.saddlepoint.torch.TorchEngine;

class SnapshotInWTest {
  private static final double ALL = Double.POSITIVE_INFINITY;
  private static final int[] LABELS = new int[3];
  private static final float[][] Z = LatentCodes.gaussian(3, 4, 7);

  private static Snapshot styled() {
    return styled(new float[5]);
  }

  /**
   * A snapshot.
   *
   * @param mean the running mean of w that training has kept
   */
  private static Snapshot styled(float[] mean) {
    TorchEngine.start(Progress.NONE);
    Recipe recipe =
        Recipe.defaults().with("generator.normalization", "none").with("generator.latentSize", 4);
    LatentSpace latent = new LatentSpace(4, List.of());
    ImageShape shape = new ImageShape(1, 8, 8);
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    try (NDManager manager = TorchEngine.manager(TorchEngine.device("cpu"))) {
      Generator made = StyledNetworks.generator(recipe, latent, shape, manager);
      NetworkTensors.save("generator.", made.network().state(), tensors);
    }
    tensors.put("generator.meanW", HostTensor.of(mean, 5));
    Checkpoint checkpoint =
        new Checkpoint(1, 1, recipe, tensors, TrainedOn.describe(latent, shape));
    return Snapshot.of(
        checkpoint,
        false,
        TrainedOn.of(checkpoint, java.util.Optional.empty()),
        manager -> StyledNetworks.generator(recipe, latent, shape, manager));
  }

  @Test
  void bothHalvesMakeTheWhole() {
    try (Snapshot snapshot = styled()) {
      assertEquals(new WSpace(2, 5), snapshot.w());
      float[][] w = snapshot.map(Z, LABELS);
      assertEquals(10, w[0].length);
      assertArrayEquals(snapshot.pixels(Z, LABELS, ALL), snapshot.synthesize(w, LABELS, ALL));
    }
  }

  @Test
  void psiDrawsCodesTowardsTheirMean() {
    try (Snapshot snapshot = styled()) {
      float[] mean = snapshot.meanW();
      assertEquals(5, mean.length);
      float[][] w = snapshot.map(Z, LABELS);
      try (Snapshot whole = snapshot.truncatedInW(1, -1);
          Snapshot half = snapshot.truncatedInW(0.5, -1);
          Snapshot one = snapshot.truncatedInW(0, 1)) {
        assertArrayEquals(w[0], whole.map(Z, LABELS)[0], 1e-6f);
        float[] drawn = half.map(Z, LABELS)[1];
        float[] cut = one.map(Z, LABELS)[2];
        for (int i = 0; i < 10; i++) {
          assertEquals(mean[i % 5] + (w[1][i] - mean[i % 5]) / 2, drawn[i], 1e-6);
          assertEquals(i < 5 ? mean[i] : w[2][i], cut[i], 1e-6);
        }
        assertFalse(Arrays.equals(snapshot.pixels(Z, LABELS, ALL), half.pixels(Z, LABELS, ALL)));
        assertArrayEquals(
            half.pixels(Z, LABELS, ALL), half.synthesize(half.map(Z, LABELS), LABELS, ALL));
      }
      assertArrayEquals(w, snapshot.map(Z, LABELS));
    }
  }

  @Test
  void theMeanIsTheOneThatTrainingHasKept() {
    float[] kept = {0.1f, -0.2f, 0.3f, 0.4f, 0.5f};
    try (Snapshot snapshot = styled(kept);
        Snapshot mean = snapshot.truncated(new WTruncation(0, WTruncation.ALL))) {
      assertArrayEquals(kept, snapshot.meanW());
      assertArrayEquals(kept, Arrays.copyOf(mean.map(Z, LABELS)[2], 5));
      assertEquals(new WTruncation(0, WTruncation.ALL), mean.inW());
      assertEquals(WTruncation.NONE, snapshot.inW());
    }
  }

  @Test
  void noTruncationIsTheSnapshotAsItIs() {
    try (Snapshot snapshot = styled();
        Snapshot same = snapshot.truncated(WTruncation.NONE)) {
      assertArrayEquals(snapshot.map(Z, LABELS), same.map(Z, LABELS));
    }
  }

  @Test
  void aTruncationSaysWhatItIs() {
    assertEquals("psi 0.7", new WTruncation(0.7, WTruncation.ALL).text());
    assertEquals("psi 0.5 in 4 layers", new WTruncation(0.5, 4).text());
    assertEquals(Map.of("psi", "0.5", "psi-layers", "4"), new WTruncation(0.5, 4).notes());
    assertEquals(Map.of(), WTruncation.NONE.notes());
    assertThrows(StudioException.class, () -> new WTruncation(1.1, WTruncation.ALL));
    assertThrows(StudioException.class, () -> new WTruncation(0.5, 0));
  }

  @Test
  void theMeanIsThatOfManyCodes() {
    try (Snapshot snapshot = styled()) {
      float[][] many = snapshot.map(LatentCodes.gaussian(20_000, 4, 3), new int[20_000]);
      double[] sum = new double[5];
      for (float[] each : many) {
        for (int i = 0; i < 10; i++) {
          sum[i % 5] += each[i] / (2.0 * many.length);
        }
      }
      for (int i = 0; i < 5; i++) {
        assertEquals(sum[i], snapshot.meanW()[i], 0.03);
      }
    }
  }

  @Test
  void withoutAMappingNetworkPsiIsRefused() {
    try (Snapshot plain = UntrainedSnapshot.of(UntrainedSnapshot.tiny(), List.of())) {
      StudioException refused =
          assertThrows(StudioException.class, () -> plain.truncatedInW(0.7, -1));
      assertTrue(refused.getMessage().contains("threshold"));
    }
  }
}

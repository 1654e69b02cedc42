package studio.saddlepoint.train.cluster;

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
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.Batch;
import studio.saddlepoint.latent.KeptClusters;
import studio.saddlepoint.model.Architectures;
import studio.saddlepoint.model.RangeConversion;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.ClusterSettings;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.HostTensor;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.step.StepRandom;

class ClustersTest {
  private static final int KINDS = 4;
  private static final ClusterSettings SETTINGS = new ClusterSettings(KINDS, 10, 100, 60);

  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  private static Recipe recipe(long seed) {
    return Recipe.defaults()
        .with(
            Map.of(
                "seed",
                seed,
                "generator.width",
                4,
                "generator.latentSize",
                8,
                "discriminator.width",
                4,
                "discriminator.normalization",
                "none",
                "method.conditional",
                true,
                "method.clusters.count",
                KINDS));
  }

  /** Makes clusters by a discriminator that has its first weights. */
  private static Map<String, Double> make(
      Clusters clusters, PlainKinds data, long networks, long imagesSeen, Progress progress) {
    Recipe recipe = recipe(networks);
    try (NDManager manager = TorchEngine.manager(TorchEngine.device("cpu"))) {
      return clusters.make(
          new FeatureReader(
              Architectures.discriminator(recipe, KINDS, data.shape(), manager),
              new RangeConversion(recipe.generator().range()),
              data.shape(),
              Optional.empty(),
              manager),
          SETTINGS,
          imagesSeen,
          progress);
    }
  }

  private static int[] labels(Clusters clusters, PlainKinds data) {
    return clusters.of(
        new Batch(
            0, IntStream.range(0, data.size()).toArray(), new float[0], new int[data.size()]));
  }

  private static Checkpoint checkpoint(Clusters clusters) {
    Map<String, HostTensor> tensors = new LinkedHashMap<>(clusters.tensors());
    tensors.putAll(clusters.shown());
    return new Checkpoint(1, 1, recipe(1), tensors, clusters.numbers());
  }

  @Test
  void areByChanceUntilTheFirstAreDue() {
    PlainKinds data = new PlainKinds(KINDS, 400, true);
    Clusters clusters = new Clusters(data, KINDS, 3);
    int[] labels = labels(clusters, data);
    long[] sizes = new long[KINDS];
    Arrays.stream(labels).forEach(each -> sizes[each]++);
    assertTrue(Arrays.stream(sizes).min().orElseThrow() > 70, Arrays.toString(sizes));
    assertTrue(ClusterAgreement.of(labels, data.kinds()).nmi() < 0.05);
    assertArrayEquals(labels, labels(new Clusters(data, KINDS, 3), data));
    assertFalse(clusters.due(SETTINGS, 9));
    assertTrue(clusters.due(SETTINGS, 10));
    assertTrue(clusters.tensors().isEmpty());
    assertTrue(KeptClusters.of(checkpoint(clusters)).isEmpty());
  }

  @Test
  void findWhatTheDiscriminatorFindsAlikeAndTellHowWell() {
    PlainKinds data = new PlainKinds(KINDS, 200, true);
    Clusters clusters = new Clusters(data, KINDS, 3);
    Map<String, Double> told = make(clusters, data, 1, 10, Progress.NONE);
    assertEquals(1, told.get("clusters.nmi"), 1e-9);
    assertEquals(1, told.get("clusters.purity"), 1e-9);
    assertEquals(0.25, told.get("clusters.largest"), 1e-9);
    assertFalse(told.containsKey("clusters.moved"));
    assertFalse(clusters.due(SETTINGS, 109));
    assertTrue(clusters.due(SETTINGS, 110));
    KeptClusters kept = KeptClusters.of(checkpoint(clusters)).orElseThrow();
    assertEquals(List.of(50L, 50L, 50L, 50L), kept.sizes());
    int first = labels(clusters, data)[0]; // kind 0 is the darkest
    int grey = kept.means().get(first).argb()[0] & 0xff;
    assertEquals(PlainKinds.level(0, KINDS), grey, 8);
  }

  @Test
  void keepTheirNumbersWhenAnotherDiscriminatorMakesThem() {
    PlainKinds data = new PlainKinds(KINDS, 200, true);
    Clusters clusters = new Clusters(data, KINDS, 3);
    make(clusters, data, 1, 10, Progress.NONE);
    int[] before = labels(clusters, data);
    for (int networks = 2; networks < 6; networks++) {
      Map<String, Double> told = make(clusters, data, networks, 110, Progress.NONE);
      assertEquals(0, told.get("clusters.moved"), "networks " + networks);
      assertArrayEquals(before, labels(clusters, data));
    }
  }

  @Test
  void tellNothingOfLabelsThatTheDataDoesNotHave() {
    PlainKinds data = new PlainKinds(KINDS, 120, false);
    Map<String, Double> told = make(new Clusters(data, KINDS, 3), data, 1, 10, Progress.NONE);
    assertFalse(told.containsKey("clusters.nmi"));
    assertTrue(told.containsKey("clusters.smallest"));
  }

  /** Labels decide nothing: with and without them the clusters are the same. */
  @Test
  void neverLookAtLabels() {
    PlainKinds labelled = new PlainKinds(KINDS, 120, true);
    PlainKinds plain = new PlainKinds(KINDS, 120, false);
    Clusters one = new Clusters(labelled, KINDS, 3);
    Clusters other = new Clusters(plain, KINDS, 3);
    make(one, labelled, 1, 10, Progress.NONE);
    make(other, plain, 1, 10, Progress.NONE);
    assertEquals(checkpoint(one).tensors(), checkpoint(other).tensors());
  }

  @Test
  void areWhatACheckpointHolds() {
    PlainKinds data = new PlainKinds(KINDS, 200, true);
    Clusters clusters = new Clusters(data, KINDS, 3);
    make(clusters, data, 1, 10, Progress.NONE);
    Checkpoint kept = checkpoint(clusters);
    Clusters restored = new Clusters(data, KINDS, 3);
    restored.restore(kept);
    assertEquals(kept.tensors(), checkpoint(restored).tensors());
    assertEquals(kept.state(), checkpoint(restored).state());
    make(clusters, data, 2, 110, Progress.NONE);
    make(restored, data, 2, 110, Progress.NONE);
    assertEquals(checkpoint(clusters).tensors(), checkpoint(restored).tensors());
    clusters.restore(new Checkpoint(0, 0, recipe(1), Map.of(), Map.of()));
    assertArrayEquals(labels(new Clusters(data, KINDS, 3), data), labels(clusters, data));
  }

  @Test
  void areMadeAnewFromTheirCentresWhereTheDataHasOtherPictures() {
    PlainKinds data = new PlainKinds(KINDS, 200, true);
    Clusters clusters = new Clusters(data, KINDS, 3);
    make(clusters, data, 1, 10, Progress.NONE);
    int[] before = labels(clusters, data);
    PlainKinds more = new PlainKinds(KINDS, 240, true);
    Clusters restored = new Clusters(more, KINDS, 3);
    restored.restore(checkpoint(clusters));
    assertTrue(restored.due(SETTINGS, 11));
    Clusters again = new Clusters(more, KINDS, 3);
    again.restore(checkpoint(restored));
    assertTrue(again.due(SETTINGS, 11), "also where it was saved before they were made");
    make(again, more, 1, 11, Progress.NONE);
    assertArrayEquals(before, Arrays.copyOf(labels(again, more), 200));
    make(restored, more, 1, 11, Progress.NONE);
    assertFalse(restored.due(SETTINGS, 12));
    assertArrayEquals(before, Arrays.copyOf(labels(restored, more), 200));
    clusters.renew();
    assertTrue(clusters.due(SETTINGS, 11));
  }

  /** Networks that are fine-tuned know what each number means. */
  @Test
  void beginAtThoseOfTheRunWhoseWeightsAreTakenOver() {
    PlainKinds data = new PlainKinds(KINDS, 200, true);
    Clusters clusters = new Clusters(data, KINDS, 3);
    make(clusters, data, 1, 10, Progress.NONE);
    PlainKinds fewer = new PlainKinds(KINDS, 120, true);
    Clusters tuned = new Clusters(fewer, KINDS, 99);
    tuned.beginAt(checkpoint(clusters));
    assertTrue(tuned.due(SETTINGS, 0));
    make(tuned, fewer, 1, 0, Progress.NONE);
    assertArrayEquals(Arrays.copyOf(labels(clusters, data), 120), labels(tuned, fewer));
  }

  @Test
  void areAsTheyWereWhereTheirMakingIsCancelled() {
    PlainKinds data = new PlainKinds(KINDS, 400, true);
    Clusters clusters = new Clusters(data, KINDS, 3);
    int[] before = labels(clusters, data);
    int[] asked = {0};
    Progress cancelling =
        new Progress() {
          @Override
          public void report(String stage, double fraction) {}

          @Override
          public boolean cancelled() {
            return ++asked[0] > 2;
          }
        };
    assertThrows(CancellationException.class, () -> make(clusters, data, 1, 10, cancelling));
    assertArrayEquals(before, labels(clusters, data));
    assertTrue(clusters.due(SETTINGS, 10));
  }

  @Test
  void generatedPicturesHaveThemAsOftenAsRealOnes() {
    PlainKinds data = new PlainKinds(2, 300, true); // of 4 clusters; sizes differ
    Clusters clusters = new Clusters(data, KINDS, 3);
    make(clusters, data, 1, 10, Progress.NONE);
    KeptClusters kept = KeptClusters.of(checkpoint(clusters)).orElseThrow();
    try (NDManager manager = TorchEngine.manager(TorchEngine.device("cpu"))) {
      long[] drawn = clusters.drawn(new StepRandom(1, 0), manager, 4000, KINDS).toLongArray();
      int[] spread = clusters.spread(300);
      for (int i = 0; i < KINDS; i++) {
        int label = i;
        double share = kept.sizes().get(i) / 300.0;
        long times = Arrays.stream(drawn).filter(each -> each == label).count();
        assertEquals(share, times / 4000.0, 0.03);
        long placed = Arrays.stream(spread).filter(each -> each == label).count();
        assertEquals(kept.sizes().get(i), placed, 1);
      }
    }
  }
}

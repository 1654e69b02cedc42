package studio.saddlepoint.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.latent.WTruncation;
import studio.saddlepoint.metrics.extractor.PixelKind;
import studio.saddlepoint.metrics.image.SnapshotImages;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.PathLengthMetric;
import studio.saddlepoint.run.event.ScoreSettings;
import studio.saddlepoint.torch.TorchEngine;

/** Metrics of a generator whose codes are mapped, and truncated behind that. */
class StyledImagesTest {
  private static final int N = 24;
  private static final Set<Metric> METRICS =
      Set.of(PathLengthMetric.PPL_W, PathLengthMetric.PPL_Z, FidMetric.FID);

  @TempDir static Path caches;

  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  private static Snapshot open() {
    return Snapshot.of(TinyGenerator.checkpoint(TinyGenerator.styled(), List.of(), 1), true);
  }

  private static EvaluationRequest request() {
    return new EvaluationRequest(
        PixelKind.PIXELS.usual(), N, OptionalDouble.empty(), METRICS, 1, false);
  }

  @Test
  void bothEndsOfAPathHaveTheSameNoiseAndAreCodesOfAllLayers() {
    try (Snapshot snapshot = open()) {
      SnapshotImages images = new SnapshotImages(snapshot, 2, OptionalDouble.empty(), 1);
      float[][] w = images.map(images.draw(2, 5), new int[2]);
      assertEquals(8 * 8, w[0].length);
      float[] twice = images.synthesize(new float[][] {w[0], w[1], w[0], w[1]}, new int[4]);
      int half = twice.length / 2;
      assertArrayEquals(
          Arrays.copyOf(twice, half), Arrays.copyOfRange(twice, half, 2 * half), 1e-6f);
    }
  }

  @Test
  void psiShortensPathsAndIsToldWithTheNumbers() {
    try (Snapshot snapshot = open();
        Snapshot near = snapshot.truncated(new WTruncation(0.25, 6))) {
      EvaluationResult whole = evaluate(snapshot);
      EvaluationResult drawn = evaluate(near);
      double shorter = drawn.values().get("ppl_w") / whole.values().get("ppl_w");
      assertTrue(shorter < 0.5, "ppl " + shorter);
      assertNotEquals(whole.values().get("ppl_w"), whole.values().get("ppl_z"));
      String told = drawn.how().conditions();
      assertTrue(told.endsWith(", psi 0.25 in 6 layers"), told);
      assertEquals(0.25, drawn.how().settings().number("truncation_psi").orElseThrow());
      assertEquals(6, drawn.how().settings().count("truncation_cutoff"));
      assertFalse(whole.how().conditions().contains("psi"), whole.how().conditions());
      assertNotEquals(whole.how().conditions(), told);
    }
  }

  @Test
  void theMeanOfTheClassIsToldAndOldRecordsAreOfThatOfAll() {
    Map<String, Object> settings = new LinkedHashMap<>();
    MetricProtocol.put(settings, new WTruncation(0.5, 4, true));
    assertEquals(
        Optional.of("psi 0.5 in 4 layers towards the class"),
        MetricProtocol.inW(new ScoreSettings(settings)));
    settings.remove("truncation_mean"); // as records before it are
    assertEquals(
        Optional.of("psi 0.5 in 4 layers"), MetricProtocol.inW(new ScoreSettings(settings)));
    Map<String, Object> whole = new LinkedHashMap<>();
    MetricProtocol.put(whole, new WTruncation(1, WTruncation.ALL, true));
    assertEquals(Map.of(), whole);
  }

  private static EvaluationResult evaluate(Snapshot snapshot) {
    return new Evaluator(caches)
        .evaluate(snapshot, snapshot.recipe().data(), request(), Progress.NONE);
  }

  @Test
  void theCurveOverTruncationGoesOverPsi() {
    try (Snapshot snapshot = open()) {
      Curve curve =
          new Curves(caches)
              .precisionRecallOverTruncation(
                  snapshot, snapshot.recipe().data(), Split.TRAIN, request(), Progress.NONE);
      assertEquals("psi", curve.xLabel());
      assertEquals(Curves.PSIS.length, curve.points().size());
      assertEquals(1, curve.points().get(Curves.PSIS.length - 1).x());
      assertTrue(curve.settings().number("truncation_psi").isEmpty());
      assertTrue(curve.title().startsWith("Precision and recall over psi ("), curve.title());
    }
  }
}

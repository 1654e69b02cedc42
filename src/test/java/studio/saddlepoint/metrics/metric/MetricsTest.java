package studio.saddlepoint.metrics.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.metrics.metric.Metric.Need;
import studio.saddlepoint.run.event.ScoreSettings;

class MetricsTest {
  private static final ComparedImages IMAGES =
      new ComparedImages(512, 300, Optional.of("200 of test"));

  @Test
  void noTwoMetricsShareANameAPlaceOrAValue() {
    unique(Metric::key);
    unique(Metric::label);
    unique(Metric::place);
    unique(each -> each.phrase(ScoreSettings.NONE));
    allDiffer(Metrics.ALL.stream().flatMap(each -> each.valueNames().stream()).toList());
    allDiffer(
        Metrics.ALL.stream()
            .flatMap(
                each -> Stream.concat(Stream.of(each.commandName()), each.otherNames().stream()))
            .toList());
  }

  private static void unique(Function<Metric, Object> property) {
    allDiffer(Metrics.ALL.stream().map(property).toList());
  }

  private static void allDiffer(List<?> names) {
    assertEquals(names.size(), new HashSet<>(names).size(), names.toString());
  }

  @Test
  void theWindowNamesAndExplainsEveryValue() {
    for (Metric metric : Metrics.ALL) {
      for (MetricValue value : metric.values()) {
        String key = "evaluate.measure." + value.name();
        assertFalse(value.label().isBlank(), key);
        assertTrue(Messages.has(key + ".tip"), key);
      }
      assertTrue(metric.meaning().endsWith("."), metric.meaning());
    }
  }

  @Test
  void settingsBeginWithTheMetricsKeyAndAreTold() {
    for (Metric metric : Metrics.ALL) {
      var settings = metric.settings(IMAGES);
      settings.keySet().forEach(name -> assertTrue(name.startsWith(metric.key() + "_"), name));
      assertEquals(
          settings.isEmpty(), metric.detail(new ScoreSettings(settings)).isEmpty(), metric.key());
    }
  }

  @Test
  void needsDecideWhatTheReferenceMustGive() {
    assertEquals(
        Set.of(FidMetric.FID, FidInfinityMetric.FID_INFINITY, InceptionScoreMetric.INCEPTION_SCORE),
        Metrics.those(Metric::contentWithStatistics));
    assertFalse(InceptionScoreMetric.INCEPTION_SCORE.looksAtReal());
    assertEquals(
        Set.of(PathLengthMetric.PPL_Z, PathLengthMetric.PPL_W), Metrics.needing(Need.GENERATOR));
    assertEquals(Set.of(MemorisationMetric.MEMORISATION), Metrics.needing(Need.HELD_OUT));
    assertTrue(CheckerboardMetric.CHECKERBOARD.looksAtReal());
  }

  @Test
  void keptNamesAreFoundAgainAndOthersPassedOver() {
    assertEquals(
        List.of(FidMetric.FID, PathLengthMetric.PPL_W),
        List.copyOf(Metrics.named(List.of("PPL_W", "OF_THE_FUTURE", "FID"))));
  }

  @Test
  void caveatsInTheSameWordsShareOneWarning() {
    Evidence few = new Evidence(ReliabilitySigns.NONE, 100, 100, 16, 10, false);
    List<Warning> warnings =
        Caveats.of(
            Set.of(DensityCoverageMetric.DENSITY_COVERAGE, PrecisionRecallMetric.PRECISION_RECALL),
            few);
    assertEquals(1, warnings.size());
    assertEquals(
        Set.of(DensityCoverageMetric.DENSITY_COVERAGE, PrecisionRecallMetric.PRECISION_RECALL),
        warnings.get(0).about());
  }

  @Test
  void caveatsComeInTheirOrder() {
    Evidence all = new Evidence(ReliabilitySigns.ofLine(-1), 100, 50, 2048, 10, true);
    Set<Metric> metrics =
        Set.of(
            PathLengthMetric.PPL_W,
            MemorisationMetric.MEMORISATION,
            ClassesMetric.CLASSES,
            PrecisionRecallMetric.PRECISION_RECALL,
            InceptionScoreMetric.INCEPTION_SCORE,
            KidMetric.KID,
            FidInfinityMetric.FID_INFINITY,
            FidMetric.FID);
    List<String> briefs =
        Caveats.of(metrics, all).stream().map(each -> each.text().substring(0, 28)).toList();
    assertEquals(
        List.of(
            "FID∞ is told as 0: the line ",
            "Fewer than 2,048 samples: FI",
            "There are only 50 real image",
            "No more images than features",
            "FID∞ is a rough guess: the l",
            "Fewer than 2,000 images: KID",
            "Fewer than 5,000 images: the",
            "Fewer than 1,000 images: pre",
            "Fewer than 300 images: class",
            "Fewer than 1,000 images: few",
            "There are no held-out images"),
        briefs);
  }
}

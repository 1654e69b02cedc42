package studio.saddlepoint.app.evaluate.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.metrics.MetricProtocol;
import studio.saddlepoint.metrics.Reasons;
import studio.saddlepoint.metrics.metric.DensityCoverageMetric;
import studio.saddlepoint.metrics.metric.FidInfinityMetric;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.metrics.metric.PrecisionRecallMetric;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.metrics.record.Made;
import studio.saddlepoint.metrics.record.Measure;
import studio.saddlepoint.metrics.record.ValueText;

class CardNotesTest {
  private static final MetricProtocol HOW =
      new MetricProtocol(
          Made.settings(
                  "Strokes classifier",
                  512,
                  "fid",
                  "fid_infinity",
                  "kid",
                  "precision_recall",
                  "classes",
                  "memorisation")
              .with("fid_infinity_sizes", 15L)
              .with("kid_subsets", 100L)
              .with("kid_subset_size", 256L)
              .with("precision_recall_k", 3L)
              .with("memorisation_against", "512 of test")
              .with("real_count", 1024L)
              .with("real_whole", false)
              .with("truncation", 1.0)
              .with("extractor_note", "the classifier is right on 99.5 %"));
  private static final Warning BIASED =
      new Warning(
          "Fewer than 2,048 samples: FID is biased upwards, the more so the fewer they are. Compare only FIDs of the same number.",
          Set.of(FidMetric.FID));
  private static final Warning ROUGH =
      new Warning(
          "FID∞ is a rough guess: the line needs more than 960 samples to be one with 96 features.",
          Set.of(FidInfinityMetric.FID_INFINITY));
  private static final Warning MANIFOLDS =
      new Warning(
          "Fewer than 1,000 images: precision, recall, density and coverage see the manifolds"
              + " coarsely; compare only with the same number.",
          Set.of(PrecisionRecallMetric.PRECISION_RECALL, DensityCoverageMetric.DENSITY_COVERAGE));
  private static final Warning FEW =
      new Warning("There are only 500 real images to compare with 512 samples.");

  private final CardNotes notes =
      new CardNotes(HOW, List.of(BIASED, ROUGH, MANIFOLDS, FEW), Map.of());

  @Test
  void cardTellsItsOwnSettingsAndTheCounts() {
    assertEquals("512 vs 1,024 of train", notes.made(measure("fid")));
    assertEquals("of 15 sizes  ·  512 vs 1,024 of train", notes.made(measure("fid_infinity")));
    assertEquals("k=3  ·  512 vs 1,024 of train", notes.made(measure("recall")));
    assertEquals(
        "against 512 of test  ·  512 vs 1,024 of train", notes.made(measure("memorisation")));
    assertEquals(
        "KID 100x256 (Strokes classifier, 512 vs 1,024 of train, trunc 1.0)",
        notes.quote(measure("kid")));
  }

  @Test
  void aCardOfFeaturesThatLearntNothingSaysHowFarToTrustThem() {
    CardNotes random =
        new CardNotes(
            new MetricProtocol(
                Made.settings("random convolutions, seed 1", 96, "precision_recall")),
            List.of(),
            Map.of());
    String doubt = Messages.text("evaluate.meaning.untrained");
    assertTrue(random.meaning(measure("precision"), 0.87).endsWith(" " + doubt));
    assertFalse(random.meaning(measure("fid"), 12).contains(doubt));
    assertFalse(notes.meaning(measure("precision"), 0.87).contains(doubt));
  }

  @Test
  void sentenceIsMadeFromTheSettings() {
    assertEquals(
        "FID, FID∞ of 15 sizes, KID 100x256, precision and recall k=3, classes, memorisation"
            + " against 512 of test (Strokes classifier, 512 vs 1,024 of train, trunc"
            + " 1.0); the classifier is right on 99.5 %",
        HOW.sentence());
  }

  @Test
  void sentenceOfAnEarlierVersionIsShownAsItIs() {
    CardNotes old =
        new CardNotes(Made.told("FID (pixels, 512 vs train, trunc none)"), List.of(), Map.of());
    assertEquals("", old.made(measure("fid")));
    assertEquals("FID (pixels, 512 vs train, trunc none)", old.quote(measure("fid")));
  }

  @Test
  void warningIsToldOnTheCardThatItIsAbout() {
    assertEquals(List.of(BIASED), notes.warnings(measure("fid")));
    assertEquals(List.of(ROUGH), notes.warnings(measure("fid_infinity")));
    assertEquals(List.of(MANIFOLDS), notes.warnings(measure("f1")));
    assertEquals(List.of(MANIFOLDS), notes.warnings(measure("coverage")));
    assertTrue(notes.warnings(measure("kid")).isEmpty());
  }

  @Test
  void warningIsBriefOnACard() {
    assertEquals("Fewer than 2,048 samples", BIASED.brief());
    assertEquals("FID∞ is a rough guess", ROUGH.brief());
    assertEquals(FEW.text(), FEW.brief());
  }

  @Test
  void whatLooksAtNoRealPicturesTellsOfNone() {
    CardNotes paths =
        new CardNotes(
            new MetricProtocol(
                Made.settings("pixels", 512, "inception_score", "ppl_w")
                    .with("inception_score_splits", 10L)
                    .with("ppl_w_steps", 512L)),
            List.of(),
            Map.of());
    assertEquals("of 10 splits  ·  512 samples", paths.made(measure("inception_score")));
    assertEquals("of 512 steps", paths.made(measure("ppl_w")));
  }

  @Test
  void whereANumberIsNotFiniteTheReasonIsItsMeaning() {
    Map<String, Double> values =
        Map.of("realism", Double.POSITIVE_INFINITY, "fid", Double.NaN, "recall", 0.6);
    CardNotes found = new CardNotes(HOW, List.of(), Reasons.of(values));
    assertEquals("∞", ValueText.value("realism", Double.POSITIVE_INFINITY));
    assertEquals(
        "Half of the generated pictures or more are exact copies of real ones, so it is infinite.",
        found.meaning(measure("realism"), Double.POSITIVE_INFINITY));
    assertEquals("–", ValueText.value("fid", Double.NaN));
    assertEquals("It is not a finite number.", found.meaning(measure("fid"), Double.NaN));
    assertEquals(
        ScoreText.meaning("recall", 0.6),
        found.meaning(measure("recall"), 0.6),
        "nothing else changes");
  }

  private static Measure measure(String key) {
    return Measure.of(key).orElseThrow();
  }
}

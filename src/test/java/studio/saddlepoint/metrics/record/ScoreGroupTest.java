package studio.saddlepoint.metrics.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.metrics.MetricProtocol;
import studio.saddlepoint.metrics.Protocol;
import studio.saddlepoint.run.event.ScoreCard;

class ScoreGroupTest {
  private static final MetricProtocol CLASSIFIER =
      new MetricProtocol(
          Made.settings("Strokes classifier", 2048, "fid")
              .with("extractor_note", "the classifier is right on 99 %"));
  private static final MetricProtocol BOTH =
      Made.measured("Strokes classifier", 2048, "fid", "precision_recall");
  private static final MetricProtocol PIXELS = Made.measured("pixels", 2048, "fid");

  private static ScoreCard card(int minute, long step, Protocol how, double fid) {
    return card(minute, step, "", how, fid);
  }

  private static ScoreCard card(int minute, long step, String weights, Protocol how, double fid) {
    return new ScoreCard(
        Instant.parse("2026-11-01T12:00:00Z").plusSeconds(60L * minute),
        step,
        weights,
        how.sentence(),
        how.settings(),
        Map.of("fid", fid));
  }

  @Test
  void numbersOfDifferentExtractorsAreNeverInOneTable() {
    List<ScoreGroup> groups =
        ScoreGroup.of(
            List.of(
                card(1, 500, CLASSIFIER, 30), card(2, 500, PIXELS, 3), card(3, 1000, BOTH, 20)));
    assertEquals(
        List.of(
            "Strokes classifier, 2,048 vs train, trunc none", "pixels, 2,048 vs train, trunc none"),
        groups.stream().map(ScoreGroup::protocol).toList());
    assertEquals(2, groups.get(0).rows().size());
  }

  @Test
  void differentCountsAndTruncationsAreDifferentWays() {
    assertEquals(
        3,
        ScoreGroup.of(
                List.of(
                    card(1, 1, Made.measured("pixels", 512, "fid"), 1),
                    card(2, 1, PIXELS, 1),
                    card(
                        3,
                        1,
                        new MetricProtocol(
                            Made.settings("pixels", 512, "fid").with("truncation", 0.7)),
                        1)))
            .size());
  }

  @Test
  void rowsAreInTheOrderOfTheStepsAndTellTheirWeights() {
    ScoreGroup group =
        ScoreGroup.of(
                List.of(
                    card(1, 1000, "averaged", PIXELS, 1),
                    card(2, 500, "raw", PIXELS, 2),
                    card(3, 700, PIXELS, 3)))
            .get(0);
    assertEquals(
        List.of("raw", "", "averaged"), group.rows().stream().map(ScoreCard::weights).toList());
  }

  @Test
  void scoresOfEarlierVersionsAreGroupedByTheirSentence() {
    Protocol old = Made.told("FID (pixels, 2,048 vs train, trunc none)");
    List<ScoreGroup> groups =
        ScoreGroup.of(List.of(card(1, 1, old, 3), card(2, 2, old, 2), card(3, 3, PIXELS, 1)));
    assertEquals(
        List.of(PIXELS.conditions(), old.sentence()),
        groups.stream().map(ScoreGroup::protocol).toList());
    assertEquals(2, groups.get(1).rows().size());
  }

  @Test
  void csvHasOneLineForEachScoreWithHowItWasMade() {
    String csv =
        ScoreFormat.CSV.write(
            new ScoreReport(
                "run",
                "DCGAN",
                ScoreGroup.of(List.of(card(1, 500, Made.told("FID (the \"best\" file, 9)"), 1.5))),
                Map.of(),
                Map.of()));
    assertEquals(
        "step,weights,time,fid,how,warnings\r\n"
            + "500,,2026-11-01T12:01:00Z,1.5,\"FID (the \"\"best\"\" file, 9)\",\r\n",
        csv);
  }

  @Test
  void valuesAreWrittenByTheirScale() {
    assertEquals("23.46", ValueText.value("fid", 23.456));
    assertEquals("0.340", ValueText.value("recall", 0.34));
  }
}

package studio.saddlepoint.metrics.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.metrics.record.SharedScores.Column;
import studio.saddlepoint.metrics.record.SharedScores.OfRun;
import studio.saddlepoint.run.event.ScoreCard;
import studio.saddlepoint.run.event.ScoreSettings;

class SharedScoresTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  private static ScoreCard card(long step, String extractor, long k, Map<String, Double> values) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("metrics", List.of("fid", "precision_recall"));
    settings.put("extractor", extractor);
    settings.put("fake_count", 2048L);
    settings.put("real_count", 2048L);
    settings.put("precision_recall_k", k);
    return new ScoreCard(
        NOW.plusSeconds(step), step, "averaged", "", new ScoreSettings(settings), values);
  }

  private static ScoreCard fid(long step, String extractor, double value) {
    return card(step, extractor, 3, Map.of("fid", value));
  }

  @Test
  void scoresOfOtherWaysOrOtherDataNeverStandTogether() {
    List<SharedScores> all =
        SharedScores.of(
            List.of(
                new OfRun("strokes", List.of(fid(10, "Pixels", 5), fid(20, "VGG", 1))),
                new OfRun("strokes", List.of(fid(10, "Pixels", 4))),
                new OfRun("shapes", List.of(fid(10, "Pixels", 3)))));
    assertEquals(3, all.size());
    assertEquals("strokes", all.get(0).data());
    assertEquals(2, all.get(0).runs(), "what most runs have comes first");
    assertTrue(all.stream().allMatch(each -> each.rows().size() <= 2));
  }

  @Test
  void valuesOfAMetricSetOtherwiseHaveAColumnOfTheirOwn() {
    Map<String, Double> values = Map.of("precision", 0.5);
    SharedScores scores =
        SharedScores.of(
                List.of(
                    new OfRun("strokes", List.of(card(1, "Pixels", 3, values))),
                    new OfRun("strokes", List.of(card(1, "Pixels", 5, values)))))
            .get(0);
    assertEquals(
        List.of("Precision (k=3)", "Precision (k=5)"),
        scores.columns().stream().map(Column::title).toList());
    assertEquals(0.5, scores.rows().get(0).value(scores.columns().get(0)));
    assertTrue(Double.isNaN(scores.rows().get(0).value(scores.columns().get(1))));
  }

  @Test
  void theBestIsTheLowestFidAndTheHighestPrecision() {
    SharedScores scores =
        SharedScores.of(
                List.of(
                    new OfRun(
                        "strokes",
                        List.of(
                            card(1, "Pixels", 3, Map.of("fid", 9.0, "precision", 0.1)),
                            card(2, "Pixels", 3, Map.of("fid", 7.0, "precision", 0.3)),
                            card(3, "Pixels", 3, Map.of("fid", 8.0, "precision", 0.2)))),
                    new OfRun("strokes", List.of(fid(5, "Pixels", 7.5)))))
            .get(0);
    Column fid = scores.columns().get(0);
    Column precision = scores.columns().get(1);
    assertEquals(Optional.of(7.0), SharedScores.best(scores.rows(), fid));
    assertEquals(Optional.of(0.3), SharedScores.best(scores.rows(), precision));
    assertEquals(
        List.of(2L, 5L), scores.bestOfEach(fid).stream().map(row -> row.card().step()).toList());
    // One number alone is the best of nothing.
    assertEquals(Optional.empty(), SharedScores.best(scores.bestOfEach(fid), precision));
  }
}

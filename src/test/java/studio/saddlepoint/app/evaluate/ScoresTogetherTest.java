package studio.saddlepoint.app.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.metrics.record.RunScores;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.ScoreCard;
import studio.saddlepoint.run.event.ScoreSettings;

class ScoresTogetherTest {
  private static final String HOW = "FID (Strokes classifier, 2,048 vs train, trunc none)";

  @Test
  void leavesOutWhatTheTrainingToldOnlyWhereTheSameWeightsWereKept() {
    ScoreCard kept =
        new ScoreCard(Instant.EPOCH, 500, "raw", HOW, ScoreSettings.NONE, Map.of("fid", 9.0));
    assertEquals(
        List.of(kept),
        RunScores.together(List.of(kept), List.of(told(500, "raw"))),
        "the same weights at the same step");
    assertEquals(2, RunScores.together(List.of(kept), List.of(told(500, "averaged"))).size());
    assertEquals(2, RunScores.together(List.of(kept), List.of(told(600, "raw"))).size());
  }

  private static Event.Scored told(long step, String weights) {
    return new Event.Scored(
        Instant.EPOCH, step, weights, Map.of("fid", 9.0), HOW, ScoreSettings.NONE);
  }
}

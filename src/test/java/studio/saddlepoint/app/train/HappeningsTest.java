package studio.saddlepoint.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.ScoreSettings;

class HappeningsTest {
  private static Event.Scored scored(Map<String, Double> values) {
    return new Event.Scored(
        Instant.EPOCH, 1000, "averaged", values, "FID (Strokes classifier)", ScoreSettings.NONE);
  }

  @Test
  void scoresAreToldByName() {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("fid", 14.99);
    values.put("precision", 0.81);
    assertEquals("FID 14.99, Precision 0.810", Happenings.scores(scored(values)));
  }

  @Test
  void aChangeOfAnotherVersionIsToldByItsKey() {
    assertEquals(
        "training.moonPhase 1 → 2",
        ChartMarks.words(new Event.Changed(Instant.EPOCH, 2, "training.moonPhase", "1", "2")));
  }

  @Test
  void aSwitchIsToldAsTheFormShowsIt() {
    assertEquals(
        "Mirror off → on",
        ChartMarks.words(new Event.Changed(Instant.EPOCH, 2, "data.mirror", "false", "true")));
  }

  @Test
  void ofManyScoresOnlyTheFirstAreTold() {
    Map<String, Double> values = new LinkedHashMap<>();
    for (String each : new String[] {"fid", "kid", "precision", "recall", "f1"}) {
      values.put(each, 0.5);
    }
    values.put("something.unknown", 3.0);
    assertEquals(
        "FID 0.500, KID 0.500, Precision 0.500, Recall 0.500, ...",
        Happenings.scores(scored(values)));
  }
}

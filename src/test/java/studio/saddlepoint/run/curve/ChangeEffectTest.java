package studio.saddlepoint.run.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.ScoreSettings;

class ChangeEffectTest {
  private static final Instant NOW = Instant.EPOCH;

  private static Event.Changed change(long step) {
    return new Event.Changed(NOW, step, "k" + step, "1", "2");
  }

  private static Event.Scored score(long step, double fid) {
    return new Event.Scored(
        NOW, step, "raw", Map.of("fid", fid), "how", new ScoreSettings(Map.of()));
  }

  /** 1 up to a step, 3 after it. */
  private static Optional<Series> jump(long at, long steps) {
    Series series = new Series();
    for (long step = 1; step <= steps; step++) {
      series.add(step, step <= at ? 1 : 3);
    }
    return Optional.of(series);
  }

  @Test
  void windowsOnBothSidesAreAsLongAsTheOtherChangesAllow() {
    List<Event.Changed> changes = List.of(change(90), change(100), change(100), change(500));
    List<Event.Scored> scores =
        List.of(score(50, 30), score(100, 20), score(200, 10), score(600, 5));
    ChangeEffect effect = ChangeEffect.of(changes.get(1), changes, 700, jump(100, 700), scores);
    assertEquals(new ChangeEffect(10, 1, 3, 20, 10), effect);
    ChangeEffect last = ChangeEffect.of(changes.get(3), changes, 700, jump(400, 700), scores);
    assertEquals(new ChangeEffect(200, 2, 3, 10, 5), last);
  }

  @Test
  void whatIsNotMeasuredYetIsNoNumber() {
    List<Event.Changed> changes = List.of(change(100));
    ChangeEffect effect =
        ChangeEffect.of(changes.get(0), changes, 100, jump(100, 100), List.of(score(50, 30)));
    assertEquals(new ChangeEffect(0, Double.NaN, Double.NaN, 30, Double.NaN), effect);
    ChangeEffect bare = ChangeEffect.of(changes.get(0), changes, 300, Optional.empty(), List.of());
    assertEquals(new ChangeEffect(100, Double.NaN, Double.NaN, Double.NaN, Double.NaN), bare);
  }
}

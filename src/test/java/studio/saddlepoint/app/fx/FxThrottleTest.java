package studio.saddlepoint.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class FxThrottleTest {
  private int runs;

  @Test
  void whatIsInAHurryWaitsForNoInterval() {
    FxThrottle throttle = new FxThrottle(Runnable::run, () -> Duration.ofHours(1), () -> runs++);
    throttle.request();
    assertEquals(1, runs);
    throttle.request(); // in an hour
    assertEquals(1, runs);
    throttle.hurry();
    assertEquals(2, runs);
  }

  @Test
  void whatIsInAHurryTakesThePlaceOfWhatWasPending() {
    Deque<Runnable> pulses = new ArrayDeque<>();
    List<FxThrottle> itself = new ArrayList<>();
    itself.add(
        new FxThrottle(
            pulses::add,
            () -> Duration.ZERO,
            () -> {
              runs++;
              itself.get(0).request(); // goes on as long as a training does
            }));
    itself.get(0).request();
    itself.get(0).hurry();
    itself.get(0).hurry();
    for (int pulse = 1; pulse <= 5; pulse++) {
      List<Runnable> now = List.copyOf(pulses);
      pulses.clear();
      now.forEach(Runnable::run);
    }
    assertEquals(3 + 4, runs);
  }
}

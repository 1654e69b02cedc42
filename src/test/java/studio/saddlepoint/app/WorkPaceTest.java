package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkPaceTest {
  private static final long SECOND = 1_000_000_000L;

  private final WorkPace pace = new WorkPace();

  private double left(double seconds) {
    return pace.remaining((long) (seconds * SECOND)).map(Duration::toMillis).orElseThrow() / 1e3;
  }

  private void even(double fromSecond, double from, double perSecond, int seconds) {
    for (int i = 1; i <= seconds; i++) {
      pace.reached((long) ((fromSecond + i) * SECOND), from + i * perSecond);
    }
  }

  @Test
  void isNotKnownBeforeSomethingIsDone() {
    assertTrue(pace.remaining(SECOND).isEmpty());
    pace.reached(SECOND, -1);
    assertTrue(pace.remaining(2 * SECOND).isEmpty());
    pace.reached(2 * SECOND, 0.01);
    assertTrue(pace.remaining(2 * SECOND).isEmpty());
  }

  @Test
  void isTheRestAtAnEvenPace() {
    even(0, 0, 0.01, 10);
    assertEquals(90, left(10), 0.01);
  }

  @Test
  void forgetsPartsThatWereThereAlready() {
    pace.reached(SECOND, 0.4); // what was kept from the last time
    even(1, 0.4, 0.005, 9);
    assertEquals((1 - 0.445) / 0.005, left(10), 111 / 3.0);
    even(10, 0.445, 0.005, 10);
    assertEquals((1 - 0.495) / 0.005, left(20), 1);
  }

  @Test
  void leavesOutWhatTakesNoShare() {
    pace.reached(SECOND, -1); // loading, of which nobody knows how much of the whole it is
    pace.reached(20 * SECOND, 0);
    even(20, 0, 0.05, 3);
    assertEquals(0.85 / 0.05, left(23), 0.01);
  }

  @Test
  void saysNothingOfWhatWasBegunJustNow() {
    even(0, 0, 0.3, 1);
    assertTrue(pace.remaining(SECOND).isEmpty());
    even(1, 0.3, 0.3, 1);
    assertEquals(1.33, left(2), 0.01);
  }

  /** What came before a part tells nothing of how slowly that began. */
  @Test
  void forgetsTheSlowBeginningOfALaterPart() {
    pace.reached(30 * SECOND, 0);
    even(30, 0, 0.01, 5);
    even(35, 0.05, 0.05, 6);
    assertEquals(0.65 / 0.05, left(41), 1);
  }

  @Test
  void plannedPartThatTakesLongerMisleadsLittle() {
    pace.evenly(() -> Double.NaN);
    even(0, 0, 0.05, 5);
    even(5, 0.25, 0.001, 3); // a small part, three seconds instead of none
    assertEquals(0.747 / 0.253 * 8, left(8), 0.1);
    even(8, 0.253, 0.05, 5);
    assertEquals(0.497 / 0.05, left(13), 3);
  }

  @Test
  void planTellsBeforeMuchIsDone() {
    double[] planned = {Double.NaN};
    pace.evenly(() -> planned[0]);
    pace.reached(SECOND, -1);
    assertTrue(pace.remaining(SECOND).isEmpty());
    planned[0] = 40;
    assertEquals(40, left(1), 0.01);
    even(1, 0, 0.05, 2); // twice as fast as planned
    assertEquals(0.9 * 40 / Math.pow(2, 1 / 3.0), left(3), 0.01);
    even(3, 0.1, 0.05, 6);
    assertEquals(0.6 * 20, left(9), 0.01);
  }

  @Test
  void planBeginsAnewToo() {
    pace.evenly(() -> Double.NaN);
    pace.reached(5 * SECOND, -1);
    even(5, 0, 0.1, 3);
    pace.reached(9 * SECOND, 0.1); // there is more to do than it seemed
    even(9, 0.1, 0.02, 5);
    assertEquals(0.8 / 0.02, left(14), 0.1);
  }

  @Test
  void growsWhileNothingMoves() {
    even(0, 0, 0.01, 10);
    assertTrue(left(30) > 2 * left(10));
  }

  @Test
  void beginsAnewWithAPartThatIsCountedAnew() {
    even(0, 0, 0.1, 9);
    pace.reached(10 * SECOND, 0.01);
    even(10, 0.01, 0.02, 10);
    assertEquals((1 - 0.21) / 0.02, left(20), 13);
  }
}

package studio.saddlepoint.train.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RemainingTimeTest {
  private static final double SECOND = 1e9;

  private final RemainingTime remaining = new RemainingTime();
  private double now;

  private void steps(int count, double seconds) {
    for (int i = 0; i < count; i++) {
      now += seconds * SECOND;
      remaining.step((long) now, 1);
    }
  }

  private double left(long steps) {
    return remaining.of(steps).map(Duration::toMillis).orElseThrow() / 1e3;
  }

  @Test
  void isNotKnownAfterOneStep() {
    assertTrue(remaining.of(10).isEmpty());
    steps(1, 5);
    assertTrue(remaining.of(10).isEmpty());
    steps(1, 5);
    assertEquals(50, left(10), 1e-3);
  }

  @Test
  void countsStepsByTheirEffort() {
    for (int i = 0; i < 100; i++) {
      now += 0.1 * SECOND;
      remaining.step((long) now, 0.25);
    }
    assertEquals(400 * 0.1, left(100), 0.1);
  }

  @Test
  void takesInWhatComesBetweenSteps() {
    // 100 steps of a tenth of a second each, and a sheet of four seconds with every twentieth
    for (int i = 0; i < 10; i++) {
      steps(19, 0.1);
      steps(1, 4.1);
    }
    double whole = 20 * 0.1 + 4; // of twenty steps
    assertEquals(90 * whole, left(90 * 20), 90 * whole / 3);
  }

  @Test
  void forgetsTheSlowBeginning() {
    steps(10, 3);
    steps(400, 0.2);
    assertEquals(200, left(1000), 200.0 / 3);
  }

  @Test
  void leavesOutTheTimeThatItWaits() {
    steps(50, 0.5);
    remaining.interrupt();
    now += 3600 * SECOND;
    steps(50, 0.5);
    assertEquals(50, left(100), 1);
  }

  @Test
  void staysRightOverALongTime() {
    steps(200_000, 0.5);
    assertEquals(5_000, left(10_000), 50);
  }

  /** Steps beside an evaluation that goes from a share to another. */
  private void beside(int count, double seconds, double from, double to) {
    for (int i = 0; i < count; i++) {
      remaining.evaluating(from + (to - from) * i / count);
      steps(1, seconds);
    }
  }

  private void evaluated(int count, double seconds) {
    beside(count, seconds, 0, 1);
    remaining.evaluating(Double.NaN);
  }

  @Test
  void tellsWhatIsLeftOfTheEvaluationInWhichTheClassifierLearns() {
    steps(100, 0.1);
    beside(50, 0.3, 0, 0.5);
    // Ten of these 15 s were the evaluation's, and it is half done.
    assertEquals(900 * 0.1 + 10, left(900), 3);
    // It cannot hold up more steps than there are.
    assertEquals(10 * 0.3, left(10), 0.1);
  }

  @Test
  void doesNotTakeTheFirstEvaluationForAMeasure() {
    steps(100, 0.1);
    evaluated(200, 0.4);
    steps(1, 0.1);
    assertEquals(900 * 0.1, left(900), 9);
  }

  @Test
  void takesInThatLaterEvaluationsHoldUpTheSteps() {
    steps(100, 0.1);
    evaluated(100, 0.4);
    for (int i = 0; i < 5; i++) {
      steps(80, 0.1);
      evaluated(20, 0.3);
    }
    double whole = 80 * 0.1 + 20 * 0.3; // of a hundred steps
    assertEquals(10 * whole, left(1000), whole);
  }

  @Test
  void isThePaceOfAllWhereEvaluationsNeverEnd() {
    beside(200, 0.3, 0, 0.1);
    assertEquals(300, left(1000), 1);
  }
}

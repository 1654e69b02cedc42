package studio.saddlepoint.train.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimeGapsTest {
  private static final Duration STEP = Duration.ofMillis(50);

  private final TimeGaps gaps = new TimeGaps();
  private long nanos;
  private long processor;
  private Instant clock = Instant.parse("2026-11-01T12:00:00Z");

  @BeforeEach
  void makeSomeSteps() {
    for (int i = 0; i < 20; i++) {
      assertEquals(Optional.empty(), step(STEP, STEP, STEP));
    }
  }

  /** The next step, after so much time by each clock. */
  private Optional<TimeGaps.Gap> step(Duration forward, Duration worked, Duration shown) {
    nanos += forward.toNanos();
    processor += worked.toNanos();
    clock = clock.plus(shown);
    return gaps.step(new Moment(nanos, processor, clock));
  }

  private Optional<TimeGaps.Gap> still(long seconds) {
    Duration length = Duration.ofSeconds(seconds).plus(STEP);
    return step(length, STEP, length);
  }

  @Test
  void aMinuteInWhichNothingWorkedIsNoticed() {
    TimeGaps.Gap gap = still(60).orElseThrow();
    assertEquals(60, gap.still().toSeconds());
    assertEquals(Duration.ZERO, gap.set());
    assertEquals(Optional.empty(), step(STEP, STEP, STEP));
  }

  @Test
  void slowWorkIsNone() {
    Duration minute = Duration.ofMinutes(1);
    assertEquals(Optional.empty(), step(minute, minute, minute));
  }

  @Test
  void shortWaitsAreNone() {
    assertEquals(Optional.empty(), still(19));
  }

  @Test
  void oneWhoStandsStillAgainAndAgainIsToldSoLessOften() {
    assertTrue(still(25).isPresent());
    assertFalse(still(25).isPresent());
    assertTrue(still(61).isPresent());
    assertTrue(still(61).isPresent());
  }

  @Test
  void aPauseIsNone() {
    gaps.interrupt();
    assertEquals(Optional.empty(), still(3600));
  }

  @Test
  void aClockThatIsSetIsNoticedBothWays() {
    assertEquals(
        Duration.ofHours(-1),
        step(STEP, STEP, STEP.minus(Duration.ofHours(1))).orElseThrow().set());
    assertEquals(
        Duration.ofHours(8), step(STEP, STEP, STEP.plus(Duration.ofHours(8))).orElseThrow().set());
    assertEquals(Optional.empty(), step(STEP, STEP, STEP.plusSeconds(1)));
  }

  @Test
  void aStopAndASetClockAreToldApart() {
    TimeGaps.Gap gap = step(Duration.ofMinutes(1), STEP, Duration.ofMinutes(-9)).orElseThrow();
    assertEquals(59, gap.still().toSeconds());
    assertEquals(Duration.ofMinutes(-10), gap.set());
  }

  @Test
  void momentsOfThisProcessGoForward() {
    Moment before = Moment.now();
    Moment after = Moment.now();
    assertTrue(after.since(before).compareTo(Duration.ZERO) >= 0);
    assertTrue(after.processorNanos() >= before.processorNanos());
    assertEquals(Duration.ZERO, after.stillSince(before, Duration.ZERO));
  }
}

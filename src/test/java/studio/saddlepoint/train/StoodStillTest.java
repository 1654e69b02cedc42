package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.train.diagnosis.Verdict;
import studio.saddlepoint.train.progress.Moment;

/** A training that is stopped from outside for a while, and whose computer's clock is set. */
class StoodStillTest extends TrainingFixture {
  private static final Instant BEGIN = Instant.parse("2026-11-01T12:00:00Z");

  private long nanos;
  private long processor;
  private Duration set = Duration.ZERO;

  /** A step takes 50 ms of time and of work. */
  @Override
  Supplier<Moment> moments() {
    return () -> {
      nanos += 50_000_000;
      processor += 50_000_000;
      return new Moment(nanos, processor, BEGIN.plusNanos(nanos).plus(set));
    };
  }

  @Test
  void goesOnAndTellsOnceWhatHappenedToItsTime() {
    RunFolder run = RunFolder.create(folder, tiny(12).with("diagnosis.enabled", false));
    train(
        run,
        (event, loop) -> {
          if (event instanceof Event.Scalars && event.step() == 4) {
            nanos += Duration.ofMinutes(1).toNanos();
          } else if (event instanceof Event.Scalars && event.step() == 6) {
            set = Duration.ofHours(-1);
          } else if (event instanceof Event.Scalars && event.step() == 8) {
            set = Duration.ofHours(7);
          } else if (event instanceof Event.Scalars && event.step() == 11) {
            assertTrue(loop.status().eta().orElseThrow().toMillis() < 1000, "" + loop.status());
          }
        });
    List<Event.Found> found = of(Event.Found.class);
    assertEquals(
        List.of(
            "The program stood still for 60 s.",
            "The computer's clock was set back by 60 min.",
            "The computer's clock went forward by 8 h 0 min."),
        found.stream().map(Event.Found::what).toList());
    assertEquals(List.of(4L, 6L, 8L), found.stream().map(Event.Found::step).toList());
    for (Event.Scalars each : of(Event.Scalars.class)) {
      boolean begins = each.step() == 1 || each.step() == 5; // nothing to measure it by yet
      double speed = each.values().getOrDefault("speed.imagesPerSecond", Double.NaN);
      assertEquals(begins ? Double.NaN : 160, speed, 1e-6, "step " + each.step());
    }
    assertEquals(found, run.events().read().stream().filter(found::contains).toList());
    Verdict verdict =
        Verdict.of(new Verdict.Standing(run.recipe(), 12, 96, found, List.of(), List.of()));
    assertEquals(Verdict.Tone.EARLY, verdict.tone()); // it says nothing of how the training goes
  }

  @Test
  void lengthsOfTimeReadWell() {
    assertEquals("61 s", GapFindings.text(Duration.ofMillis(60_900)));
    assertEquals("12 min", GapFindings.text(Duration.ofSeconds(725)));
    assertEquals("3 h 20 min", GapFindings.text(Duration.ofMinutes(200)));
  }
}

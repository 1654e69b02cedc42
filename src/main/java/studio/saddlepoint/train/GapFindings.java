package studio.saddlepoint.train;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import studio.saddlepoint.core.English;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.train.diagnosis.Severity;
import studio.saddlepoint.train.progress.TimeGaps.Gap;

/** What a person is told of a gap in a training's time. */
final class GapFindings {
  private static final String COUNTED =
      "Nothing is lost and nothing need be done: the time trained, the speed and the time left are counted without it.";

  private GapFindings() {}

  /**
   * The findings of a gap.
   *
   * @param step that was made last before it
   */
  static List<Event.Found> of(Gap gap, long step) {
    List<Event.Found> found = new ArrayList<>();
    if (!gap.still().isZero()) {
      found.add(
          told(
              step,
              Event.Found.STOOD_STILL,
              English.of("The program stood still for %s.", text(gap.still())),
              "In that time it had next to no processor time.",
              "It was stopped (SIGSTOP, Ctrl-Z), the computer slept, or it waited for a disk or for other programs."));
    }
    if (gap.set().isNegative()) {
      found.add(
          told(
              step,
              Event.Found.CLOCK_SET,
              English.of("The computer's clock was set back by %s.", text(gap.set().abs())),
              "Times in the log go back with it; steps are in order nevertheless.",
              "A person or a time server put it right."));
    } else if (!gap.set().isZero()) {
      found.add(
          told(
              step,
              Event.Found.CLOCK_SET,
              English.of("The computer's clock went forward by %s.", text(gap.set())),
              "That much more went by on it than in the program.",
              "The computer slept, or a person or a time server put the clock right."));
    }
    return found;
  }

  private static Event.Found told(
      long step, String kind, String what, String evidence, String why) {
    return new Event.Found(
        Instant.now(), step, kind, Severity.INFO.id(), what, evidence, why, COUNTED);
  }

  /** Such as {@code 61 s}, {@code 12 min} or {@code 3 h 20 min}. */
  static String text(Duration length) {
    long seconds = Math.round(length.toMillis() / 1000.0);
    if (seconds < 120) {
      return English.of("%d s", seconds);
    }
    long minutes = Math.round(seconds / 60.0);
    return minutes < 120
        ? English.of("%d min", minutes)
        : English.of("%,d h %d min", minutes / 60, minutes % 60);
  }
}

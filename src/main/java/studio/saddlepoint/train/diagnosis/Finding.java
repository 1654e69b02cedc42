package studio.saddlepoint.train.diagnosis;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.Remedy;

/**
 * Something that a training shows.
 *
 * @param severity how much it matters
 * @param what what is going on
 * @param evidence the numbers that show it
 * @param why the likely reason
 * @param remedies what may help, the likeliest first
 * @param sight the picture that shows it
 */
public record Finding(
    Severity severity,
    String what,
    String evidence,
    String why,
    List<Remedy> remedies,
    Sight sight) {
  /** Copies the remedies. */
  public Finding {
    remedies = List.copyOf(remedies);
  }

  /**
   * The event that tells of it.
   *
   * @param kind of its diagnosis
   * @param picture its file in the run folder; empty where there is none
   */
  public Event.Found event(String kind, long step, String picture) {
    return new Event.Found(
        Instant.now(),
        step,
        kind,
        severity.id(),
        what,
        evidence,
        why,
        remedies.stream().map(Remedy::text).collect(Collectors.joining(" ")),
        remedies,
        picture,
        false);
  }

  /** The event that tells that something found before is over. */
  public static Event.Found over(Event.Found begun, long step) {
    return new Event.Found(
        Instant.now(),
        step,
        begun.kind(),
        Severity.INFO.id(),
        "Over: " + begun.what(),
        "",
        "",
        "",
        List.of(),
        "",
        true);
  }
}

package studio.saddlepoint.train.diagnosis;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import studio.saddlepoint.core.English;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.event.Event;

/**
 * How a training goes, in a sentence.
 *
 * @param tone whether that is good
 * @param sentence for a person
 */
public record Verdict(Tone tone, String sentence) {
  /** What is said of files, data and time, not of how a training goes. */
  private static final Set<String> OF_FILES =
      Set.of(
          "checkpoint",
          "sheet",
          "tensorboard",
          "data-changed",
          Event.Found.STOOD_STILL,
          Event.Found.CLOCK_SET);

  private static final String FID = "fid";

  /** A change by less than this part is none. */
  private static final double SAME = 0.05;

  /** Looks or scores that are looked back on. */
  private static final int BACK = 8;

  private static final int FEWEST_LOOKS = 4;

  /** How good that is. */
  public enum Tone {
    /** Nothing can be said yet. */
    EARLY,
    /** It gets better. */
    WELL,
    /** It gets neither better nor worse, and nothing is wrong. */
    STEADY,
    /** Something is wrong. */
    TROUBLE;

    /** As documents have it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How a training stands.
   *
   * @param recipe what is trained
   * @param step steps done
   * @param imagesSeen real images seen in them
   * @param findings all that was told, oldest first
   * @param probes looks, oldest first
   * @param scores quick evaluations, oldest first
   */
  public record Standing(
      Recipe recipe,
      long step,
      long imagesSeen,
      List<Event.Found> findings,
      List<Probe> probes,
      List<Event.Scored> scores) {
    /** Copies the lists. */
    public Standing {
      findings = List.copyOf(findings);
      probes = List.copyOf(probes);
      scores = List.copyOf(scores);
    }
  }

  /** What is to be said of a training: the worst finding, or how its pictures got better. */
  public static Verdict of(Standing standing) {
    Collection<Event.Found> open = Doctor.open(standing.findings());
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
      for (Event.Found each : open) {
        if (each.severity().equals(severity.id()) && !OF_FILES.contains(each.kind())) {
          return new Verdict(Tone.TROUBLE, each.what() + " " + each.evidence());
        }
      }
    }
    if (standing.imagesSeen() < standing.recipe().diagnosis().after()) {
      return early(standing);
    }
    Optional<Verdict> trend = byScores(standing).or(() -> byLooks(standing));
    Optional<Event.Found> known =
        open.stream().filter(each -> !OF_FILES.contains(each.kind())).findFirst();
    if (known.isPresent() && trend.map(each -> each.tone() != Tone.WELL).orElse(true)) {
      return new Verdict(Tone.STEADY, known.get().what() + " " + known.get().evidence());
    }
    return trend.orElseGet(() -> untold(standing));
  }

  /** Of pictures that nobody has looked at nothing can be said, not even that nothing is wrong. */
  private static Verdict untold(Standing standing) {
    return new Verdict(
        Tone.EARLY,
        standing.probes().isEmpty()
            ? English.of(
                "The doctor has not looked at its pictures yet, by step %,d: what they are like cannot be told.",
                standing.step())
            : English.of(
                "Too little was looked at to tell: %s by step %,d, and no fault found.",
                English.count(standing.probes().size(), "look"), standing.step()));
  }

  private static Verdict early(Standing standing) {
    return new Verdict(
        Tone.EARLY,
        English.of(
            "Early: %,d of %,d steps; from %s images on it can be told how it goes.",
            standing.step(),
            standing.recipe().training().steps(),
            English.brief(standing.recipe().diagnosis().after())));
  }

  /** By the FIDs that were made alike. */
  private static Optional<Verdict> byScores(Standing standing) {
    List<Event.Scored> all = standing.scores();
    if (all.size() < 2) {
      return Optional.empty();
    }
    Event.Scored last = all.get(all.size() - 1);
    List<Event.Scored> alike =
        all.stream()
            .filter(each -> each.how().equals(last.how()) && each.values().containsKey(FID))
            .toList();
    if (alike.size() < 2) {
      return Optional.empty();
    }
    Event.Scored first = alike.get(Math.max(0, alike.size() - BACK));
    return Optional.of(
        trend(
            "FID",
            "%.3g",
            first.values().get(FID),
            last.values().getOrDefault(FID, Double.NaN),
            last.step() - first.step(),
            standing));
  }

  private static Optional<Verdict> byLooks(Standing standing) {
    Evidence evidence =
        new Evidence(
            standing.recipe(), standing.step(), standing.imagesSeen(), Map.of(), standing.probes());
    List<Probe> all = evidence.probes();
    List<Probe> last = all.subList(Math.max(0, all.size() - BACK), all.size());
    if (last.size() < FEWEST_LOOKS) {
      return Optional.empty();
    }
    OptionalDouble before = Evidence.mean(last.subList(0, last.size() / 2), Probe.DISTANCE);
    OptionalDouble now = Evidence.mean(last.subList(last.size() / 2, last.size()), Probe.DISTANCE);
    if (before.isEmpty() || now.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        trend(
            "the energy distance to the data",
            "%.3f",
            before.getAsDouble(),
            now.getAsDouble(),
            last.get(last.size() - 1).step() - last.get(0).step(),
            standing));
  }

  private static Verdict trend(
      String what, String format, double before, double now, long steps, Standing standing) {
    String was = English.of(format, before);
    String is = English.of(format, now);
    String classes = classes(standing.probes());
    if (now < (1 - SAME) * before) {
      return new Verdict(
          Tone.WELL,
          English.of(
              "Going well: %s fell from %s to %s over the last %,d steps%s.",
              what, was, is, steps, classes));
    }
    return new Verdict(
        Tone.STEADY,
        now <= (1 + SAME) * before
            ? English.of(
                "Steady, no fault found: %s stays at %s over the last %,d steps%s.",
                what, is, steps, classes)
            : English.of(
                "No fault found, but %s rose from %s to %s over the last %,d steps%s.",
                what, was, is, steps, classes));
  }

  /** Such as {@code , all 10 classes are made}. */
  private static String classes(List<Probe> probes) {
    if (probes.isEmpty()) {
      return "";
    }
    Probe newest = probes.get(probes.size() - 1);
    long all = newest.data().values().stream().filter(share -> share > 0).count();
    long made = newest.fakes().values().stream().filter(share -> share > 0).count();
    if (all == 0) {
      return "";
    }
    return made >= all
        ? English.of(", all %d classes are made", all)
        : English.of(", %d of %d classes are made", made, all);
  }
}

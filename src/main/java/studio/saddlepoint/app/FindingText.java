package studio.saddlepoint.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.train.RunDiagnosis;
import studio.saddlepoint.train.diagnosis.Probe;

/** What findings say in the window. */
final class FindingText {
  private static final double PERCENT = 100;

  private FindingText() {}

  /** How a severity is drawn. */
  static Feather icon(String severity) {
    return switch (severity) {
      case "error" -> Feather.X_OCTAGON;
      case "warning" -> Feather.ALERT_TRIANGLE;
      default -> Feather.INFO;
    };
  }

  /**
   * From when until when something was found that is over.
   *
   * @param all all that was found, oldest first
   */
  static String span(Event.Found found, List<Event.Found> all) {
    return all.subList(all.indexOf(found) + 1, all.size()).stream()
        .filter(each -> each.kind().equals(found.kind()))
        .findFirst()
        .map(
            next ->
                Messages.text(
                    "findings.steps", Texts.count(found.step()), Texts.count(next.step())))
        .orElseGet(() -> Messages.text("findings.step", Texts.count(found.step())));
  }

  /** How often a training was looked at, and what share of its time that took. */
  static String watching(List<Probe> probes) {
    if (probes.isEmpty()) {
      return Messages.text("findings.unwatched");
    }
    Probe newest = probes.get(probes.size() - 1);
    return Messages.text(
        "findings.watching",
        Texts.count(newest.step()),
        String.format(
            Locale.ENGLISH, "%.1f", PERCENT * newest.value(Probe.SHARE).orElse(Double.NaN)));
  }

  /** What a look at the checkpoints saw, and what it could not. */
  static String looks(RunDiagnosis made) {
    List<String> lines = new ArrayList<>();
    lines.add(Messages.text("findings.looked", made.probes().size()));
    lines.addAll(made.notLookedAt());
    return String.join("\n", lines);
  }
}

package studio.saddlepoint.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.parameter.HyperParameter;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.Remedy;
import studio.saddlepoint.train.RunDiagnosis;
import studio.saddlepoint.train.diagnosis.Probe;

/** Tells how a run goes, what is wrong with it, and what may help. */
@Command(
    name = "diagnose",
    description = {
      "Tells how a run goes or went: in a sentence, then what is wrong, with the evidence, the likely reason and what may help.",
      "A run that was not watched while it trained is looked at by its checkpoints and data. Nothing in its folder changes; it may be training."
    })
final class DiagnoseCommand implements Callable<Integer> {
  private static final double PERCENT = 100;

  private final CommandOutput console;
  private final Home home;

  @Parameters(paramLabel = "RUN", description = "A run's folder, or its name in the runs folder.")
  private String run = "";

  DiagnoseCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    RunFolder folder = Runs.open(home, run);
    RunDiagnosis found;
    try (CancellableWork work = new CancellableWork(console)) {
      found = RunDiagnosis.of(folder, home, work);
    }
    console.result(document(folder, found), text(folder, found));
    return Main.DONE;
  }

  private static String text(RunFolder folder, RunDiagnosis found) {
    List<String> lines = new ArrayList<>();
    lines.add(English.of("%s, step %,d", folder.id(), found.step()));
    lines.add(found.verdict().sentence());
    for (Event.Found each : found.open()) {
      lines.add("");
      lines.add(English.of("%s: %s (step %,d)", each.severity(), each.what(), each.step()));
      add(lines, "evidence", each.evidence());
      add(lines, "why", each.why());
      each.remedies().forEach(remedy -> add(lines, "try", remedy(remedy)));
      if (each.remedies().isEmpty()) {
        add(lines, "try", each.advice());
      }
    }
    if (!found.earlier().isEmpty()) {
      lines.add("");
      lines.add("Over:");
      found.earlier().forEach(each -> add(lines, English.of("step %,d", each.step()), each.what()));
    }
    lines.add("");
    lines.add(looks(found));
    found.notLookedAt().forEach(lines::add);
    return String.join(System.lineSeparator(), lines);
  }

  private static void add(List<String> lines, String name, String text) {
    if (!text.isBlank()) {
      lines.add("  " + name + ": " + text);
    }
  }

  private static String looks(RunDiagnosis found) {
    String count = English.count(found.probes().size(), "look");
    if (found.probes().isEmpty()) {
      return "No look at its pictures: only the log was read.";
    }
    Probe newest = found.probes().get(found.probes().size() - 1);
    return English.of(
        "%s, the last at step %,d by %s%s.",
        count,
        newest.step(),
        newest.value(Probe.FEATURES).orElse(0) > 0
            ? "the data set's own classifier"
            : "pixels, which tell no classes",
        found.share().isPresent()
            ? English.of(
                "; looks took %.1f %% of the training's time",
                PERCENT * found.share().getAsDouble())
            : "");
  }

  /** Such as {@code Halve it. (--set method.vae.klWeight=0.5, while it trains)}. */
  private static String remedy(Remedy remedy) {
    if (remedy.changes().isEmpty()) {
      return remedy.text();
    }
    List<String> settings = new ArrayList<>();
    remedy.changes().forEach((key, value) -> settings.add(key + "=" + value));
    return English.of(
        "%s (%s; %s)",
        remedy.text(),
        String.join(" ", settings),
        live(remedy) ? "while it trains" : "in a new run");
  }

  private static boolean live(Remedy remedy) {
    return remedy.changes().keySet().stream()
        .allMatch(key -> HyperParameters.find(key).map(HyperParameter::live).orElse(false));
  }

  private static Map<String, Object> document(RunFolder folder, RunDiagnosis found) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("run", folder.id());
    document.put("step", found.step());
    document.put("tone", found.verdict().tone().id());
    document.put("verdict", found.verdict().sentence());
    document.put("findings", found.open().stream().map(DiagnoseCommand::document).toList());
    document.put("earlier", found.earlier().stream().map(DiagnoseCommand::document).toList());
    document.put("looks", found.probes().size());
    document.put(
        "newestLook",
        found.probes().isEmpty()
            ? Map.of()
            : new LinkedHashMap<>(found.probes().get(found.probes().size() - 1).values()));
    document.put("shareOfTime", found.share().orElse(Double.NaN));
    document.put("notLookedAt", found.notLookedAt());
    return document;
  }

  private static Map<String, Object> document(Event.Found found) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("kind", found.kind());
    document.put("severity", found.severity());
    document.put("step", found.step());
    document.put("what", found.what());
    document.put("evidence", found.evidence());
    document.put("why", found.why());
    List<Map<String, Object>> remedies = new ArrayList<>();
    for (Remedy each : found.remedies()) {
      Map<String, Object> remedy = new LinkedHashMap<>();
      remedy.put("text", each.text());
      remedy.put("set", each.changes());
      remedy.put("live", !each.changes().isEmpty() && live(each));
      remedies.add(remedy);
    }
    document.put("remedies", remedies);
    document.put("picture", found.picture());
    return document;
  }
}

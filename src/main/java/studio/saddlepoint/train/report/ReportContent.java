package studio.saddlepoint.train.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.metrics.record.ScoreReport;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.curve.CurveStore;
import studio.saddlepoint.run.curve.Points;
import studio.saddlepoint.run.curve.RunCurves;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.EventLog;
import studio.saddlepoint.run.list.RunSummary;
import studio.saddlepoint.train.diagnosis.Doctor;
import studio.saddlepoint.train.diagnosis.Probe;
import studio.saddlepoint.train.diagnosis.Verdict;

/**
 * All that a report tells of a run, read from its folder.
 *
 * @param run its folder
 * @param summary where it stands
 * @param recipe with the changes made on the way
 * @param base the recipe of the program's own that is nearest
 * @param curves its numbers over the steps
 * @param told what it told beside them and still holds, oldest first
 * @param scores all that was measured
 * @param verdict how it goes, in a sentence
 * @param made when this was read
 */
record ReportContent(
    RunFolder run,
    RunSummary summary,
    Recipe recipe,
    Recipe base,
    RunCurves curves,
    List<Event> told,
    ScoreReport scores,
    Verdict verdict,
    Instant made) {
  /** Keys of texts, which decide nothing. */
  private static final List<String> WORDS =
      List.of("name", "title", "summary", "paper", "departures", "expect");

  /**
   * Reads a run.
   *
   * @throws StudioException if its log cannot be read
   */
  static ReportContent of(RunFolder run, Path caches, Progress progress) {
    CurveStore store = new CurveStore(run.path(), run.events(), caches);
    var kept = store.refresh(progress.part(0, 0.8));
    List<Event> told = EventLog.settled(kept.index().events());
    Recipe recipe = recipe(run.recipe(), told);
    RunSummary summary = RunSummary.of(run.path());
    progress.report("Gathering scores", 0.85);
    return new ReportContent(
        run,
        summary,
        recipe,
        base(recipe),
        kept.curves(),
        told,
        ScoreReport.of(run),
        verdict(recipe, summary, told),
        Instant.now());
  }

  private static Recipe recipe(Recipe begun, List<Event> told) {
    Map<String, String> changes = new HashMap<>();
    for (Event event : told) {
      if (event instanceof Event.Changed change && HyperParameters.find(change.key()).isPresent()) {
        changes.put(change.key(), change.after());
      }
    }
    try {
      return begun.with(changes);
    } catch (StudioException e) {
      return begun; // changes of another version: they are in the history
    }
  }

  /** The one of its name, else the one that differs in the fewest values. */
  private static Recipe base(Recipe recipe) {
    List<Recipe> all = Recipes.embedded();
    return all.stream()
        .filter(each -> each.name().equals(recipe.name()))
        .findFirst()
        .orElseGet(
            () ->
                all.stream()
                    .min(Comparator.comparingInt(each -> differences(each, recipe).size()))
                    .orElse(recipe));
  }

  private static Map<String, List<String>> differences(Recipe base, Recipe recipe) {
    Map<String, List<String>> all = HyperParameters.differences(base, recipe);
    all.keySet().removeAll(WORDS);
    return all;
  }

  /** What this run has otherwise than its base: key to the base's value and its own. */
  Map<String, List<String>> differences() {
    return differences(base, recipe);
  }

  private static Verdict verdict(Recipe recipe, RunSummary summary, List<Event> told) {
    return Verdict.of(
        new Verdict.Standing(
            recipe,
            summary.lastStep(),
            summary.imagesSeen(),
            of(told, Event.Found.class).toList(),
            of(told, Event.Probed.class).map(Probe::of).toList(),
            of(told, Event.Scored.class).toList()));
  }

  private static <E extends Event> Stream<E> of(List<Event> told, Class<E> kind) {
    return told.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** What it told of a kind, oldest first. */
  <E extends Event> List<E> told(Class<E> kind) {
    return of(told, kind).toList();
  }

  /** What was found and is not over. */
  List<Event.Found> open() {
    return List.copyOf(Doctor.open(told(Event.Found.class)));
  }

  /** What was found and is over, or was found again since. */
  List<Event.Found> earlier() {
    List<Event.Found> open = open();
    return told(Event.Found.class).stream()
        .filter(each -> !each.over() && !open.contains(each))
        .toList();
  }

  /** Where it trained last; empty where it has not begun. */
  Optional<String> device() {
    List<Event.Begun> begun = told(Event.Begun.class);
    return begun.isEmpty()
        ? Optional.empty()
        : Optional.of(plain(begun.get(begun.size() - 1).device()));
  }

  /** The engine calls a processor {@code cpu()}. */
  static String plain(String device) {
    return device.replace("()", "");
  }

  /** What looks measured, as curves. */
  Map<String, Points> looks() {
    List<Event.Probed> all = told(Event.Probed.class);
    Map<String, Points> curves = new HashMap<>();
    List<Event.Probed> some =
        all.stream().filter(each -> each.values().containsKey(Probe.DISTANCE)).toList();
    double[] steps = some.stream().mapToDouble(Event::step).toArray();
    double[] values =
        some.stream().mapToDouble(each -> each.values().get(Probe.DISTANCE)).toArray();
    long[] ones = new long[steps.length];
    Arrays.fill(ones, 1);
    curves.put(Probe.DISTANCE, new Points(steps, values, values, values, ones));
    return curves;
  }

  /** Some of the sheets, from the first to the last. */
  List<Event.Sheet> sheets(int most) {
    List<Event.Sheet> all = told(Event.Sheet.class);
    int count = Math.min(most, all.size());
    List<Event.Sheet> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      some.add(all.get(count == 1 ? all.size() - 1 : i * (all.size() - 1) / (count - 1)));
    }
    return some;
  }
}

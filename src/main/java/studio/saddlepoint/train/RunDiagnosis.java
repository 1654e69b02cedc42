package studio.saddlepoint.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.latent.TrainedOn;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.LearntData;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.Follower;
import studio.saddlepoint.run.list.RunSummary;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.diagnosis.Doctor;
import studio.saddlepoint.train.diagnosis.Evidence;
import studio.saddlepoint.train.diagnosis.Probe;
import studio.saddlepoint.train.diagnosis.Trace;
import studio.saddlepoint.train.diagnosis.Traces;
import studio.saddlepoint.train.diagnosis.Verdict;
import studio.saddlepoint.train.diagnosis.finding.Diagnoses;
import studio.saddlepoint.train.probe.Prober;

/**
 * How a run goes or went, whether it is trained or not: from what it told, and where it was not
 * watched while it trained, from its checkpoints and its data. Nothing in its folder changes.
 *
 * @param recipe with the changes in its newest checkpoint
 * @param step the last step told of
 * @param verdict in a sentence
 * @param open what was found and is not over, oldest first
 * @param earlier what was found and is over, oldest first
 * @param probes the looks, oldest first
 * @param notLookedAt what could not be looked at, and why, in sentences
 */
public record RunDiagnosis(
    Recipe recipe,
    long step,
    Verdict verdict,
    List<Event.Found> open,
    List<Event.Found> earlier,
    List<Probe> probes,
    List<String> notLookedAt) {
  /** Fewer looks than these say little: then checkpoints are looked at. */
  private static final int FEWEST = 4;

  private static final int MOST_CHECKPOINTS = 10;

  /** Copies the lists. */
  public RunDiagnosis {
    open = List.copyOf(open);
    earlier = List.copyOf(earlier);
    probes = List.copyOf(probes);
    notLookedAt = List.copyOf(notLookedAt);
  }

  /**
   * Looks at a run.
   *
   * @param progress told how far it is
   * @throws StudioException if its log cannot be read
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static RunDiagnosis of(RunFolder run, Home home, Progress progress) {
    List<SavedCheckpoint> kept = spread(run.checkpoints());
    Told told = Told.of(run, kept, progress.part(0, 0.2));
    List<String> missing = new ArrayList<>();
    if (told.passedOver > 0) {
      missing.add(
          English.of(
              "%s of the log %s passed over: cut off, damaged, or of another version.",
              English.count(told.passedOver, "line"), told.passedOver == 1 ? "was" : "were"));
    }
    Recipe recipe = run.recipe();
    List<Looked> looks = new ArrayList<>();
    if (told.probes.size() < FEWEST) {
      looks = atCheckpoints(run, kept, home, missing, progress.part(0.2, 1));
    }
    RunSummary summary = RunSummary.of(run.path());
    long imagesSeen = summary.imagesSeen();
    List<Event.Found> findings = new ArrayList<>(told.findings);
    List<Probe> probes = told.probes;
    Doctor doctor = new Doctor(Diagnoses.ALL);
    doctor.recall(findings);
    if (!looks.isEmpty()) {
      probes = new ArrayList<>();
      for (Looked each : looks) {
        probes.add(each.probe());
        Evidence evidence =
            new Evidence(
                each.recipe(),
                each.probe().step(),
                each.imagesSeen(),
                told.traces.getOrDefault(each.probe().step(), Map.of()),
                probes);
        findings.addAll(doctor.look(evidence, found -> ""));
        recipe = each.recipe();
      }
    }
    Evidence last = new Evidence(recipe, told.step, imagesSeen, told.last.now(), probes);
    findings.addAll(
        new Doctor(Diagnoses.ALL.stream().filter(each -> each.atOnce()).toList())
            .look(last, found -> "").stream()
                .filter(each -> doctor.open().stream().noneMatch(o -> o.kind().equals(each.kind())))
                .toList());
    return result(recipe, told, imagesSeen, findings, probes, missing);
  }

  private static RunDiagnosis result(
      Recipe recipe,
      Told told,
      long imagesSeen,
      List<Event.Found> findings,
      List<Probe> probes,
      List<String> missing) {
    List<Event.Found> open = List.copyOf(Doctor.open(findings));
    List<Event.Found> earlier =
        findings.stream().filter(each -> !each.over() && !open.contains(each)).toList();
    Verdict verdict =
        Verdict.of(
            new Verdict.Standing(recipe, told.step, imagesSeen, findings, probes, told.scores));
    return new RunDiagnosis(recipe, told.step, verdict, open, earlier, probes, missing);
  }

  /** The share of the training's time that looks took; empty where it was not watched. */
  public OptionalDouble share() {
    return probes.isEmpty()
        ? OptionalDouble.empty()
        : probes.get(probes.size() - 1).value(Probe.SHARE);
  }

  /** Some of the checkpoints, from the first to the last, one a step. */
  private static List<SavedCheckpoint> spread(List<SavedCheckpoint> all) {
    TreeMap<Long, SavedCheckpoint> bySteps = new TreeMap<>();
    all.forEach(each -> bySteps.put(each.step(), each));
    List<SavedCheckpoint> sorted = List.copyOf(bySteps.values());
    List<SavedCheckpoint> some = new ArrayList<>();
    int count = Math.min(MOST_CHECKPOINTS, sorted.size());
    for (int i = 0; i < count; i++) {
      some.add(sorted.get(sorted.size() - 1 - (count - 1 - i) * sorted.size() / count));
    }
    return some;
  }

  /** A look at a checkpoint. */
  private record Looked(Recipe recipe, long imagesSeen, Probe probe) {}

  private static List<Looked> atCheckpoints(
      RunFolder run,
      List<SavedCheckpoint> kept,
      Home home,
      List<String> missing,
      Progress progress) {
    if (kept.isEmpty()) {
      missing.add("There is no checkpoint to look at yet.");
      return List.of();
    }
    List<Looked> looks = new ArrayList<>();
    TorchEngine.start(progress.part(0, 0.1));
    Autograd.enable(true);
    try {
      Checkpoint newest = run.load(kept.get(kept.size() - 1));
      DataSet data = data(run, newest, home, progress.part(0.1, 0.4));
      try (TrainingState state = new TrainingState(newest.recipe(), data);
          Prober prober = new Prober(data, newest.recipe(), home)) {
        if (!prober.holdsOut()) {
          missing.add(
              "There are no held-out pictures: whether the discriminator over-fits cannot be told.");
        }
        for (int i = 0; i < kept.size(); i++) {
          progress.checkCancelled();
          progress.report("Looking at checkpoints", 0.4 + 0.6 * i / kept.size());
          look(run, kept.get(i), state, prober, missing).ifPresent(looks::add);
        }
      }
    } catch (StudioException e) {
      missing.add("The networks and their pictures could not be looked at. " + e.getMessage());
    }
    return looks;
  }

  private static Optional<Looked> look(
      RunFolder run,
      SavedCheckpoint saved,
      TrainingState state,
      Prober prober,
      List<String> missing) {
    try {
      Checkpoint checkpoint = run.load(saved);
      state.restore(checkpoint);
      Probe probe =
          prober
              .look(
                  state.method(),
                  state.now(),
                  state.resolution(),
                  state.clusters(),
                  state.manager(),
                  state.step(),
                  state.imagesSeen())
              .probe();
      return Optional.of(new Looked(state.now(), state.imagesSeen(), probe));
    } catch (StudioException e) {
      missing.add(
          English.of(
              "The checkpoint of step %,d was passed over. %s", saved.step(), e.getMessage()));
      return Optional.empty();
    }
  }

  private static DataSet data(RunFolder run, Checkpoint checkpoint, Home home, Progress progress) {
    DataSet set = DataSets.open(checkpoint.recipe().data(), Split.TRAIN, home.caches(), progress);
    return TrainedOn.of(checkpoint, LearntData.of(run)).match(set).matched();
  }

  /** What the log tells. */
  private static final class Told {
    private final Traces last = new Traces();
    private final Map<Long, Map<String, Trace>> traces = new LinkedHashMap<>();
    private final List<Event.Found> findings = new ArrayList<>();
    private final List<Probe> probes = new ArrayList<>();
    private final List<Event.Scored> scores = new ArrayList<>();
    private long step;
    private long passedOver;

    static Told of(RunFolder run, List<SavedCheckpoint> at, Progress progress) {
      Told told = new Told();
      Follower log = run.events().follow();
      List<Long> steps = at.stream().map(SavedCheckpoint::step).toList();
      for (List<Event> some = log.poll(); !some.isEmpty(); some = log.poll()) {
        progress.checkCancelled();
        progress.report("Reading the log", log.share());
        some.forEach(each -> told.take(each, steps));
      }
      told.passedOver = log.passedOver();
      return told;
    }

    private void take(Event event, List<Long> at) {
      if (event instanceof Event.Begun) {
        last.clear();
        probes.removeIf(each -> each.step() > event.step());
        scores.removeIf(each -> each.step() > event.step());
        step = event.step();
      } else if (event instanceof Event.Scalars scalars) {
        last.add(scalars.values());
        if (at.contains(scalars.step())) {
          traces.put(scalars.step(), last.now());
        }
      } else if (event instanceof Event.Found found) {
        findings.add(found);
      } else if (event instanceof Event.Probed probed) {
        probes.add(Probe.of(probed));
      } else if (event instanceof Event.Scored scored) {
        scores.add(scored);
      }
      step = Math.max(step, event.step());
    }
  }
}

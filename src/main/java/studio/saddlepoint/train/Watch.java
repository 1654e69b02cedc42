package studio.saddlepoint.train;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.recipe.DiagnosisSettings;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.train.diagnosis.Diagnosis;
import studio.saddlepoint.train.diagnosis.Doctor;
import studio.saddlepoint.train.diagnosis.Evidence;
import studio.saddlepoint.train.diagnosis.Finding;
import studio.saddlepoint.train.diagnosis.Probe;
import studio.saddlepoint.train.diagnosis.Sight;
import studio.saddlepoint.train.diagnosis.Traces;
import studio.saddlepoint.train.diagnosis.finding.Diagnoses;
import studio.saddlepoint.train.probe.Look;
import studio.saddlepoint.train.probe.ProbeBudget;
import studio.saddlepoint.train.probe.Prober;
import studio.saddlepoint.train.progress.Moment;

/**
 * Watches a training on its own thread, between steps: looks now and then, within a budget, and
 * tells what begins and what is over. With it or without, the same is learnt, bit by bit.
 */
final class Watch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final double NANOS = 1e9;
  private static final double PERCENT = 100;

  /** Looks that are remembered. */
  private static final int MOST_LOOKS = 300;

  /** Divergence pauses a training at once, see {@link Divergence}. */
  private static final List<Diagnosis> LOOKED_FOR =
      Diagnoses.ALL.stream().filter(each -> !each.atOnce()).toList();

  private final RunFolder run;
  private final Home home;
  private final DataSet data;
  private final Consumer<Event> emit;
  private final LongSupplier nanos;
  private final Supplier<Moment> moments;
  private final Traces traces = new Traces();
  private final List<Probe> probes = new ArrayList<>();
  private final Doctor doctor = new Doctor(LOOKED_FOR);
  private final ProbeBudget budget = new ProbeBudget();
  private Optional<Prober> prober = Optional.empty();
  private boolean failed;
  private long began;
  private long step = -1;
  private long lastLook;

  /**
   * Nothing seen yet.
   *
   * @param emit writes and tells an event
   * @param nanos by which steps and looks are paid
   * @param moments by which it is noticed that a look stood still
   */
  Watch(
      RunFolder run,
      Home home,
      DataSet data,
      Consumer<Event> emit,
      LongSupplier nanos,
      Supplier<Moment> moments) {
    this.run = run;
    this.home = home;
    this.data = data;
    this.emit = emit;
    this.nanos = nanos;
    this.moments = moments;
  }

  /** A step begins. */
  void beforeStep() {
    began = nanos.getAsLong();
  }

  /** In the step the program stood still: that buys no look. */
  void stoodStill() {
    began = nanos.getAsLong();
  }

  /**
   * A step was made.
   *
   * @param values what it told
   */
  void afterStep(TrainingState training, Map<String, Double> values) {
    budget.trained((nanos.getAsLong() - began) / NANOS);
    if (training.step() != step + 1) {
      goOn(training.step() - 1);
    }
    step = training.step();
    DiagnosisSettings settings = training.now().diagnosis();
    if (!settings.enabled() || failed) {
      return;
    }
    traces.add(values);
    if (step - lastLook >= settings.every() && budget.allows(settings.budget() / PERCENT)) {
      lastLook = step;
      try {
        look(training);
      } catch (StudioException e) {
        give(e.getMessage(), e);
      } catch (RuntimeException e) {
        give(String.valueOf(e), e);
      }
    }
  }

  /** A training is never ended by what only watches it. */
  private void give(String why, RuntimeException e) {
    failed = true;
    LOG.warn("The training goes on, but it is not watched any more: {}", why);
    LOG.debug("Where it failed", e);
  }

  /**
   * The training goes on from a step that it did not come to just now: it begins, is resumed, or
   * went back. What was found of steps after that is over.
   */
  private void goOn(long from) {
    boolean begins = step < 0 && from == 0;
    traces.clear();
    probes.clear();
    lastLook = from;
    if (begins) {
      return;
    }
    List<Event.Found> findings = new ArrayList<>();
    for (Event event : run.events().only(Set.of(Event.Found.class, Event.Probed.class))) {
      if (event instanceof Event.Probed probed) {
        remember(Probe.of(probed));
      } else if (event instanceof Event.Found found) {
        findings.add(found);
      }
    }
    for (Event.Found each : Doctor.open(findings)) {
      if (each.step() > from && Diagnoses.of(each.kind()).isPresent()) {
        Event.Found over = Finding.over(each, from);
        findings.add(over);
        emit.accept(over);
      }
    }
    doctor.recall(findings);
  }

  private void look(TrainingState training) {
    long start = nanos.getAsLong();
    Moment before = moments.get();
    if (prober.isEmpty()) {
      prober = Optional.of(new Prober(data, training.recipe(), home));
    }
    Look look =
        prober
            .get()
            .look(
                training.method(),
                training.now(),
                training.resolution(),
                training.clusters(),
                training.manager(),
                training.step(),
                training.imagesSeen());
    Duration still = moments.get().stillSince(before, Duration.ZERO);
    double seconds = Math.max(0, nanos.getAsLong() - start - still.toNanos()) / NANOS;
    budget.spent(seconds);
    Map<String, Double> values = new LinkedHashMap<>(look.probe().values());
    values.put(Probe.SECONDS, seconds);
    values.put(Probe.SHARE, budget.share());
    Event.Probed probed = new Event.Probed(Instant.now(), training.step(), values);
    remember(Probe.of(probed));
    emit.accept(probed);
    Evidence evidence =
        new Evidence(training.now(), training.step(), training.imagesSeen(), traces.now(), probes);
    doctor.look(evidence, found -> keep(look, found.kind(), found.finding().sight())).forEach(emit);
  }

  /** The first look stays: progress is judged by it. */
  private void remember(Probe probe) {
    probes.add(probe);
    if (probes.size() > MOST_LOOKS) {
      probes.remove(1);
    }
  }

  /** Keeps the picture of a finding; where that does not work, it is told without. */
  private String keep(Look look, String kind, Sight sight) {
    try {
      return look.picture(sight)
          .map(picture -> run.saveFinding(look.probe().step(), kind, picture))
          .orElse("");
    } catch (StudioException e) {
      LOG.warn(e.getMessage());
      return "";
    }
  }

  @Override
  public void close() {
    prober.ifPresent(Prober::close);
  }
}

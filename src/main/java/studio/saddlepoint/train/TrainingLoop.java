package studio.saddlepoint.train;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.source.SourceLook;
import studio.saddlepoint.model.NetworkFit;
import studio.saddlepoint.nn.Resolution;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.RecipeCheck;
import studio.saddlepoint.run.ResumePoint;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.RunLock;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.Trainer.State;
import studio.saddlepoint.train.cluster.Clusters;
import studio.saddlepoint.train.method.Growth;
import studio.saddlepoint.train.progress.Moment;
import studio.saddlepoint.train.progress.TimeGaps;
import studio.saddlepoint.train.step.StepReport;

/**
 * The training thread's work, top to bottom: open, then step after step, with what was asked for in
 * between ({@link Steering}), then the end.
 */
final class TrainingLoop {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingLoop.class);

  private final RunFolder run;
  private final Home home;
  private final SelfEvaluation.Scorer scorer;
  private final RunKeeper keeper;
  private final LiveStatus standing;
  private final Steering steering;
  private final Requests requests = new Requests();
  private final Previews previews;
  private final LongSupplier watched;
  private final Supplier<Moment> moments;
  private @Nullable TrainingSession session;
  private @Nullable SelfEvaluation evaluation;
  private @Nullable Watch watch;
  private @Nullable SourceWatch sources;
  private boolean found;
  private boolean begun;
  private volatile @Nullable DataSet learnt;

  TrainingLoop(RunFolder run, Home home, SelfEvaluation.Scorer scorer, Consumer<Event> listener) {
    this(run, home, scorer, listener, System::nanoTime, System::nanoTime, Moment::now);
  }

  /**
   * With clocks.
   *
   * @param previewed by which early previews are drawn
   * @param watched by which looks are paid
   * @param moments by which it is noticed that the program stood still
   */
  TrainingLoop(
      RunFolder run,
      Home home,
      SelfEvaluation.Scorer scorer,
      Consumer<Event> listener,
      LongSupplier previewed,
      LongSupplier watched,
      Supplier<Moment> moments) {
    this.run = run;
    this.home = home;
    this.scorer = scorer;
    this.watched = watched;
    this.moments = moments;
    this.previews = new Previews(previewed);
    this.keeper = new RunKeeper(run, listener);
    this.standing = new LiveStatus(run.recipe());
    this.steering = new Steering(run, keeper, standing);
  }

  Status status() {
    return standing.told();
  }

  /** The recipe with the live values of now; from any thread. */
  Recipe live() {
    return standing.live();
  }

  /**
   * Refuses a recipe that its data set does not allow; from any thread. Nothing is refused before
   * that is open.
   *
   * @throws StudioException naming the field and what to change
   */
  void requireTrainable(Recipe recipe) {
    DataSet set = learnt;
    if (set != null) {
      TrainingData.requireTrainable(set, recipe);
    }
  }

  /** Steers between two steps, on the training thread. */
  void ask(Consumer<Steering> work) {
    requests.add(() -> work.accept(steering));
  }

  /** Draws sheets in between for somebody who watches. */
  void watchedBy(Consumer<Preview> watcher) {
    requests.add(() -> previews.watchedBy(watcher));
  }

  /** The networks, copied between two steps. */
  CompletableFuture<Checkpoint> networks() {
    CompletableFuture<Checkpoint> copied = new CompletableFuture<>();
    ask(
        now ->
            now.networks()
                .ifPresentOrElse(
                    copied::complete,
                    () ->
                        copied.completeExceptionally(
                            new StudioException(
                                "The training has ended: open one of its checkpoints."))));
    if (status().state().ended()) {
      requests.run();
    }
    return copied;
  }

  void run() {
    try (RunLock lock = run.lock()) {
      run(lock);
    } catch (RuntimeException | Error e) {
      fail(e);
      keeper.tellOnly(ended(standing.message())); // who holds the lock writes the log
      standing.tell(session);
    } finally {
      close();
      requests.run(); // what is asked of an ended training is told so
    }
  }

  private void run(RunLock lock) {
    try {
      open();
      train();
      end();
    } catch (RuntimeException | Error e) {
      fail(e);
      // What cannot be gone on from is left as it is, log and all.
      if (standing.is(State.FAILED) && !begun && (!found || run.deleteUnbegun(lock))) {
        keeper.tellOnly(ended(standing.message()));
      } else {
        tellEnd();
      }
      standing.tell(session);
    }
  }

  /** A recipe that begins, with what is chosen by measuring on this computer. */
  private Recipe fitted(Recipe named, Optional<Recipe> start, DataSet data) {
    Recipe ordered =
        start
            .map(each -> NetworkFit.inOrderOf(each, named))
            .orElseGet(
                () -> new LayoutTrial(home.caches()).choose(named, data, standing::tellOpening));
    return new PrecisionChoice(home.caches()).choose(ordered, data, standing::tellOpening);
  }

  private void open() {
    Optional<ResumePoint> from = run.resumePoint();
    found = true;
    Optional<Checkpoint> latest = from.map(ResumePoint::checkpoint);
    Optional<Checkpoint> start = latest.isPresent() ? Optional.empty() : run.originWeights();
    TorchEngine.start(standing::tellOpening);
    Autograd.enable(true);
    Recipe named = latest.map(Checkpoint::recipe).orElse(run.recipe());
    standing.device(TorchEngine.device(named.training().device()).toString());
    TrainingData data =
        TrainingData.open(run, latest, home, standing::tellOpening, this::stoppedMeanwhile);
    learnt = data.set();
    Recipe recipe =
        latest.isPresent() ? named : fitted(named, start.map(Checkpoint::recipe), data.set());
    session = new TrainingSession(recipe, data.set(), latest, moments);
    Optional<Event.Found> news =
        start.flatMap(each -> new StartWeights(each, run.origin()).give(training(), data.set()));
    standing.live(training().recipe());
    (run.origin().isPresent()
            ? RecipeCheck.warningsOfFineTuning(recipe)
            : RecipeCheck.warnings(recipe))
        .forEach(LOG::warn);
    evaluation =
        new SelfEvaluation(
            run,
            scorer,
            !data.set().classNames().isEmpty(),
            training().step(),
            event -> requests.add(() -> keeper.emit(event)),
            () -> requests.add(() -> {}));
    watch = new Watch(run, home, data.set(), keeper::emit, watched, moments);
    sources =
        new SourceWatch(
            () -> SourceLook.of(recipe.data()),
            SourceWatch.threads(),
            System::nanoTime,
            event -> requests.add(() -> keeper.emit(event)));
    if (latest.isEmpty()) {
      keeper.saveFirst(training());
    }
    run.dropOriginWeights();
    keeper.begin(training().recipe());
    keeper.emit(
        new Event.Begun(Instant.now(), training().step(), standing.device(), latest.isPresent()));
    begun = true;
    data.tell(run, training().step(), keeper::emit);
    news.ifPresent(keeper::emit);
    if (data.change().isPresent()) {
      training().clusters().ifPresent(Clusters::renew);
    }
    from.ifPresent(keeper::goOnFrom);
    steering.take(session);
    if (latest.isEmpty()) {
      steering.saveCheckpoint();
      keeper.drawSheet(training());
    }
    if (standing.is(State.STARTING)) {
      standing.become(State.RUNNING);
      steering.begun();
    }
  }

  /** Whether the person stopped the training while its data set is being opened. */
  private boolean stoppedMeanwhile() {
    requests.run();
    return standing.is(State.STOPPED);
  }

  private void train() {
    previews.begin(keeper);
    sources.begin(training().step());
    while (!standing.state().ended()) {
      requests.run();
      if (standing.is(State.RUNNING) && session.over()) {
        if (evaluation.measuresLast(training())) {
          standing.say("Measuring the last step");
          await();
        } else {
          steering.finish();
        }
      } else if (!standing.state().ended()) {
        if (steering.wantsStep()) {
          step();
        } else {
          await();
        }
      }
    }
  }

  private void await() {
    standing.tell(session);
    if (standing.is(State.PAUSED)) {
      previews.waiting(keeper, training());
    }
    requests.await();
    session.waited();
  }

  private void step() {
    if (!session.makeClusters(clustering())) {
      return;
    }
    Map<String, Double> scheduled = training().scheduled();
    Optional<Resolution> before = training().resolution();
    watch.beforeStep();
    StepReport report = session.makeStep(evaluation.share());
    long step = training().step();
    session.gap().ifPresent(each -> tell(each, step));
    Map<String, Double> values = new HashMap<>(report.values());
    values.putAll(scheduled);
    if (session.picturesPerSecond() > 0) { // not known at the first step
      values.put("speed.imagesPerSecond", session.picturesPerSecond());
    }
    keeper.emit(new Event.Scalars(Instant.now(), step, values));
    before
        .flatMap(each -> Growth.phase(step, each, training().resolution()))
        .ifPresent(keeper::emit);
    watch.afterStep(training(), values);
    Divergence.of(report, training())
        .or(() -> Divergence.ofWeights(training()))
        .or(this::keepDue)
        .ifPresent(steering::found);
    standing.tell(session);
    previews.afterStep(keeper, training());
    sources.afterStep(step);
  }

  /** Told while clusters are made; what is asked for meanwhile is done, and may end that. */
  private Progress clustering() {
    State state = standing.state();
    long at = training().imagesSeen();
    String said = standing.message();
    return new Progress() {
      @Override
      public void report(String stage, double fraction) {
        standing.say(stage + " " + Math.round(fraction * 100) + " %");
        standing.tell(session);
        standing.say(said);
      }

      @Override
      public boolean cancelled() {
        requests.run();
        return standing.state() != state || training().imagesSeen() != at;
      }
    };
  }

  private void tell(TimeGaps.Gap gap, long step) {
    GapFindings.of(gap, step - 1).forEach(keeper::emit);
    if (!gap.still().isZero()) {
      watch.stoodStill();
    }
  }

  /** What is due at this step: a sheet, a checkpoint, an evaluation. */
  private Optional<Event.Found> keepDue() {
    Optional<Event.Found> trouble = keeper.keepDue(training(), session.epochEnded());
    evaluation.offerIfDue(training());
    return trouble;
  }

  private void end() {
    keeper.trySheet(training()).ifPresent(each -> LOG.warn(each.evidence()));
    standing.say("");
    steering.saveCheckpoint(); // says so where that fails
    evaluation.close();
    sources.end(training().step());
    requests.run();
    keeper.emit(ended(steering.endedBecause()));
    standing.tell(session);
  }

  private void fail(Throwable e) {
    if (e instanceof CancellationException && standing.is(State.STOPPED)) {
      standing.say("Stopped");
      return;
    }
    standing.become(State.FAILED, Failure.text(e));
    if (e instanceof StudioException) {
      LOG.error(standing.message());
      LOG.debug("Where it failed", e);
    } else {
      LOG.error(standing.message(), e);
    }
  }

  private void tellEnd() {
    try {
      keeper.emitLast(ended(standing.message()));
    } catch (StudioException unwritable) {
      LOG.warn("The end could not be written to the run's log: {}", unwritable.getMessage());
    }
  }

  private Event.Ended ended(String reason) {
    return new Event.Ended(Instant.now(), session == null ? 0 : training().step(), reason);
  }

  private void close() {
    if (watch != null) {
      watch.close();
    }
    if (evaluation != null) {
      evaluation.close();
    }
    if (session != null) {
      session.close();
    }
    keeper.close();
  }

  private TrainingState training() {
    return session.training();
  }
}

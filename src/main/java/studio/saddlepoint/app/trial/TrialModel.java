package studio.saddlepoint.app.trial;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.Problems;
import studio.saddlepoint.app.Remedies;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Training;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.metrics.extractor.ClassifierKind;
import studio.saddlepoint.metrics.extractor.PixelKind;
import studio.saddlepoint.run.LearntData;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.branch.BranchPoint;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;
import studio.saddlepoint.run.event.Remedy;
import studio.saddlepoint.train.trial.TrialPlan;
import studio.saddlepoint.train.trial.TrialPlan.Side;
import studio.saddlepoint.train.trial.TrialResult;

/**
 * The trial of a remedy in the window, one at a time. The run that it is of waits meanwhile, so
 * that both sides begin where it stands and have the machine for themselves; it goes on by itself
 * unless the remedy proved better, which the person then decides about. All methods but {@link
 * #end} are for the FX thread.
 */
public final class TrialModel {
  /** Where a trial stands. */
  enum State {
    /** There is none. */
    NONE,
    /** The run is to wait first. */
    HOLDING,
    /** It is trained and measured. */
    RUNNING,
    /** It has a result. */
    DONE,
    /** A person ended it; nothing is left of it. */
    CANCELLED,
    /** It could not go on. */
    FAILED
  }

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final StudioModel studio;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
  private TrialWork.Maker maker = TrialWork::ofEngine;
  private State state = State.NONE;
  private @Nullable OpenRun run;
  private Remedy remedy = new Remedy("", java.util.Map.of());
  private TrialBudget budget = new TrialBudget(1, TrialBudget.SEEDS, 1);
  private TrialArms arms = new TrialArms();
  private @Nullable RunningTask<TrialResult> task;
  private @Nullable TrialResult result;
  private String problem = "";

  /** Whether the run was made to wait by this. */
  private boolean holds;

  /** Whether its better side awaits what is to become of it. */
  private boolean undecided;

  private volatile @Nullable TrialPlan plan;
  private volatile @Nullable TrialWork work;
  private volatile boolean closing;
  private volatile CountDownLatch ended = new CountDownLatch(0);

  /** No trial yet. */
  public TrialModel(StudioModel studio) {
    this.studio = studio;
  }

  /** Makes trials by other means. */
  void maker(TrialWork.Maker other) {
    maker = other;
  }

  /** Whether its card is shown. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** Counts up with every change. */
  public ReadOnlyLongProperty versionProperty() {
    return version.getReadOnlyProperty();
  }

  State state() {
    return state;
  }

  Remedy remedy() {
    return remedy;
  }

  Optional<OpenRun> run() {
    return Optional.ofNullable(run);
  }

  TrialBudget budget() {
    return budget;
  }

  TrialArms arms() {
    return arms;
  }

  Optional<TrialPlan> plan() {
    return Optional.ofNullable(plan);
  }

  Optional<RunningTask<TrialResult>> task() {
    return Optional.ofNullable(task);
  }

  Optional<TrialResult> result() {
    return Optional.ofNullable(result);
  }

  String problem() {
    return problem;
  }

  /** Whether the run waits for it, and goes on afterwards. */
  boolean holds() {
    return holds;
  }

  boolean undecided() {
    return undecided;
  }

  /** Whether it is under way. */
  public boolean busy() {
    return state == State.HOLDING || state == State.RUNNING;
  }

  /** Whether there is anything to see of one. */
  public boolean any() {
    return busy() || undecided;
  }

  /** Whether both sides of a remedy could go on from a checkpoint of the run. */
  public boolean possible(OpenRun of, Remedy what) {
    try {
      boolean kept = !of.history().checkpoints().isEmpty() || of.active();
      BranchPoint here =
          new BranchPoint(
              of.folder(), new SavedCheckpoint(of.folder().path(), 0, false), of.recipe());
      return kept && here.refusal(of.recipe().with(what.changes())).isEmpty();
    } catch (StudioException e) {
      return false; // its values do not go with those of the run
    }
  }

  /** Begins one at once, by what the machine can do in about ten minutes. */
  public void begin(OpenRun of, Remedy what) {
    if (any()) {
      if (!of.equals(run) || !what.equals(remedy)) {
        studio.tell(Notice.info(Messages.text(busy() ? "trial.busy" : "trial.undecided")));
      }
      shown.set(true);
      return;
    }
    run = of;
    remedy = what;
    holds = false;
    shown.set(true);
    start(TrialBudget.of(of));
  }

  /** Begins the trial that was ended, or failed, or is to have another budget. */
  void start(TrialBudget with) {
    OpenRun of = run;
    if (of == null || any()) {
      return;
    }
    budget = with;
    arms = new TrialArms();
    plan = null;
    result = null;
    problem = "";
    become(State.HOLDING);
    if (!of.active() || of.statusProperty().get().state() == Training.State.PAUSED) {
      work(of);
      return;
    }
    holds = true;
    ChangeListener<Training.Status> waits =
        new ChangeListener<>() {
          @Override
          public void changed(
              javafx.beans.value.ObservableValue<? extends Training.Status> p,
              Training.Status old,
              Training.Status now) {
            if (now.state() == Training.State.PAUSED || now.state().isFinal()) {
              of.statusProperty().removeListener(this);
              holds = holds && !now.state().isFinal();
              work(of);
            }
          }
        };
    of.statusProperty().addListener(waits);
    of.pause();
  }

  private void work(OpenRun of) {
    CountDownLatch end = new CountDownLatch(1);
    ended = end;
    TrialBudget now = budget;
    TrialArms told = arms;
    Home home = studio.home();
    RunningTask<TrialResult> started =
        studio
            .tasks()
            .run(
                Messages.text("trial.task", of.title()),
                progress -> {
                  try {
                    return run(of.folder(), home, now, told, progress);
                  } finally {
                    end.countDown();
                  }
                });
    task = started;
    started.progressProperty().addListener((p, old, share) -> version.set(version.get() + 1));
    started.messageProperty().addListener((p, old, stage) -> version.set(version.get() + 1));
    started.onDone(this::done).onFailed(this::failed).onCancelled(this::cancelled);
    become(State.RUNNING);
  }

  /** On the trial's thread. */
  private TrialResult run(
      RunFolder folder, Home home, TrialBudget with, TrialArms told, Progress progress) {
    TrialPlan made = plan(folder, with);
    plan = made;
    TrialWork begun = maker.of(home, made);
    work = begun;
    try {
      return begun.run(told, progress);
    } catch (CancellationException e) {
      if (!closing) {
        begun.delete();
      } // else it goes on where it was when it is tried again
      throw e;
    }
  }

  private TrialPlan plan(RunFolder folder, TrialBudget with) {
    SavedCheckpoint newest =
        folder.checkpoints().stream()
            .max(
                Comparator.comparingLong(SavedCheckpoint::step).thenComparing(each -> !each.best()))
            .orElseThrow(() -> new StudioException(Messages.text("trial.none", folder.title())));
    BranchPoint from = BranchPoint.of(folder, newest);
    boolean labelled =
        LearntData.of(folder).map(each -> !each.data().classNames().isEmpty()).orElse(true);
    return new TrialPlan(
        from,
        from.recipe().with(remedy.changes()),
        with.steps(),
        with.seeds(),
        labelled ? ClassifierKind.CLASSIFIER.usual() : PixelKind.PIXELS.usual(),
        with.samples());
  }

  private void done(TrialResult made) {
    result = made;
    undecided = made.better().filter(each -> each == Side.WITH).isPresent();
    become(State.DONE);
    if (!undecided) {
      release();
      delete();
    }
    run().ifPresent(of -> studio.desktop().tried(of.title(), made.verdict(), elapsed()));
    if (!shown.get()) {
      studio.tell(
          Notice.info(made.verdict())
              .offering(Feather.GIT_BRANCH, "trial.show", () -> shown.set(true)));
    }
  }

  private Duration elapsed() {
    return task().map(RunningTask::elapsed).orElse(Duration.ZERO);
  }

  private void failed(Throwable thrown) {
    problem = Problems.describe(thrown);
    become(State.FAILED);
    release();
    if (!shown.get()) {
      studio.tell(Notice.problem(thrown));
    }
  }

  private void cancelled() {
    become(State.CANCELLED);
    release();
  }

  /** The run goes on, unless a person has done something with it meanwhile. */
  private void release() {
    OpenRun of = run;
    if (holds && of != null && of.active() && !closing) {
      if (of.statusProperty().get().state() == Training.State.PAUSED) {
        of.start();
      }
    }
    holds = false;
    version.set(version.get() + 1);
  }

  private void delete() {
    TrialWork made = work;
    work = null;
    if (made != null && !closing) {
      studio
          .tasks()
          .run(
              Messages.text("trial.deleting"),
              progress -> {
                made.delete();
                return true;
              });
    }
  }

  /** The better side: the run takes its settings, and goes on. */
  void apply() {
    OpenRun of = run;
    if (of != null && undecided && Remedies.apply(studio, of, remedy)) {
      decided();
      release();
      delete();
    }
  }

  /** Whether {@link #apply} can be: the run still trains here, and its training can be changed. */
  boolean applicable() {
    OpenRun of = run;
    return undecided && of != null && of.active() && Remedies.live(remedy);
  }

  /** The better side becomes a run, which takes the place of the one that waits. */
  void adopt() {
    TrialWork made = work;
    TrialResult of = result;
    if (made == null || of == null || !undecided) {
      return;
    }
    boolean goesOn = holds;
    decided();
    studio
        .tasks()
        .run(
            Messages.text("trial.adopting"),
            progress -> {
              Optional<java.nio.file.Path> adopted = made.adopt(of, studio.home().runs());
              made.delete();
              return adopted;
            })
        .onDone(
            adopted -> {
              work = null;
              holds = false;
              shown.set(false);
              studio.refreshRuns();
              adopted.ifPresent(
                  path -> {
                    studio.open(path, goesOn);
                    studio.tell(Notice.success(Messages.text("trial.adopted")));
                  });
            })
        .onFailed(
            e -> {
              undecided = true;
              version.set(version.get() + 1);
              studio.tell(Notice.problem(e));
            });
  }

  /** The better side is not wanted: the run goes on as it is. */
  void leave() {
    if (undecided) {
      decided();
      release();
      delete();
      shown.set(false);
    }
  }

  private void decided() {
    undecided = false;
    version.set(version.get() + 1);
  }

  private void become(State next) {
    state = next;
    version.set(version.get() + 1);
  }

  /**
   * The program ends: waits until the training of the moment has written its checkpoint. What is
   * trained so far stays, and the same trial goes on there; from any thread.
   */
  public void end() {
    closing = true;
    RunningTask<TrialResult> now = task;
    if (now != null) {
      now.cancel();
    }
    try {
      if (!ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        System.getLogger(TrialModel.class.getName())
            .log(System.Logger.Level.WARNING, "A trial did not end in time.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

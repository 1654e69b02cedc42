package studio.saddlepoint.app.trial;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.Problems;
import studio.saddlepoint.app.Remedies;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.core.StudioException;
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

  private final StudioModel studio;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
  private final TrialRunner runner;
  private final TrialHold hold = new TrialHold();
  private State state = State.NONE;
  private @Nullable OpenRun run;
  private Remedy remedy = new Remedy("", Map.of());
  private TrialBudget budget = new TrialBudget(1, TrialBudget.SEEDS, 1);
  private TrialArms arms = new TrialArms();
  private @Nullable TrialResult result;
  private String problem = "";

  /** Whether its better side awaits what is to become of it. */
  private boolean undecided;

  /** No trial yet. */
  public TrialModel(StudioModel studio) {
    this.studio = studio;
    this.runner = new TrialRunner(studio);
  }

  /** Makes trials by other means. */
  void maker(TrialWork.Maker other) {
    runner.maker(other);
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
    return state == State.HOLDING ? Optional.empty() : runner.plan();
  }

  Optional<RunningTask<TrialResult>> task() {
    return runner.task();
  }

  Optional<TrialResult> result() {
    return Optional.ofNullable(result);
  }

  String problem() {
    return problem;
  }

  /** Whether the run waits for it, and goes on afterwards. */
  boolean holds() {
    return hold.holds();
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
      return kept
          && !Remedies.inUse(what, of)
          && here.refusal(of.recipe().with(what.changes())).isEmpty();
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
    result = null;
    problem = "";
    become(State.HOLDING);
    hold.hold(of, () -> work(of));
  }

  private void work(OpenRun of) {
    RunningTask<TrialResult> started = runner.begin(of, remedy, budget, arms);
    started.progressProperty().addListener((p, old, share) -> changed());
    started.messageProperty().addListener((p, old, stage) -> changed());
    started.onDone(this::done).onFailed(this::failed).onCancelled(this::cancelled);
    become(State.RUNNING);
  }

  private void done(TrialResult made) {
    result = made;
    undecided = made.better().filter(each -> each == Side.WITH).isPresent();
    become(State.DONE);
    if (!undecided) {
      release();
      runner.delete();
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

  private void release() {
    OpenRun of = run;
    if (of != null && !runner.closing()) {
      hold.release(of);
    }
    changed();
  }

  /** The better side: the run takes its settings, and goes on. */
  void apply() {
    OpenRun of = run;
    if (of != null && undecided && Remedies.apply(studio, of, remedy)) {
      decided();
      release();
      runner.delete();
    }
  }

  /** Whether {@link #apply} can be: the run still trains here, and its training can be changed. */
  boolean applicable() {
    OpenRun of = run;
    return undecided && of != null && of.active() && Remedies.live(remedy);
  }

  /** The better side becomes a run, which takes the place of the one that waits. */
  void adopt() {
    TrialResult of = result;
    if (of == null || !undecided) {
      return;
    }
    boolean goesOn = hold.holds();
    decided();
    runner
        .adopt(of)
        .ifPresent(
            task ->
                task.onDone(
                        adopted -> {
                          hold.drop();
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
                          changed();
                          studio.tell(Notice.problem(e));
                        }));
  }

  /** The better side is not wanted: the run goes on as it is. */
  void leave() {
    if (undecided) {
      decided();
      release();
      runner.delete();
      shown.set(false);
    }
  }

  private void decided() {
    undecided = false;
    changed();
  }

  private void changed() {
    version.set(version.get() + 1);
  }

  private void become(State next) {
    state = next;
    changed();
  }

  /**
   * The program ends: waits until the training of the moment has written its checkpoint. What is
   * trained so far stays, and the same trial goes on there; from any thread.
   */
  public void end() {
    runner.end();
  }
}

package studio.saddlepoint.app.trial;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.StudioModel;
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
import studio.saddlepoint.train.trial.TrialResult;

/**
 * The work of a trial, off the FX thread, one at a time. All methods but {@link #end} are for the
 * FX thread.
 */
final class TrialRunner {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final StudioModel studio;
  private TrialWork.Maker maker = TrialWork::ofEngine;
  private @Nullable RunningTask<TrialResult> task;
  private volatile @Nullable TrialPlan plan;
  private volatile @Nullable TrialWork work;
  private volatile boolean closing;
  private volatile CountDownLatch ended = new CountDownLatch(0);

  TrialRunner(StudioModel studio) {
    this.studio = studio;
  }

  /** Makes trials by other means. */
  void maker(TrialWork.Maker other) {
    maker = other;
  }

  /** What is tried; empty until it is known. */
  Optional<TrialPlan> plan() {
    return Optional.ofNullable(plan);
  }

  /** What is under way, or was last. */
  Optional<RunningTask<TrialResult>> task() {
    return Optional.ofNullable(task);
  }

  /** Whether the program ends. */
  boolean closing() {
    return closing;
  }

  /**
   * Begins.
   *
   * @param told of how far each training is
   */
  RunningTask<TrialResult> begin(OpenRun of, Remedy remedy, TrialBudget budget, TrialArms told) {
    CountDownLatch end = new CountDownLatch(1);
    ended = end;
    plan = null;
    Home home = studio.home();
    RunningTask<TrialResult> started =
        studio
            .tasks()
            .run(
                Messages.text("trial.task", of.title()),
                progress -> {
                  try {
                    return run(home, plan(of.folder(), remedy, budget), told, progress);
                  } finally {
                    end.countDown();
                  }
                });
    task = started;
    return started;
  }

  /** On the trial's thread. */
  private TrialResult run(Home home, TrialPlan made, TrialArms told, Progress progress) {
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

  private static TrialPlan plan(RunFolder folder, Remedy remedy, TrialBudget budget) {
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
        budget.steps(),
        budget.seeds(),
        labelled ? ClassifierKind.CLASSIFIER.usual() : PixelKind.PIXELS.usual(),
        budget.samples());
  }

  /** Deletes its trainings. */
  void delete() {
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

  /**
   * Makes a run of the better side, and deletes the others.
   *
   * @return where it will be; empty where there is nothing to make it of
   */
  Optional<RunningTask<Optional<Path>>> adopt(TrialResult result) {
    TrialWork made = work;
    if (made == null) {
      return Optional.empty();
    }
    return Optional.of(
        studio
            .tasks()
            .run(
                Messages.text("trial.adopting"),
                progress -> {
                  Optional<Path> adopted = made.adopt(result, studio.home().runs());
                  made.delete();
                  work = null;
                  return adopted;
                }));
  }

  /**
   * The program ends: waits until the training of the moment has written its checkpoint. What is
   * trained so far stays, and the same trial goes on there; from any thread.
   */
  void end() {
    closing = true;
    task().ifPresent(RunningTask::cancel);
    try {
      if (!ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        System.getLogger(TrialRunner.class.getName())
            .log(System.Logger.Level.WARNING, "A trial did not end in time.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

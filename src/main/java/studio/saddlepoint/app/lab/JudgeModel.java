package studio.saddlepoint.app.lab;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Problems;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.lab.judge.JudgeLook;
import studio.saddlepoint.lab.judge.JudgeStudy;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.LearntSets;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;

/** Goes through the checkpoints of a run. Knows no controls; for the FX thread. */
final class JudgeModel implements AutoCloseable {
  private static final int MOMENTS = 200;

  private final StudioModel studio;
  private final ExecutorService thread = LabThreads.one("lab-judge");
  private final Timeline<JudgeMoment> timeline = new Timeline<>(MOMENTS, JudgeMoment.NOTHING);
  private final Pace pace;
  private final ReadOnlyObjectWrapper<@Nullable RunningTask<Opened>> opening =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private @Nullable JudgeAsk asked;
  private @Nullable Opened opened;
  private boolean ended;
  private boolean looking;

  /**
   * A run that is gone through.
   *
   * @param classNames of what its networks know; empty where they know none
   */
  private record Opened(JudgeAsk of, RunFolder run, JudgeStudy study, List<String> classNames) {}

  JudgeModel(StudioModel studio) {
    this.studio = studio;
    pace = new Pace(studio.ui(), 1, (steps, done) -> advance(done));
    pace.speedProperty().set(2);
  }

  /** The checkpoints so far. */
  Timeline<JudgeMoment> timeline() {
    return timeline;
  }

  /** Its pace: checkpoints a second. */
  Pace pace() {
    return pace;
  }

  /** What makes a run ready, while it goes on. */
  ReadOnlyObjectProperty<? extends @Nullable RunningTask<?>> openingProperty() {
    return opening.getReadOnlyProperty();
  }

  /** Why nothing is seen; empty where all is well. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The classes that the run's networks know. */
  List<String> classNames() {
    return opened == null ? List.of() : opened.classNames();
  }

  /** Whether there are no checkpoints further on. */
  boolean ended() {
    return ended;
  }

  /** Begins with a run, where it is another one. */
  void use(JudgeAsk ask) {
    if (!ask.equals(asked)) {
      begin(ask);
    }
  }

  /** Begins anew with a run. */
  void begin(JudgeAsk ask) {
    cancel();
    asked = ask;
    opened = null;
    ended = false;
    problem.set("");
    timeline.restart(JudgeMoment.NOTHING);
    Path caches = studio.home().caches();
    RunningTask<Opened> task =
        studio
            .tasks()
            .run(
                Messages.text("lab.run.opening", ask.title()),
                progress -> open(ask, caches, progress));
    opening.set(task);
    task.onDone(
            made -> {
              if (opening.get() == task) {
                opening.set(null);
                opened = made;
                advance(() -> {});
              }
            })
        .onFailed(error -> stopped(task, Problems.describe(error)))
        .onCancelled(() -> stopped(task, Messages.text("lab.run.cancelled")));
  }

  private void stopped(RunningTask<Opened> task, String why) {
    if (opening.get() == task) {
      opening.set(null);
      fail(why);
    }
  }

  private void fail(String why) {
    pace.runningProperty().set(false);
    problem.set(why);
  }

  private static Opened open(JudgeAsk ask, Path caches, Progress progress) {
    RunFolder run = RunFolder.open(ask.folder());
    SavedCheckpoint any =
        after(run, -1, true)
            .orElseThrow(
                () ->
                    new StudioException(
                        "The run has no checkpoint yet. Let it train on, or choose another run."));
    try (Snapshot snapshot = Snapshot.load(run, any, false)) {
      DataSet data = LearntSets.open(snapshot, snapshot.recipe().data(), caches, progress).test();
      List<String> names = snapshot.latent().classNames();
      return new Opened(ask, run, new JudgeStudy(data, ask.label(), !names.isEmpty()), names);
    }
  }

  /** The next checkpoint after a step, or the newest of them. */
  private static Optional<SavedCheckpoint> after(RunFolder run, long step, boolean newest) {
    Comparator<SavedCheckpoint> order = Comparator.comparingLong(SavedCheckpoint::step);
    return run.checkpoints().stream()
        .filter(each -> each.step() > step)
        .min(newest ? order.reversed() : order);
  }

  /**
   * Looks at the next checkpoint.
   *
   * @param done is called when it is shown, or there is none
   */
  void advance(Runnable done) {
    Opened now = opened;
    if (now == null || looking || !problem.get().isEmpty()) {
      done.run();
      return;
    }
    timeline.placeProperty().set(timeline.lastProperty().get());
    looking = true;
    long before = timeline.now().look().map(JudgeLook::step).orElse(-1L);
    try {
      thread.execute(() -> answer(now, before, done));
    } catch (RejectedExecutionException e) {
      return; // the window closes
    }
  }

  private void answer(Opened now, long before, Runnable done) {
    try {
      Optional<JudgeLook> look = Optional.empty();
      Optional<SavedCheckpoint> next = after(now.run(), before, now.of().newest());
      if (next.isPresent()) {
        try (Snapshot snapshot = Snapshot.load(now.run(), next.get(), false)) {
          look = Optional.of(now.study().look(snapshot));
        }
      }
      JudgeMoment moment = new JudgeMoment(look);
      studio.ui().execute(() -> take(now, moment, done));
    } catch (RuntimeException | Error e) {
      studio
          .ui()
          .execute(
              () -> {
                looking = false;
                if (now == opened) {
                  fail(Problems.describe(e));
                }
                done.run();
              });
    }
  }

  private void take(Opened of, JudgeMoment moment, Runnable done) {
    looking = false;
    if (of == opened) {
      ended = moment.look().isEmpty();
      if (ended) {
        pace.runningProperty().set(false);
      } else if (timeline.lastProperty().get() == 0 && timeline.now().look().isEmpty()) {
        timeline.restart(moment);
      } else {
        timeline.add(moment);
      }
    } else if (opened != null && timeline.now().look().isEmpty()) {
      advance(() -> {}); // what another run was begun with meanwhile
    }
    done.run();
  }

  /** Tries again what failed or was cancelled. */
  void again() {
    JudgeAsk ask = asked;
    if (ask != null) {
      begin(ask);
    }
  }

  private void cancel() {
    RunningTask<Opened> running = opening.get();
    opening.set(null);
    if (running != null) {
      running.cancel();
    }
  }

  @Override
  public void close() {
    pace.runningProperty().set(false);
    cancel();
    opened = null;
    thread.shutdown();
  }
}

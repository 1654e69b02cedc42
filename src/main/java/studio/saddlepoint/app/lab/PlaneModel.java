package studio.saddlepoint.app.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Problems;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.lab.judge.PicturePlane;
import studio.saddlepoint.lab.plane.PlaneData.Centre;

/** One or two planes that are trained at a person's pace. Knows no controls; for the FX thread. */
final class PlaneModel implements AutoCloseable {
  private static final int MOMENTS = 300;
  private static final int MOST_AT_ONCE = 60;

  /** Side of the pictures that become points, and how many there are. */
  private static final int SIZE = 32;

  private static final int PICTURES = 240;

  private final Timeline<PlaneMoment> timeline = new Timeline<>(MOMENTS, PlaneMoment.NOTHING);
  private final ReadOnlyObjectWrapper<PlaneState> state =
      new ReadOnlyObjectWrapper<>(PlaneState.DEFAULT);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable RunningTask<List<Centre>>> opening =
      new ReadOnlyObjectWrapper<>();
  private final StudioModel studio;
  private final PlaneEngine engine;
  private final Pace pace;
  private boolean begun;
  private boolean fresh;

  /**
   * Nothing is made before it is first seen.
   *
   * @param studio opens data sets
   */
  PlaneModel(StudioModel studio) {
    this.studio = studio;
    engine = new PlaneEngine(studio.ui(), this::take, this::fail);
    pace = new Pace(studio.ui(), MOST_AT_ONCE, engine::advance);
    pace.speedProperty().set(60);
  }

  /** What is trained. */
  ReadOnlyObjectProperty<PlaneState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Why a setting was refused, or the training failed; empty where all is well. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What was trained. */
  Timeline<PlaneMoment> timeline() {
    return timeline;
  }

  /** Its pace. */
  Pace pace() {
    return pace;
  }

  /** It can be seen from now on, or not any more. */
  void show(boolean now) {
    if (now && !begun) {
      restart();
    }
    pace.show(now);
  }

  /** Begins anew with fresh networks of the same seed. */
  void restart() {
    begun = true;
    fresh = true;
    problem.set("");
    engine.begin(state.get().settings());
  }

  /** Begins anew with something else, running. */
  void restart(PlaneState other, double stepsPerSecond) {
    pace.runningProperty().set(false);
    state.set(other);
    pace.speedProperty().set(stepsPerSecond);
    restart();
    pace.runningProperty().set(true);
  }

  /** Trains by other settings from now on; begins anew only where networks are to be others. */
  void change(UnaryOperator<PlaneState> change) {
    PlaneState before = state.get();
    try {
      PlaneState next = change.apply(before);
      next.settings(); // the second plane's, too, must go together
      problem.set("");
      state.set(next);
    } catch (StudioException e) {
      problem.set(Problems.describe(e));
      state.set(before);
      return;
    }
    if (begun && !before.equals(state.get())) {
      if (before.goesOn(state.get())) {
        engine.change(state.get().settings());
      } else {
        restart();
      }
    }
  }

  /** What makes the pictures of a data set ready, while it goes on. */
  ReadOnlyObjectProperty<? extends @Nullable RunningTask<?>> openingProperty() {
    return opening.getReadOnlyProperty();
  }

  /** Takes the pictures of a data set as real points, once they are ready. */
  void show(String source) {
    stopOpening();
    problem.set("");
    Path caches = studio.home().caches();
    RunningTask<List<Centre>> task =
        studio
            .tasks()
            .run(
                Messages.text("lab.plane.opening"),
                progress ->
                    PicturePlane.centres(
                        DataSets.open(source, SIZE, Split.TRAIN, caches, progress), PICTURES));
    opening.set(task);
    task.onDone(
            points -> {
              if (opening.get() == task) {
                opening.set(null);
                change(before -> before.showing(points));
              }
            })
        .onFailed(error -> stopped(task, Problems.describe(error)))
        .onCancelled(() -> stopped(task, Messages.text("lab.plane.cancelled")));
  }

  private void stopped(RunningTask<List<Centre>> task, String why) {
    if (opening.get() == task) {
      opening.set(null);
      problem.set(why);
    }
  }

  private void stopOpening() {
    RunningTask<List<Centre>> running = opening.get();
    opening.set(null);
    if (running != null) {
      running.cancel();
    }
  }

  /** One step of the method, or one move of a single player; then it rests. */
  void step(Step what) {
    pace.runningProperty().set(false);
    switch (what) {
      case BOTH -> engine.advance(1, () -> {});
      case DISCRIMINATOR -> engine.move(false);
      case GENERATOR -> engine.move(true);
    }
  }

  /** What a single step moves. */
  enum Step {
    BOTH,
    DISCRIMINATOR,
    GENERATOR
  }

  private void take(PlaneMoment moment) {
    if (fresh) {
      fresh = false;
      timeline.restart(moment);
    } else {
      timeline.add(moment);
    }
    if (moment.diverged()) {
      pace.runningProperty().set(false);
    }
  }

  private void fail(Throwable error) {
    pace.runningProperty().set(false);
    problem.set(Problems.describe(error));
  }

  @Override
  public void close() {
    pace.runningProperty().set(false);
    stopOpening();
    engine.close();
  }
}

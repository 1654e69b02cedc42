package studio.saddlepoint.app.lesson;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Problems;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.TaskBody;

/**
 * A lesson that measures something, as it goes on. Knows no controls; for the FX thread.
 *
 * @param <T> what comes of it
 */
final class ScoreLessonModel<T> {
  private final StudioModel studio;
  private final TaskBody<T> measuring;
  private final ReadOnlyObjectWrapper<@Nullable T> outcome = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable RunningTask<T>> running =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /**
   * Nothing measured yet.
   *
   * @param measuring what is done in the background
   */
  ScoreLessonModel(StudioModel studio, TaskBody<T> measuring) {
    this.studio = studio;
    this.measuring = measuring;
  }

  /** What came of it; nothing before. */
  ReadOnlyObjectProperty<@Nullable T> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /** The work in progress. */
  ReadOnlyObjectProperty<@Nullable RunningTask<T>> runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Why it failed; empty where it did not. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Measures; what was measured before stays until then. */
  void begin() {
    problem.set("");
    RunningTask<T> task = studio.tasks().run(Messages.text("lesson.measuring"), measuring);
    running.set(task);
    task.onDone(
            found -> {
              running.set(null);
              outcome.set(found);
            })
        .onFailed(
            error -> {
              running.set(null);
              problem.set(Problems.describe(error));
            })
        .onCancelled(() -> running.set(null));
  }

  /** Stops what goes on. */
  void cancel() {
    RunningTask<T> task = running.get();
    if (task != null) {
      task.cancel();
    }
  }
}

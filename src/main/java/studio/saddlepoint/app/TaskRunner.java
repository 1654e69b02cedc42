package studio.saddlepoint.app;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.saddlepoint.core.StudioException;

/** Runs work in the background, each piece with progress and cancel, on daemon threads. */
public final class TaskRunner implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(TaskRunner.class.getName());

  private final Executor ui;
  private final AtomicInteger numbers = new AtomicInteger();
  private final ExecutorService workers =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "task-" + numbers.incrementAndGet());
            thread.setDaemon(true);
            return thread;
          });
  private final ObservableList<RunningTask<?>> running = FXCollections.observableArrayList();
  private final ObservableList<RunningTask<?>> view =
      FXCollections.unmodifiableObservableList(running);

  /**
   * A runner whose tasks tell the window by an executor.
   *
   * @param ui the FX thread ({@code Platform::runLater})
   */
  public TaskRunner(Executor ui) {
    this.ui = ui;
  }

  /** What runs now; changes on the FX thread. */
  public ObservableList<RunningTask<?>> running() {
    return view;
  }

  /**
   * Starts work. To be called on the FX thread.
   *
   * @param title what is done, for a person
   * @param body the work
   * @param <T> its result
   */
  public <T> RunningTask<T> run(String title, TaskBody<T> body) {
    RunningTask<T> task = new RunningTask<>(title, ui);
    if (workers.isShutdown()) {
      task.cancel();
      return task;
    }
    running.add(task);
    task.stateProperty().addListener((property, old, now) -> running.remove(task));
    task.onFailed(e -> log(title, e));
    workers.execute(() -> task.execute(body));
    return task;
  }

  /** What a person can act on needs no stack trace. */
  private static void log(String title, Throwable problem) {
    LOG.log(
        Level.WARNING,
        title + ": " + Problems.describe(problem),
        problem instanceof StudioException ? null : problem);
  }

  /** Cancels everything and takes no more work; does not wait. */
  @Override
  public void close() {
    running.forEach(RunningTask::cancel);
    workers.shutdown();
  }
}

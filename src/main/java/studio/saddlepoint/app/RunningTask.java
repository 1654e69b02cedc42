package studio.saddlepoint.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.fx.FxThrottle;
import studio.saddlepoint.core.Progress;

/**
 * Work in the background as the window sees it. Its properties change on the FX thread only.
 *
 * @param <T> the work's result
 */
public final class RunningTask<T> {
  /** Where a task stands; all but {@link #RUNNING} are final. */
  public enum State {
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
  }

  private record Report(String stage, double fraction) {}

  private final String title;
  private final Executor ui;
  private final LongSupplier clock;
  private final long started;
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
  private final AtomicReference<@Nullable Report> newest = new AtomicReference<>();
  private final FxThrottle shown;
  private final WorkPace pace = new WorkPace();
  private volatile boolean cancelled;
  private @Nullable T result;
  private @Nullable Throwable failure;

  RunningTask(String title, Executor ui) {
    this(title, ui, System::nanoTime);
  }

  /** With a clock in nanoseconds. */
  RunningTask(String title, Executor ui, LongSupplier clock) {
    this.title = title;
    this.ui = ui;
    this.clock = clock;
    this.started = clock.getAsLong();
    this.shown = new FxThrottle(ui, () -> Duration.ofMillis(150), this::show);
  }

  /** What is being done, for a person. */
  public String title() {
    return title;
  }

  /** Share done, 0 to 1, or -1 where it is not known. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** The stage it is at; when it failed, why. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Where it stands. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** How long it has run. */
  public Duration elapsed() {
    return Duration.ofNanos(clock.getAsLong() - started);
  }

  /** How long it will still take, by what was done last; empty where that is not known. */
  public Optional<Duration> remaining() {
    return pace.remaining(clock.getAsLong() - started);
  }

  /**
   * Its progress follows the time, by a plan of how long parts take. To be called at once.
   *
   * @param plannedSeconds what all will take, from any thread; NaN while that is not known
   */
  public RunningTask<T> evenly(DoubleSupplier plannedSeconds) {
    pace.evenly(plannedSeconds);
    return this;
  }

  /** Asks the work to stop; it does at its next look. */
  public void cancel() {
    cancelled = true;
  }

  /**
   * Hands over the result, on the FX thread, once done (at once if it is already). To be called on
   * the FX thread.
   */
  public RunningTask<T> onDone(Consumer<T> action) {
    return onState(
        State.DONE,
        () -> {
          @SuppressWarnings("NullAway") // set before the state
          T value = result;
          action.accept(value);
        });
  }

  /** Hands over what went wrong, on the FX thread. To be called on the FX thread. */
  public RunningTask<T> onFailed(Consumer<Throwable> action) {
    return onState(
        State.FAILED,
        () -> {
          if (failure != null) {
            action.accept(failure);
          }
        });
  }

  /** Runs an action after a cancel, on the FX thread. To be called on the FX thread. */
  public RunningTask<T> onCancelled(Runnable action) {
    return onState(State.CANCELLED, action);
  }

  private RunningTask<T> onState(State wanted, Runnable action) {
    if (state.get() == wanted) {
      action.run();
    } else if (state.get() == State.RUNNING) {
      state.addListener(
          (property, old, now) -> {
            if (now == wanted) {
              action.run();
            }
          });
    }
    return this;
  }

  void execute(TaskBody<T> body) {
    try {
      T value = body.run(new Reporter());
      ui.execute(() -> end(State.DONE, value, null));
    } catch (CancellationException e) {
      ui.execute(() -> end(State.CANCELLED, null, null));
    } catch (Exception | LinkageError | OutOfMemoryError e) {
      ui.execute(() -> end(State.FAILED, null, e));
    }
  }

  private void end(State last, @Nullable T value, @Nullable Throwable problem) {
    result = value;
    failure = problem;
    if (problem != null) {
      message.set(Problems.describe(problem));
    } else if (last == State.DONE) {
      progress.set(1);
    }
    state.set(last);
  }

  private void show() {
    Report report = newest.get();
    if (report != null && state.get() == State.RUNNING) {
      double done = Double.isNaN(report.fraction) ? -1 : report.fraction;
      // First, for who hears of the rest asks how long it will take.
      pace.reached(clock.getAsLong() - started, done);
      message.set(report.stage);
      progress.set(done);
    }
  }

  private final class Reporter implements Progress {
    @Override
    public void report(String stage, double fraction) {
      newest.set(new Report(stage, fraction));
      shown.request();
    }

    @Override
    public boolean cancelled() {
      return cancelled;
    }
  }
}

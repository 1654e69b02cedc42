package studio.saddlepoint.app.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Work whose newest request wins: while one is done, only the latest of those that came meanwhile
 * is kept, and a result that is out of date is dropped. For sliders, and for drawing.
 *
 * @param <T> the result
 */
public final class LatestTask<T> {
  private record Request<T>(
      Callable<T> work, Consumer<T> show, Consumer<Exception> failed, long number) {}

  private final Executor worker;
  private final Executor ui;
  private final AtomicReference<@Nullable Request<T>> waiting = new AtomicReference<>();
  private long asked;
  private volatile long newest;

  /**
   * A place for requests.
   *
   * @param worker where work is done; one thread
   * @param ui where results are shown
   */
  public LatestTask(Executor worker, Executor ui) {
    this.worker = worker;
    this.ui = ui;
  }

  /**
   * Asks for work. FX thread.
   *
   * @param work what to do on the worker
   * @param show takes the result on the FX thread, unless a newer one was asked for since
   * @param failed takes what went wrong, likewise
   */
  public void request(Callable<T> work, Consumer<T> show, Consumer<Exception> failed) {
    Request<T> request = new Request<>(work, show, failed, ++asked);
    newest = request.number;
    if (waiting.getAndSet(request) == null) {
      worker.execute(this::next);
    }
  }

  /** Drops what is asked for and not shown yet. FX thread. */
  public void cancel() {
    newest = ++asked;
  }

  private void next() {
    Request<T> request = waiting.getAndSet(null);
    if (request == null || request.number != newest) {
      return;
    }
    try {
      T result = request.work.call();
      ui.execute(() -> showIfNewest(request, () -> request.show.accept(result)));
    } catch (Exception e) {
      ui.execute(() -> showIfNewest(request, () -> request.failed.accept(e)));
    }
  }

  private void showIfNewest(Request<T> request, Runnable action) {
    if (request.number == newest) {
      action.run();
    }
  }
}

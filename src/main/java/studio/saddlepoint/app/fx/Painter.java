package studio.saddlepoint.app.fx;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** The thread that paints charts, counted by the {@link DrawingBudget}. */
public final class Painter implements AutoCloseable {
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread made = new Thread(work, DrawingThreads.PAINTER);
            made.setDaemon(true);
            made.setPriority(Thread.MIN_PRIORITY);
            return made;
          });

  /** Paints, after what was asked for before; nothing after {@link #close()}. */
  public void execute(Runnable painting) {
    try {
      thread.execute(painting);
    } catch (RejectedExecutionException e) {
      // The window closes: nobody will see it.
      return;
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}

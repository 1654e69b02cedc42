package studio.saddlepoint.app;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import studio.saddlepoint.app.fx.FxThrottle;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.Follower;

/**
 * Reads the log of a run in the background: all that is there, then what another process adds to
 * it.
 */
final class RunReader {
  private static final Logger LOG = Logger.getLogger(RunReader.class.getName());
  private static final Duration FOLLOWED_EVERY = Duration.ofSeconds(1);
  private static final int SILENT_POLLS = 5;

  /** Parts of the log that may wait for the window. */
  private static final int PARTS_AHEAD = 2;

  private final StudioModel model;
  private final RunFolder folder;
  private final Listener listener;
  private volatile boolean closed;

  /** Told what was read. */
  interface Listener {
    /** A part of what was there, in order; on the FX thread. */
    void read(List<Event> part);

    /**
     * All that was there is read, or cannot be; on the FX thread.
     *
     * @return whether another process trains it, so that more may come
     */
    boolean readAll();

    /** What was added, perhaps nothing; not on the FX thread. */
    void added(List<Event> events);

    /** Nobody trains it any more; on the FX thread. */
    void leftAlone();
  }

  /** To be told on the FX thread of the model. */
  RunReader(StudioModel model, RunFolder folder, Listener listener) {
    this.model = model;
    this.folder = folder;
    this.listener = listener;
  }

  /** Begins to read; returns at once. */
  void start() {
    Follower follower = folder.events().follow();
    model
        .tasks()
        .run(Messages.text("run.loading", folder.title()), progress -> read(follower, progress))
        .onDone(
            count -> {
              if (listener.readAll()) {
                follow(follower, 0);
              }
            })
        .onFailed(
            e -> {
              model.tell(Notice.problem(e));
              listener.readAll();
            })
        .onCancelled(listener::readAll);
  }

  /** Ends the reading; from any thread. */
  void close() {
    closed = true;
  }

  /** Hands the log on part by part; waits where the window is slower than the reading. */
  private long read(Follower follower, Progress progress) throws InterruptedException {
    Semaphore room = new Semaphore(PARTS_AHEAD);
    long count = 0;
    for (List<Event> part = follower.poll(); !part.isEmpty(); part = follower.poll()) {
      while (!room.tryAcquire(1, TimeUnit.SECONDS)) {
        progress.checkCancelled();
      }
      if (closed) {
        break;
      }
      List<Event> events = part;
      model
          .ui()
          .execute(
              () -> {
                try {
                  listener.read(events);
                } finally {
                  room.release();
                }
              });
      count += events.size();
      progress.report("", follower.share());
    }
    if (follower.passedOver() > 0) {
      LOG.log(
          Level.INFO,
          "{0}: passed over {1} lines of the log, which are damaged or of another version",
          new Object[] {folder.path(), follower.passedOver()});
    }
    return count;
  }

  /** Reads on as long as somebody trains; a process that was killed says no word about it. */
  private void follow(Follower follower, int silent) {
    FxThrottle.later(
        model.background(),
        FOLLOWED_EVERY,
        () -> {
          if (closed) {
            return;
          }
          try {
            List<Event> events = follower.poll();
            listener.added(events);
            if (silent >= SILENT_POLLS && !folder.isTrained()) {
              model.ui().execute(listener::leftAlone);
              return;
            }
            follow(follower, events.isEmpty() && silent < SILENT_POLLS ? silent + 1 : 0);
          } catch (StudioException e) {
            model.ui().execute(() -> model.tell(Notice.problem(e)));
          }
        });
  }
}

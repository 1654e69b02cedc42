package studio.saddlepoint.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.curve.CurveStore;
import studio.saddlepoint.run.curve.KeptCurves;
import studio.saddlepoint.run.curve.LogIndex;
import studio.saddlepoint.run.curve.RunCurves;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.Follower;

/**
 * Reads the log of a run in the background: all that is there, then what another process adds to
 * it.
 */
final class RunReader {
  private static final Logger LOG = Logger.getLogger(RunReader.class.getName());

  /** Parts of the log that may wait for the window. */
  private static final int PARTS_AHEAD = 2;

  private final StudioModel model;
  private final RunFolder folder;
  private final Listener listener;
  private volatile boolean closed;
  private @Nullable RunFollowing following;
  private boolean here;

  /** Bytes of the log whose curves are kept. */
  private volatile long keptTo;

  /** Told what was read. */
  interface Listener extends RunFollowing.Listener {
    /** What was kept of the first part of the log; on the FX thread, before all else. */
    void kept(KeptCurves curves);

    /** A copy of the curves of all that was handed on; on the FX thread. */
    RunCurves curves();

    /** The log as far as it was read; not on the FX thread. */
    void indexed(LogIndex index);

    /** A part of what was there, in order; on the FX thread. */
    void read(List<Event> part);

    /**
     * All that was there is read, or cannot be; on the FX thread.
     *
     * @return whether another process trains it, so that more may come
     */
    boolean readAll();
  }

  /** To be told on the FX thread of the model. */
  RunReader(StudioModel model, RunFolder folder, Listener listener) {
    this.model = model;
    this.folder = folder;
    this.listener = listener;
  }

  /** Begins to read; returns at once. */
  void start() {
    model
        .tasks()
        .run(Messages.text("run.loading", folder.title()), this::read)
        .onDone(
            follower -> {
              boolean trained = listener.readAll();
              if (!closed && !here) {
                following =
                    new RunFollowing(
                        model, folder, follower, trained, RunFollowing.Pace.USUAL, listener);
                following.goOn();
              }
            })
        .onFailed(
            e -> {
              model.tell(Notice.problem(e));
              listener.readAll();
            })
        .onCancelled(listener::readAll);
  }

  /** Ends the reading. FX thread. */
  void close() {
    closed = true;
    trainsHere();
  }

  /** The training tells itself what it adds to the log from now on. FX thread. */
  void trainsHere() {
    here = true;
    if (following != null) {
      following.end();
      following = null;
    }
  }

  /** Keeps what was told since for the next time, in the background, where that is much. */
  void keep() {
    CurveStore store = store();
    if (store.isMuch(folder.events().size() - keptTo)) {
      keptTo = folder.events().size();
      model
          .tasks()
          .run(
              Messages.text("run.keeping", folder.title()),
              progress -> {
                store.refresh(bare(progress));
                return folder;
              })
          .onFailed(e -> LOG.log(Level.FINE, "The curves of a run are not kept", e));
    }
  }

  /** Tells how far it is without words: the task has them. */
  private static Progress bare(Progress progress) {
    return new Progress() {
      @Override
      public void report(String stage, double fraction) {
        progress.report("", fraction);
      }

      @Override
      public boolean cancelled() {
        return progress.cancelled();
      }
    };
  }

  private CurveStore store() {
    return new CurveStore(folder.path(), folder.events(), model.home().caches());
  }

  /**
   * Hands on what is kept, then the rest of the log part by part; what is new is kept, too.
   *
   * @return reads what is told from then on
   */
  private Follower read(Progress progress) throws InterruptedException {
    CurveStore store = store();
    Optional<KeptCurves> kept = store.load();
    LogIndex index = kept.map(KeptCurves::index).orElseGet(LogIndex::new);
    long before = index.end();
    int begun = index.begins().size();
    kept.ifPresent(each -> model.ui().execute(() -> listener.kept(each)));
    index.extend(folder.events(), bare(progress.part(0, 0.1)));
    List<Long> begins = index.begins();
    Follower first = folder.events().follow(before, index.end());
    hand(first, new RunCurves.Held(begins.subList(begun, begins.size())), progress.part(0.1, 1));
    keptTo = before;
    if (store.isMuch(index.end() - before) && !closed) {
      CompletableFuture<RunCurves> copied = new CompletableFuture<>();
      model.ui().execute(() -> copied.complete(listener.curves()));
      store.save(index, wait(copied, progress), before);
      keptTo = index.end();
    }
    if (index.passedOver() > 0) {
      LOG.log(
          Level.WARNING,
          "{0}",
          Messages.text("run.passed.over", index.passedOver(), folder.events().path()));
    }
    listener.indexed(index);
    Follower follower = folder.events().follow(index.end(), Long.MAX_VALUE);
    hand(follower, new RunCurves.Held(List.of()), progress);
    return follower;
  }

  private static RunCurves wait(CompletableFuture<RunCurves> copied, Progress progress)
      throws InterruptedException {
    while (true) {
      progress.checkCancelled();
      try {
        return copied.get(1, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        continue; // the window is busy
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Hands the log on part by part; waits where the window is slower than the reading. */
  private void hand(Follower follower, RunCurves.Held held, Progress progress)
      throws InterruptedException {
    Semaphore room = new Semaphore(PARTS_AHEAD);
    for (List<Event> part = follower.poll(); !part.isEmpty(); part = follower.poll()) {
      while (!room.tryAcquire(1, TimeUnit.SECONDS)) {
        progress.checkCancelled();
      }
      if (closed) {
        break;
      }
      List<Event> events = held.of(part);
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
      progress.report("", follower.share());
    }
  }
}

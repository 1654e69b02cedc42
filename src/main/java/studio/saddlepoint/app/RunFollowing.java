package studio.saddlepoint.app;

import java.time.Duration;
import java.util.List;
import studio.saddlepoint.app.fx.FxThrottle;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.Follower;

/**
 * Reads what another process adds to the log of a run: every second while somebody trains it, and
 * now and then at rest, for somebody may take it up. A folder that is away, as on a share, is told
 * once and waited for. Nothing is locked or written.
 */
final class RunFollowing {
  /** Where locks do not come across, silence is to be so many times as long as any before it. */
  private static final int LONGER = 4;

  /**
   * How often is looked.
   *
   * @param trained while somebody trains
   * @param atRest at rest
   * @param silence so long nothing comes before the lock is asked: a process that was killed says
   *     no word about it
   */
  record Pace(Duration trained, Duration atRest, Duration silence) {
    static final Pace USUAL =
        new Pace(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(5));
  }

  private final StudioModel model;
  private final RunFolder folder;
  private final Follower follower;
  private final Listener listener;
  private final Pace pace;
  private volatile boolean ended;
  private boolean trained;
  private boolean away;
  private long heard = System.nanoTime();
  private long longest;

  /** Told what is new. */
  interface Listener {
    /** Somebody trains it again; on the FX thread, before what was added. */
    void takenUp();

    /** What was added; not on the FX thread. */
    void added(List<Event> events);

    /** Nobody trains it any more; on the FX thread. */
    void leftAlone();
  }

  /**
   * A reader that does not read yet.
   *
   * @param trained whether somebody trains it now
   */
  RunFollowing(
      StudioModel model,
      RunFolder folder,
      Follower follower,
      boolean trained,
      Pace pace,
      Listener listener) {
    this.model = model;
    this.folder = folder;
    this.follower = follower;
    this.trained = trained;
    this.pace = pace;
    this.listener = listener;
  }

  /** Begins, or goes on, some time from now. */
  void goOn() {
    FxThrottle.later(model.background(), trained ? pace.trained() : pace.atRest(), this::look);
  }

  /** Reads no more; from any thread. */
  void end() {
    ended = true;
  }

  private void look() {
    if (ended) {
      return;
    }
    try {
      List<Event> events = follower.poll();
      if (away) {
        away = false;
        model.ui().execute(() -> model.tell(Notice.info(back())));
      }
      if (!ended) {
        take(events);
      }
    } catch (StudioException e) {
      if (!away) {
        away = true;
        String said = Messages.text("run.away", Problems.describe(e));
        model.ui().execute(() -> model.tell(Notice.problem(said)));
      }
    }
    goOn();
  }

  private String back() {
    return Messages.text("run.back", folder.title());
  }

  private void take(List<Event> events) {
    long now = System.nanoTime();
    if (!events.isEmpty()) {
      if (trained) {
        longest = Math.max(longest, now - heard);
      } else {
        trained = true;
        model.ui().execute(listener::takenUp);
      }
      heard = now;
      listener.added(events);
    } else if (trained
        && now - heard > Math.max(pace.silence().toNanos(), LONGER * longest)
        && !folder.isTrained()) {
      trained = false;
      model.ui().execute(listener::leftAlone);
    }
  }
}

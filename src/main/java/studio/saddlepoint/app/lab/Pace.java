package studio.saddlepoint.app.lab;

import java.time.Duration;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import studio.saddlepoint.app.fx.FxThrottle;

/**
 * Makes steps at a person's pace, in at most 30 pictures a second. The next ones are not asked for
 * before the last are made; nothing ticks while it rests or is not seen. For the FX thread.
 */
final class Pace {
  /** The work of some steps. */
  interface Work {
    /**
     * Makes steps.
     *
     * @param steps how many, at least 1
     * @param done is called on the FX thread when they are made and shown
     */
    void advance(int steps, Runnable done);
  }

  private static final double FRAME_SECONDS = 1 / 30.0;

  /** Time that was lost is not made up for beyond this. */
  private static final double MOST_SECONDS = 0.2;

  private final Executor ui;
  private final int mostAtOnce;
  private final Work work;
  private final BooleanProperty running = new SimpleBooleanProperty();
  private final DoubleProperty speed = new SimpleDoubleProperty(10);
  private boolean seen;
  private boolean busy;
  private double owed;
  private long before;

  /**
   * A pace at rest.
   *
   * @param ui the FX thread
   * @param mostAtOnce steps between two pictures; those that go beyond it are not made up for
   */
  Pace(Executor ui, int mostAtOnce, Work work) {
    this.ui = ui;
    this.mostAtOnce = mostAtOnce;
    this.work = work;
    running.addListener(o -> begin());
  }

  /** Whether steps are to be made. */
  BooleanProperty runningProperty() {
    return running;
  }

  /** Steps a second. */
  DoubleProperty speedProperty() {
    return speed;
  }

  /** It can be seen from now on, or not any more. */
  void show(boolean now) {
    seen = now;
    begin();
  }

  private void begin() {
    if (!busy && running.get() && seen) {
      before = System.nanoTime();
      owed = 1; // a press is answered at once
      tick();
    }
  }

  private void tick() {
    busy = false;
    if (!running.get() || !seen) {
      return;
    }
    long now = System.nanoTime();
    owed += Math.min(MOST_SECONDS, (now - before) / 1e9) * speed.get();
    before = now;
    int steps = (int) Math.min(mostAtOnce, owed);
    busy = true;
    if (steps == 0) {
      later();
    } else {
      owed = owed > mostAtOnce ? 0 : owed - steps;
      work.advance(steps, this::later);
    }
  }

  private void later() {
    double spent = (System.nanoTime() - before) / 1e9;
    double wait = Math.max(FRAME_SECONDS - spent, (1 - owed) / speed.get() - spent);
    FxThrottle.later(ui, Duration.ofNanos((long) (1e9 * Math.max(0.002, wait))), this::tick);
  }
}

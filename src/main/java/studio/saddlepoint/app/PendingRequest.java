package studio.saddlepoint.app;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A request to a training that is not done yet: a training does it between steps. For the FX
 * thread, but for {@link #pending}.
 */
final class PendingRequest {
  /** What can be asked of a training. */
  enum Asked {
    NOTHING,
    PAUSE,
    RESUME,
    STEP,
    STOP,
    REWIND
  }

  private final ReadOnlyObjectWrapper<Asked> asked = new ReadOnlyObjectWrapper<>(Asked.NOTHING);
  private volatile boolean pending;

  /** The step at which it was asked for. */
  private long askedAt;

  /** What was asked for last, until it is done. */
  ReadOnlyObjectProperty<Asked> askedProperty() {
    return asked.getReadOnlyProperty();
  }

  /** What was asked for last, until it is done. */
  Asked asked() {
    return asked.get();
  }

  /** Whether a person waits for something; from any thread. */
  boolean pending() {
    return pending;
  }

  /**
   * Asks a training.
   *
   * @param what is asked for; nothing where it is not to be waited for
   * @param call tells it
   */
  void ask(Training training, Asked what, Consumer<Training> call) {
    call.accept(training);
    askedAt = training.status().step();
    set(training.status().state().isFinal() ? Asked.NOTHING : what);
  }

  /** The training has come so far: perhaps it has done what it was asked for. */
  void reached(Training.Status now) {
    if (now.state().isFinal() || done(now)) {
      set(Asked.NOTHING);
    }
  }

  private boolean done(Training.Status now) {
    boolean waits = now.state() == Training.State.PAUSED;
    return switch (asked.get()) {
      case NOTHING -> true;
      case PAUSE, REWIND -> waits;
      case RESUME -> !waits;
      case STEP -> waits && now.step() > askedAt;
      case STOP -> false;
    };
  }

  private void set(Asked what) {
    asked.set(what);
    pending = what != Asked.NOTHING;
  }
}

package studio.saddlepoint.train;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.train.Trainer.State;

/** The state of a training. Its own thread decides that; {@link #told} may be asked by any. */
final class LiveStatus {
  private State state = State.STARTING;
  private String message = "";
  private String device = "";
  private volatile Recipe live;
  private volatile Status told;

  /** Not opened yet. */
  LiveStatus(Recipe recipe) {
    live = recipe;
    told = unopened("Starting");
  }

  /** How it stood when that was told last; from any thread. */
  Status told() {
    return told;
  }

  /** The recipe with the live values of now; from any thread. */
  Recipe live() {
    return live;
  }

  State state() {
    return state;
  }

  boolean is(State asked) {
    return state == asked;
  }

  String device() {
    return device;
  }

  String message() {
    return message;
  }

  void live(Recipe now) {
    live = now;
  }

  void device(String now) {
    device = now;
  }

  /** Says what it does, or what happened. */
  void say(String text) {
    message = text;
  }

  void become(State next) {
    state = next;
  }

  void become(State next, String text) {
    state = next;
    message = text;
  }

  /** Tells how far the opening is. */
  void tellOpening(String stage, double fraction) {
    told =
        unopened(Double.isNaN(fraction) ? stage : stage + " " + Math.round(fraction * 100) + " %");
  }

  /**
   * Tells everybody.
   *
   * @param session what is trained; null before it is open
   */
  void tell(@Nullable TrainingSession session) {
    told = session == null ? unopened(message) : session.status(state, device, message);
  }

  private Status unopened(String text) {
    return new Status(
        state, 0, live.training().steps(), 0, 0, 0, 0, Optional.empty(), device, text);
  }
}

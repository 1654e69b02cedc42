package studio.saddlepoint.app.evaluate.model;

import java.util.function.Consumer;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Problems;

/**
 * A result of work in the background, and what went wrong when it was kept with its run: that does
 * not take away what was measured.
 *
 * @param <T> the kind of what was measured
 * @param measured the numbers
 * @param problem why they could not be kept, for a person; empty where they were
 */
public record Kept<T>(T measured, String problem) {
  /**
   * Keeps what was measured.
   *
   * @param keeping writes it
   */
  public static <T> Kept<T> of(T measured, Consumer<T> keeping) {
    try {
      keeping.accept(measured);
      return new Kept<>(measured, "");
    } catch (RuntimeException e) {
      return new Kept<>(measured, Messages.text("evaluate.unkept", Problems.describe(e)));
    }
  }
}

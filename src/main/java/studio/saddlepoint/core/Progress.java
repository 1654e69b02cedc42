package studio.saddlepoint.core;

import java.util.concurrent.CancellationException;

/**
 * The place where work that takes more than a moment tells how far it is, and learns that it is not
 * wanted any more.
 */
public interface Progress {
  /** Tells nobody, never cancelled. */
  Progress NONE = (stage, fraction) -> {};

  /**
   * Tells how far the work is. May be called from any thread, and often.
   *
   * @param stage what is being done, for a person to read
   * @param fraction share done, 0 to 1, or NaN where it is not known
   */
  void report(String stage, double fraction);

  /** Whether the person asked to stop this work. */
  default boolean cancelled() {
    return false;
  }

  /**
   * Ends the work if it was cancelled.
   *
   * @throws CancellationException if {@link #cancelled()}
   */
  default void checkCancelled() {
    if (cancelled()) {
      throw new CancellationException("Cancelled.");
    }
  }

  /**
   * A part of this progress: its 0 to 1 is mapped to {@code from} to {@code to} here.
   *
   * @param from where the part begins, 0 to 1
   * @param to where the part ends, 0 to 1
   */
  default Progress part(double from, double to) {
    Progress whole = this;
    return new Progress() {
      @Override
      public void report(String stage, double fraction) {
        whole.report(stage, from + (to - from) * fraction);
      }

      @Override
      public boolean cancelled() {
        return whole.cancelled();
      }
    };
  }
}

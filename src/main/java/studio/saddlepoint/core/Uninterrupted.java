package studio.saddlepoint.core;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * File operations that a pending interrupt does not break. Java closes a file channel under an
 * interrupted thread; a training that is asked to stop that way still has to save its last
 * checkpoint.
 */
public final class Uninterrupted {
  private Uninterrupted() {}

  /** An operation that can be done again from its beginning. */
  public interface Operation<T> {
    /**
     * Does it.
     *
     * @throws IOException if that fails
     */
    T run() throws IOException;
  }

  /**
   * Runs the operation, again where an interrupt broke it, and leaves the thread interrupted.
   *
   * @throws IOException if the operation fails otherwise
   */
  public static <T> T io(Operation<T> operation) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return operation.run();
        } catch (ClosedByInterruptException e) {
          interrupted = Thread.interrupted() || interrupted;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

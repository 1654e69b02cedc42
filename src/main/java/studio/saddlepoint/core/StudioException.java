package studio.saddlepoint.core;

/**
 * A failure that a person can act on: its message says what happened, to which file or field, and
 * what to do. Names in it are escaped ({@link Escapes}).
 */
public class StudioException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A failure without a deeper cause.
   *
   * @param message what happened, to what, and what to do
   */
  public StudioException(String message) {
    super(Escapes.lines(message));
  }

  /**
   * A failure with the exception that led to it.
   *
   * @param message what happened, to what, and what to do
   * @param cause what was caught
   */
  public StudioException(String message, Throwable cause) {
    super(Escapes.lines(message), cause);
  }
}

package studio.saddlepoint.app;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import studio.saddlepoint.core.StudioException;

/** Turns what was thrown into words for a person. */
public final class Problems {
  private Problems() {}

  /**
   * The message to show.
   *
   * @param thrown what was caught; wrappers of background work are looked through
   */
  public static String describe(Throwable thrown) {
    Throwable at = thrown;
    while ((at instanceof CompletionException || at instanceof ExecutionException)
        && at.getCause() != null) {
      at = at.getCause();
    }
    if (at instanceof StudioException && at.getMessage() != null) {
      return at.getMessage();
    }
    if (at instanceof OutOfMemoryError) {
      return Messages.text("problem.memory");
    }
    String detail = at.getMessage();
    String kind = at.getClass().getSimpleName();
    return Messages.text(
        "problem.unexpected", detail == null || detail.isBlank() ? kind : detail, kind);
  }
}

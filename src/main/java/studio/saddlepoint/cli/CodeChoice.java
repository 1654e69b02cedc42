package studio.saddlepoint.cli;

import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.code.Bookmarks;
import studio.saddlepoint.latent.code.FoundCode;
import studio.saddlepoint.run.RunFolder;

/** The latent code that a command line names: by its text, or as a bookmark of the run. */
final class CodeChoice {
  private CodeChoice() {}

  /**
   * Finds a code.
   *
   * @param option that names it, for the message
   * @throws BadUse if it is neither a code nor a bookmark
   */
  static FoundCode of(RunFolder run, String option, String text) {
    try {
      return new Bookmarks(run.path()).find(text);
    } catch (StudioException e) {
      throw new BadUse(option + ": " + e.getMessage());
    }
  }

  /**
   * Refuses a code that is of another generator.
   *
   * @param option that names it, for the message
   */
  static void requireFitting(String option, FoundCode code, Snapshot snapshot) {
    if (!code.point().fits(snapshot.codeSizes())) {
      throw new BadUse(
          option
              + ": this code is of another generator; one of this run has "
              + snapshot.latent().size()
              + " numbers in z, or "
              + snapshot.w().size()
              + " or "
              + snapshot.w().length()
              + " in w.");
    }
  }
}

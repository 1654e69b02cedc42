package studio.saddlepoint.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.code.Bookmarks;
import studio.saddlepoint.latent.code.FoundCode;
import studio.saddlepoint.latent.walk.WalkKeys;
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
   * Finds codes with commas between.
   *
   * @param option that names them, for the message
   * @throws BadUse if one of them is neither a code nor a bookmark
   */
  static List<FoundCode> all(RunFolder run, String option, String text) {
    return WalkKeys.parts(text).stream().map(each -> of(run, option, each)).toList();
  }

  /**
   * The number of a class: the one that is asked for, else that of the first bookmark that has one,
   * else 0.
   *
   * @param className asked for by {@code --class}
   * @param names of the generator's classes
   */
  static int label(@Nullable String className, List<FoundCode> codes, List<String> names) {
    if (className != null) {
      return ClassChoice.label(className, names);
    }
    return codes.stream()
        .flatMap(each -> each.className().stream())
        .mapToInt(names::indexOf)
        .filter(label -> label >= 0)
        .findFirst()
        .orElse(0);
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

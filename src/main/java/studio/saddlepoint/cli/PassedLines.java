package studio.saddlepoint.cli;

import java.nio.file.Path;
import studio.saddlepoint.core.English;

/** A word about lines of a run's files that tell nothing. */
final class PassedLines {
  private PassedLines() {}

  /**
   * Tells of them, where there are any.
   *
   * @param count how many
   * @param file where they are
   */
  static void tell(long count, Path file, CommandOutput console) {
    if (count > 0) {
      console.note(
          English.of(
              "%s of %s %s passed over: cut off when the program was killed or the disk full, damaged, or of another version. All others count.",
              English.count(count, "line"), file, count == 1 ? "was" : "were"));
    }
  }
}

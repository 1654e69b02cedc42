package studio.saddlepoint.run.tensorboard;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.saddlepoint.run.RunFolder;

/**
 * A folder of event files. TensorBoard takes all files of it whose names hold {@code tfevents} for
 * one run, in the order of their names.
 */
final class EventFolder {
  /** The folder in a run folder. */
  static final String NAME = "tensorboard";

  private static final String MARK = "tfevents";

  /** How names of ours end; {@code -2} and so on where there is one of that second. */
  private static final String OURS = ".saddlepoint";

  private EventFolder() {}

  /** Where a run's event files lie unless a person names another place. */
  static Path of(RunFolder run) {
    return run.path().resolve(NAME);
  }

  /** A name that no file of the folder has. */
  static Path next(Path folder, Instant time) {
    String start =
        String.format(
            Locale.ROOT, "events.out.%s.%010d%s", MARK, Math.max(0, time.getEpochSecond()), OURS);
    Path file = folder.resolve(start);
    for (int i = 2; Files.exists(file); i++) {
      file = folder.resolve(start + "-" + i);
    }
    return file;
  }

  /** The event files that this program wrote into a folder, in order; none where there is none. */
  static List<Path> ours(Path folder) throws IOException {
    return all(folder).stream()
        .filter(each -> String.valueOf(each.getFileName()).matches(".*\\" + OURS + "(-\\d+)?"))
        .toList();
  }

  /** All event files of a folder, in order; none where there is no such folder. */
  static List<Path> all(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
      for (Path each : found) {
        String name = String.valueOf(each.getFileName());
        if (name.contains(MARK) && !name.startsWith(".") && Files.isRegularFile(each)) {
          files.add(each);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    files.sort(null);
    return files;
  }
}

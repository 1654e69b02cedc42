package studio.saddlepoint.run;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.RecipeJson;
import studio.saddlepoint.run.event.EventLog;
import studio.saddlepoint.run.file.RunFiles;

/** The folder of a run that was made for a training which then could not begin. */
final class UnbegunRun {
  private static final Set<String> LOCK = Set.of(RunLock.NAME, RunLock.OWNER);

  private UnbegunRun() {}

  /**
   * Deletes it if it holds nothing but what making and locking it put there.
   *
   * @param recipe what it was made with
   * @param lock the right to train it, given back where it is deleted
   * @return whether the run is gone; what somebody puts into the folder at that moment stays
   */
  static boolean delete(Path folder, Recipe recipe, RunLock lock) {
    try {
      if (!untouched(folder, recipe)) {
        return false;
      }
      Files.deleteIfExists(folder.resolve(RunFiles.CHECKPOINTS));
      Files.deleteIfExists(folder.resolve(RunFiles.SAMPLES));
      Files.deleteIfExists(folder.resolve(EventLog.NAME));
      Files.deleteIfExists(folder.resolve(OriginWeights.NAME));
      Files.deleteIfExists(folder.resolve(RunOrigin.NAME));
      Files.delete(folder.resolve(RunFiles.RECIPE)); // from here on it is no run any more
    } catch (IOException | DirectoryIteratorException e) {
      return false;
    }
    lock.close();
    AtomicFile.deleteQuietly(folder.resolve(RunLock.NAME));
    AtomicFile.deleteQuietly(folder);
    return true;
  }

  private static boolean untouched(Path folder, Recipe recipe) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (!own(file, recipe)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean own(Path file, Recipe recipe) throws IOException {
    String name = String.valueOf(file.getFileName());
    return switch (name) {
      case RunFiles.RECIPE -> Files.readString(file).equals(RecipeJson.write(recipe));
      case RunFiles.CHECKPOINTS, RunFiles.SAMPLES -> empty(file);
      case EventLog.NAME -> !Files.readString(file).contains("\n"); // no event was told
      case OriginWeights.NAME, RunOrigin.NAME -> Files.isRegularFile(file);
      default -> LOCK.contains(name);
    };
  }

  private static boolean empty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      return !files.iterator().hasNext();
    }
  }
}

package studio.saddlepoint.latent.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.StudioException;

/**
 * The file or folder to which something is written, whole or not at all.
 *
 * @param path the file or folder
 * @param folder whether it is to be a folder
 * @param replace whether a file that is there may be replaced; a folder never is
 */
public record OutputPlace(Path path, boolean folder, boolean replace) {
  /**
   * Why nothing can be written there, as a sentence that says what to do; empty where nothing
   * stands against it so far.
   */
  public Optional<String> occupied() {
    if (folder) {
      return occupiedFolder();
    }
    if (Files.isDirectory(path)) {
      return Optional.of(path + " is a folder: name a file in it.");
    }
    return Files.exists(path) && !replace
        ? Optional.of(path + " is there already: name another file, or delete it first.")
        : Optional.empty();
  }

  private Optional<String> occupiedFolder() {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    if (!Files.isDirectory(path)) {
      return Optional.of(path + " is a file: name a new folder, or an empty one.");
    }
    try {
      return Staging.isEmpty(path)
          ? Optional.empty()
          : Optional.of(
              path
                  + " has something in it, which is never overwritten: name a new folder, or an empty one.");
    } catch (IOException e) {
      return Optional.of(
          path + " cannot be looked into: check its permissions, or name another folder.");
    }
  }

  /**
   * Tries to make the file or folder, and leaves nothing of it behind. To be asked before long work
   * on what is to be written there.
   *
   * @throws StudioException if it cannot be made, or something stands there already
   */
  public void requireWritable() {
    occupied()
        .ifPresent(
            reason -> {
              throw new StudioException(reason);
            });
    try {
      staging().close();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /**
   * Begins to write.
   *
   * @throws IOException if it cannot be made there
   */
  public Staging staging() throws IOException {
    return folder ? Staging.folder(path) : Staging.file(path, replace);
  }

  /** That it could not be written, with what the system says of it. */
  public StudioException unwritable(IOException cause) {
    return new StudioException(
        path
            + " cannot be written ("
            + DiskErrors.reason(cause)
            + "), and nothing of it was kept. Check the folder and the free space, or choose another place.",
        cause);
  }
}

package studio.saddlepoint.run.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.StudioException;

/** Failures of the disk in a run folder, in words that a person can act on. */
public final class RunDiskErrors {
  /** Below this a failed write is taken for a full disk whatever the system calls it. */
  private static final long NEARLY_FULL_BYTES = 64 * 1024;

  private RunDiskErrors() {}

  /**
   * A failed write inside a run folder.
   *
   * @param folder the run folder
   * @param file what was written
   * @param kept what is safe nevertheless, as a sentence, or nothing
   */
  public static StudioException writing(Path folder, Path file, String kept, IOException e) {
    String safe = kept.isEmpty() ? "" : " " + kept;
    if (!Files.isDirectory(folder)) {
      return new StudioException(
          "The run folder "
              + folder
              + " is gone: it was deleted, moved, or its disk was taken out. Put it"
              + " back, or start a new run.",
          e);
    }
    if (diskFull(folder, e)) {
      return new StudioException(
          "No space left on the disk while writing "
              + file
              + "."
              + safe
              + " Free some space there and try again.",
          e);
    }
    return new StudioException(
        file
            + " cannot be written ("
            + DiskErrors.reason(e)
            + ")."
            + safe
            + " Check the permissions of "
            + folder
            + " and its disk.",
        e);
  }

  /** A failed read. */
  public static StudioException reading(Path file, IOException e) {
    return e instanceof NoSuchFileException
        ? new UnreadableFile(
            file, "is gone: it was deleted or moved", "Put it back, or choose another.", e)
        : new UnreadableFile(
            file,
            "cannot be read (" + DiskErrors.reason(e) + ")",
            "Check its permissions and its disk.",
            e);
  }

  private static boolean diskFull(Path folder, IOException e) {
    if (DiskErrors.isFull(e)) {
      return true;
    }
    try {
      return Files.getFileStore(folder).getUsableSpace() < NEARLY_FULL_BYTES;
    } catch (IOException unknown) {
      return false;
    }
  }
}

package studio.saddlepoint.run.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.StudioException;

/**
 * The trial of a file that a long computation will write in the end: what cannot be written is
 * refused while nothing is lost yet. Asking for permissions would not do: a read-only disk, a full
 * one and a network's own rules show only when something is written.
 */
public final class OutputTrial {
  /** About a disk's block, so that a full disk shows. */
  private static final int BYTES = 4096;

  private OutputTrial() {}

  /**
   * Writes a file beside the one that is meant, and takes it away again.
   *
   * @param file in a folder that exists; what it holds stays as it is
   * @throws StudioException if it could not be written; names it and the reason
   */
  public static void of(Path file) {
    Path whole = file.toAbsolutePath();
    String own = Long.toHexString(ThreadLocalRandom.current().nextLong());
    Path trial = whole.resolveSibling("." + whole.getFileName() + "." + own + ".tmp");
    try {
      if (Files.exists(whole) && !Files.isRegularFile(whole)) {
        throw new IOException("not an ordinary file");
      }
      Files.write(trial, new byte[BYTES]);
    } catch (IOException e) {
      throw new StudioException(
          file
              + " cannot be written ("
              + DiskErrors.reason(e)
              + "). Check the permissions and the free space of "
              + whole.getParent()
              + ", or choose another place.",
          e);
    } finally {
      AtomicFile.deleteQuietly(trial);
    }
  }
}

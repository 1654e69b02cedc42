package studio.saddlepoint.metrics.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;

/** Writes files that are there whole or not at all. */
public final class RecordFile {
  private RecordFile() {}

  /**
   * Writes or replaces a file; its folder is made where it is missing.
   *
   * @throws StudioException if that fails; what was there before stays
   */
  public static Path write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      AtomicFile.ON_DISK.write(file, bytes);
      return file;
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "%s cannot be written (%s). Check the disk and the folder's permissions.",
              file, DiskErrors.reason(e)),
          e);
    }
  }

  /** Writes or replaces a text, see {@link #write(Path, byte[])}. */
  public static Path write(Path file, String text) {
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}

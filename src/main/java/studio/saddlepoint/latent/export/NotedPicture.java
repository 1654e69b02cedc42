package studio.saddlepoint.latent.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.core.StudioException;

/** One picture as a PNG file that tells what is known of it, as exported samples do. */
public final class NotedPicture {
  private NotedPicture() {}

  /**
   * Writes or replaces a file, whole or not at all; folders on the way are made.
   *
   * @param file its name
   * @param picture one pixel for a pixel
   * @param notes texts by keyword, 1 to 79 letters of ASCII each
   * @throws StudioException if it cannot be written; names the file
   */
  public static void write(Path file, Picture picture, Map<String, String> notes) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      AtomicFile.ON_DISK.write(file, PngText.inserted(Pngs.encode(picture), PngText.chunks(notes)));
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "%s cannot be written (%s): check the folder and the free space, or choose another place.",
              file, DiskErrors.reason(e)),
          e);
    }
  }
}

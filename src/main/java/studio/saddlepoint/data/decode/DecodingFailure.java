package studio.saddlepoint.data.decode;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.saddlepoint.data.file.PatchedFile;
import studio.saddlepoint.data.file.UnusableImageException;
import studio.saddlepoint.data.file.ZipImages;

/** The reason, for a person, why a file could not be decoded. */
final class DecodingFailure {
  /** By such words readers tell of files that are right, but not for them. */
  private static final List<String> UNSUPPORTED =
      List.of("unsupported", "not supported", "not implemented", "unknown compression");

  /** But so they tell of bytes of a JPEG that came into disorder. */
  private static final String DISORDER = "unsupported marker";

  private DecodingFailure() {}

  /** The reason, to follow the name of the file. */
  static UnusableImageException of(Path file, Exception failure) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable each = failure; each != null && !chain.contains(each); each = each.getCause()) {
      chain.add(each);
    }
    String message = messageOf(chain.get(chain.size() - 1));
    if (isOfTheDisk(file, chain)) {
      return UnusableImageException.now("cannot be read: " + message);
    }
    if (chain.stream().anyMatch(EOFException.class::isInstance)) {
      return new UnusableImageException("is cut short");
    }
    String words = message.toLowerCase(Locale.ROOT);
    boolean unsupported =
        UNSUPPORTED.stream().anyMatch(words::contains) && !words.contains(DISORDER);
    return new UnusableImageException(
        unsupported
            ? "is of a form that is not read (" + message + "): save it as PNG"
            : "is damaged: " + message);
  }

  /**
   * Whether a failure is the disk's rather than the content's, which readers tell in the same kinds
   * of exceptions: the bytes themselves cannot be read, or could not be just now.
   */
  private static boolean isOfTheDisk(Path file, List<Throwable> chain) {
    for (Throwable each : chain) {
      if (each instanceof FileSystemException
          || each instanceof FileNotFoundException
          || each instanceof PatchedFile.UnreadableException) {
        return true;
      }
    }
    if (ZipImages.holds(file)) {
      return false; // Its bytes are packed, so that damage looks as if they cannot be read.
    }
    try (InputStream in = Files.newInputStream(file)) {
      in.transferTo(OutputStream.nullOutputStream());
      return false;
    } catch (IOException unreadable) {
      return true;
    }
  }

  private static String messageOf(Throwable failure) {
    String message =
        failure instanceof FileSystemException failed ? failed.getReason() : failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }
}

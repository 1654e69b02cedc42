package studio.saddlepoint.core;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Failures of the disk in words for a person: of many, Java tells no more than a class. */
public final class DiskErrors {
  private static final Map<Class<? extends IOException>, String> MEANINGS = new LinkedHashMap<>();

  static {
    MEANINGS.put(AccessDeniedException.class, "permission denied");
    MEANINGS.put(NoSuchFileException.class, "no such file or folder");
    MEANINGS.put(NotDirectoryException.class, "it is no folder");
    MEANINGS.put(DirectoryNotEmptyException.class, "the folder is not empty");
    MEANINGS.put(FileAlreadyExistsException.class, "there is one of that name already");
    MEANINGS.put(CharacterCodingException.class, "it is no text in UTF-8");
    MEANINGS.put(EOFException.class, "it is cut short");
  }

  private DiskErrors() {}

  /**
   * What the system says, without the path, which the message names already.
   *
   * @return words for the middle of a sentence, such as {@code permission denied}
   */
  public static String reason(IOException e) {
    if (e instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    for (Map.Entry<Class<? extends IOException>, String> each : MEANINGS.entrySet()) {
      if (each.getKey().isInstance(e)) {
        return each.getValue();
      }
    }
    String said = e.getMessage();
    if (said == null || said.isBlank() || e instanceof FileSystemException) { // the path
      return e.getClass().getSimpleName().replaceAll("Exception$", "");
    }
    return e instanceof FileNotFoundException && said.endsWith(")")
        ? said.substring(said.lastIndexOf('(') + 1, said.length() - 1)
        : said;
  }

  /** Whether a write failed for want of room, as far as the system says so. */
  public static boolean isFull(IOException e) {
    String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return said.contains("no space left")
        || said.contains("not enough space")
        || said.contains("quota exceeded");
  }
}

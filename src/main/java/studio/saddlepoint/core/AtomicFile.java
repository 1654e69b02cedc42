package studio.saddlepoint.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes files that are either whole or not there: under a name of its own, so that several may
 * write the same file at once, flushed to the disk, then renamed; then the folder is flushed too.
 *
 * @param opener opens the file that is renamed later; tests put a full disk here
 */
public record AtomicFile(Opener opener) {
  /** On the real disk. */
  public static final AtomicFile ON_DISK =
      new AtomicFile(
          file ->
              FileChannel.open(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.WRITE));

  private static final String ENDING = ".tmp";
  private static final Duration LONG_AGO = Duration.ofDays(1);

  /** Opens a file for writing. */
  public interface Opener {
    /**
     * Opens a file.
     *
     * @param file to make, or to empty if it is there
     * @throws IOException if that fails
     */
    WritableByteChannel open(Path file) throws IOException;
  }

  /** Writes a file's content. */
  public interface Content {
    /**
     * Writes all of it.
     *
     * @param channel stays open
     * @throws IOException if that fails
     */
    void writeTo(WritableByteChannel channel) throws IOException;
  }

  /**
   * Writes or replaces a text, in UTF-8.
   *
   * @throws IOException if that fails at any point; what was there before stays
   */
  public void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes or replaces bytes.
   *
   * @throws IOException if that fails at any point; what was there before stays
   */
  public void write(Path file, byte[] bytes) throws IOException {
    write(
        file,
        channel -> {
          ByteBuffer buffer = ByteBuffer.wrap(bytes);
          while (buffer.hasRemaining()) {
            channel.write(buffer);
          }
        });
  }

  /**
   * Writes or replaces a file.
   *
   * @param file its name
   * @param content what goes into it
   * @throws IOException if that fails at any point; what was there before stays
   */
  public void write(Path file, Content content) throws IOException {
    Uninterrupted.io(() -> writeOnce(file, content));
  }

  private Path writeOnce(Path file, Content content) throws IOException {
    leftovers(file).forEach(each -> deleteOlder(each, LONG_AGO));
    Path temporary = beside(file);
    try {
      try (WritableByteChannel channel = opener.open(temporary)) {
        content.writeTo(channel);
        if (channel instanceof FileChannel onDisk) {
          onDisk.force(true);
        }
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException e) {
      deleteQuietly(temporary);
      throw e;
    }
    flushFolder(file);
    return file;
  }

  /**
   * A name of its own beside a file, for what is to be moved to the file's name when it is whole.
   * Nothing is made: whoever opens it makes a file with the rights that the person's umask gives,
   * unlike {@link Files#createTempFile}, whose files nobody else may read.
   */
  public static Path beside(Path file) {
    String own = Long.toHexString(ThreadLocalRandom.current().nextLong());
    return file.resolveSibling("." + file.getFileName() + "." + own + ENDING);
  }

  /** What a killed process left half written in a folder. */
  public static List<Path> leftoversIn(Path folder) {
    return leftoversIn(
        folder,
        each -> {
          String name = String.valueOf(each.getFileName());
          return name.startsWith(".") && name.endsWith(ENDING);
        });
  }

  private static List<Path> leftoversIn(Path folder, DirectoryStream.Filter<Path> filter) {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, filter)) {
        files.forEach(found::add);
      } catch (IOException | java.nio.file.DirectoryIteratorException e) {
        // A folder that cannot be listed has nothing to clean; reading it says why.
        return found;
      }
    }
    return found;
  }

  /** What killed processes left of this file, which may lie among a person's own. */
  private static List<Path> leftovers(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    String start = "." + file.getFileName() + ".";
    return folder == null
        ? List.of()
        : leftoversIn(
            folder,
            each -> {
              String name = String.valueOf(each.getFileName());
              return name.startsWith(start) && name.endsWith(ENDING);
            });
  }

  /**
   * Deletes what processes that were killed long ago left half written in a folder that is the
   * program's own.
   *
   * @param age how long ago, at least
   */
  public static void sweep(Path folder, Duration age) {
    leftoversIn(folder).forEach(each -> deleteOlder(each, age));
  }

  private static void deleteOlder(Path file, Duration age) {
    try {
      if (Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(age))) {
        deleteQuietly(file);
      }
    } catch (IOException e) {
      return; // another process has just renamed or deleted it
    }
  }

  /** Deletes a file, or lets it lie as a leftover where that fails. */
  public static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It stays as a leftover, which is never read and cleaned another time.
      return;
    }
  }

  /** Makes the rename itself survive a power cut. Windows cannot open folders and need not. */
  private static void flushFolder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      return;
    }
  }
}

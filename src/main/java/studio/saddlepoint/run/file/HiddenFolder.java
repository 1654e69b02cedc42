package studio.saddlepoint.run.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.Uninterrupted;

/**
 * The making of a folder that is there whole or not at all: it is filled under a hidden name
 * ({@link AtomicFile#beside}), which lists pass over, and takes its own name by one rename.
 */
public final class HiddenFolder {
  private static final Duration LONG_AGO = Duration.ofDays(1);

  /**
   * The hidden name of a run: a recipe's, the time that it was made at, and a number of its own.
   */
  private static final Pattern RUN =
      Pattern.compile("\\..+-\\d{8}-\\d{6}.*\\.[0-9a-f]{1,16}\\.tmp");

  private HiddenFolder() {}

  /**
   * Gives a folder that is whole its name, with {@code -2} and so on where that is taken.
   *
   * @param hidden the folder
   * @param wanted its name
   * @return where it is now
   * @throws IOException if it cannot be renamed
   */
  public static Path named(Path hidden, Path wanted) throws IOException {
    for (int i = 1; ; i++) {
      Path name = i == 1 ? wanted : wanted.resolveSibling(wanted.getFileName() + "-" + i);
      if (Files.exists(name, LinkOption.NOFOLLOW_LINKS)) {
        continue;
      }
      try {
        return Files.move(hidden, name, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileSystemException e) {
        if (!Files.exists(name, LinkOption.NOFOLLOW_LINKS)) {
          throw e;
        } // else another one took the name just now
      }
    }
  }

  /** Waits until a file that was written is on the disk. */
  public static void flush(Path file) throws IOException {
    Uninterrupted.io(() -> flushed(file));
  }

  private static Path flushed(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    } catch (AccessDeniedException e) {
      return file; // read-only as its original: it gets to the disk a little later
    }
    return file;
  }

  /** Takes away what a process that was killed a day ago or longer left half made of a folder. */
  public static void sweep(Path wanted) {
    sweep(wanted.resolveSibling(""), each -> each.startsWith("." + wanted.getFileName() + "."));
  }

  /**
   * Takes away what processes that were killed a day ago or longer left half made of runs. They may
   * lie among other things of a person's, so they are known by the whole of their names.
   *
   * @param root where runs are kept
   */
  public static void sweepRuns(Path root) {
    sweep(root, each -> RUN.matcher(each).matches());
  }

  private static void sweep(Path parent, Predicate<String> name) {
    AtomicFile.leftoversIn(parent).stream()
        .filter(each -> name.test(String.valueOf(each.getFileName())))
        .filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
        .filter(HiddenFolder::old)
        .forEach(HiddenFolder::delete);
  }

  private static boolean old(Path folder) {
    try {
      return Files.getLastModifiedTime(folder).toInstant().isBefore(Instant.now().minus(LONG_AGO));
    } catch (IOException e) {
      return false; // renamed just now
    }
  }

  /** Deletes a folder with all that is in it, or lets it lie as a leftover where that fails. */
  public static void delete(Path folder) {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(all::add);
    } catch (IOException | java.io.UncheckedIOException e) {
      all.add(folder);
    }
    all.forEach(AtomicFile::deleteQuietly);
  }
}

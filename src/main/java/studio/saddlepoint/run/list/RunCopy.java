package studio.saddlepoint.run.list;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.core.Uninterrupted;
import studio.saddlepoint.run.RunAbout;
import studio.saddlepoint.run.RunLock;

/**
 * Copies of runs, which share nothing with them: what links lead to is copied, too. A copy is made
 * under a hidden name beside the run and takes its own when it is whole and on the disk.
 */
public final class RunCopy {
  private static final Set<String> NOT_COPIED = Set.of(RunLock.NAME, RunLock.OWNER);
  private static final Duration LONG_AGO = Duration.ofDays(1);

  private RunCopy() {}

  /**
   * Copies a run.
   *
   * @param run its folder
   * @param about title and notes of the copy
   * @return the copy's folder, beside the run: its name and {@code -copy}, {@code -copy-2} and so
   *     on
   * @throws StudioException if the run trains or cannot be copied; then nothing is left of a copy
   */
  public static Path of(Path run, RunAbout about, Progress progress) {
    Path from = run.toAbsolutePath().normalize();
    Path hidden = AtomicFile.beside(from);
    RunLock lock = still(from);
    try {
      sweep(from);
      copy(from, hidden, progress);
      about.save(hidden);
      return named(hidden, from);
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "The run %s cannot be duplicated (%s). Check the permissions of the folder that it lies in, and the free space there.",
              from, DiskErrors.reason(e)),
          e);
    } finally {
      lock.close();
      delete(hidden);
    }
  }

  /** Nobody begins to train the run while it is copied. */
  private static RunLock still(Path run) {
    return RunLock.tryTake(run)
        .orElseThrow(
            () ->
                new StudioException(
                    English.of(
                        "The run %s is being trained, so its files change while they would be copied. Stop the training, then duplicate the run.",
                        PathNames.of(run))));
  }

  private static void copy(Path from, Path to, Progress progress) throws IOException {
    List<Path> files = files(from);
    long all = 0;
    for (Path file : files) {
      all += Files.isDirectory(file) ? 0 : Files.size(file);
    }
    Files.createDirectory(to);
    long done = 0;
    for (Path file : files) {
      progress.checkCancelled();
      progress.report("Copying files", all == 0 ? 0 : (double) done / all);
      Path target = to.resolve(from.relativize(file));
      if (Files.isDirectory(file)) {
        Files.createDirectories(target);
      } else if (copyFile(file, target)) {
        done += Files.size(target);
      }
    }
  }

  private static List<Path> files(Path from) throws IOException {
    try (Stream<Path> all = Files.walk(from, FileVisitOption.FOLLOW_LINKS)) {
      return all.filter(each -> !each.equals(from))
          .filter(each -> !leftOut(from.relativize(each)))
          .toList();
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean leftOut(Path file) {
    String name = String.valueOf(file.getFileName());
    return file.getNameCount() == 1 && NOT_COPIED.contains(name) || RunList.halfMade(name);
  }

  /** Whether it was still there. */
  private static boolean copyFile(Path file, Path target) throws IOException {
    try {
      Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
    } catch (NoSuchFileException e) {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw e;
      }
      return false; // deleted in another program just now
    }
    Uninterrupted.io(() -> flush(target));
    return true;
  }

  private static Path flush(Path target) throws IOException {
    try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
      channel.force(true);
    } catch (AccessDeniedException e) {
      return target; // as read-only as its original: it gets to the disk a little later
    }
    return target;
  }

  private static Path named(Path hidden, Path run) throws IOException {
    for (int i = 1; ; i++) {
      String name = run.getFileName() + "-copy" + (i == 1 ? "" : "-" + i);
      Path wanted = run.resolveSibling(name);
      if (Files.exists(wanted, LinkOption.NOFOLLOW_LINKS)) {
        continue;
      }
      try {
        return Files.move(hidden, wanted, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileSystemException e) {
        if (!Files.exists(wanted, LinkOption.NOFOLLOW_LINKS)) {
          throw e;
        } // else another copy took the name just now
      }
    }
  }

  /** Takes away what a process that was killed long ago left of a copy of this run. */
  private static void sweep(Path run) {
    String start = "." + run.getFileName() + ".";
    AtomicFile.leftoversIn(run.resolveSibling("")).stream()
        .filter(each -> String.valueOf(each.getFileName()).startsWith(start))
        .filter(RunCopy::old)
        .forEach(RunCopy::delete);
  }

  private static boolean old(Path folder) {
    try {
      return Files.getLastModifiedTime(folder).toInstant().isBefore(Instant.now().minus(LONG_AGO));
    } catch (IOException e) {
      return false; // renamed just now
    }
  }

  private static void delete(Path folder) {
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

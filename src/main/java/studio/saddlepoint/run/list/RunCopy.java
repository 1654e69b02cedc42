package studio.saddlepoint.run.list;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.RunAbout;
import studio.saddlepoint.run.RunLock;
import studio.saddlepoint.run.file.HiddenFolder;

/**
 * Copies of runs, which share nothing with them: what links lead to is copied, too. A copy is made
 * under a hidden name beside the run and takes its own when it is whole and on the disk.
 */
public final class RunCopy {
  private static final Set<String> NOT_COPIED = Set.of(RunLock.NAME, RunLock.OWNER);

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
      HiddenFolder.sweep(from);
      HiddenFolder.sweepRuns(from.resolveSibling(""));
      copy(from, hidden, progress);
      about.save(hidden);
      return HiddenFolder.named(hidden, from.resolveSibling(from.getFileName() + "-copy"));
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "The run %s cannot be duplicated (%s). Check the permissions of the folder that it lies in, and the free space there.",
              from, DiskErrors.reason(e)),
          e);
    } finally {
      lock.close();
      HiddenFolder.delete(hidden);
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
    HiddenFolder.flush(target);
    return true;
  }
}

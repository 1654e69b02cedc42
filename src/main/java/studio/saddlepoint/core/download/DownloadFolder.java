package studio.saddlepoint.core.download;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;

/**
 * A folder of downloaded files. A file is there under its name only when it is whole and its sum is
 * right. Nothing is downloaded unless {@link #download} is called, which is for the person to
 * decide.
 */
public final class DownloadFolder {
  /** How long a server may send nothing. */
  public static final Duration PATIENCE = Download.PATIENCE;

  private static final String UNFINISHED = ".part";

  private final Path folder;
  private final Duration patience;

  /**
   * A store.
   *
   * @param folder where the files are kept; need not exist
   * @param patience how long a server may send nothing
   */
  public DownloadFolder(Path folder, Duration patience) {
    this.folder = folder;
    this.patience = patience;
  }

  /** The file, where it is here already. */
  public Optional<Path> find(RemoteFile known) {
    Path file = folder.resolve(known.fileName());
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }

  /**
   * Downloads a file, unless it is here and whole. What a broken or cancelled download has got is
   * gone on with the next time.
   *
   * @param known what to download
   * @param progress told how far it is
   * @return the file, whole and of the right sum
   * @throws StudioException if there is no network or it must not be used, no server has the file,
   *     or the disk is full; the message tells what to do
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public Path download(RemoteFile known, Progress progress) {
    Path file = folder.resolve(known.fileName());
    if (isWhole(known, progress)) {
      return file;
    }
    Network.check(known.name());
    Path part = part(file, Files::isWritable);
    try {
      Files.createDirectories(folder);
      Outcome outcome;
      try (FileChannel channel =
          FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        FileLock lock = lock(known, channel);
        if (isWhole(known, progress)) {
          return file; // another process has just got it
        }
        outcome = fetch(known, channel, part, progress);
        lock.release();
      }
      if (outcome.failure() != null) {
        if (outcome.thrownAway()) {
          Files.deleteIfExists(part);
        }
        throw outcome.failure();
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      progress.report(known.name() + " is here", 1);
      return file;
    } catch (IOException e) {
      throw notKept(known, e);
    }
  }

  /**
   * How asking for a file ended.
   *
   * @param failure why it is not here; null once it is
   * @param thrownAway whether what came was another file
   */
  private record Outcome(@Nullable StudioException failure, boolean thrownAway) {}

  /** Asks one source after the other, until one gives the file. */
  private Outcome fetch(RemoteFile known, FileChannel channel, Path part, Progress progress)
      throws IOException {
    Outcome outcome = new Outcome(null, false);
    for (URI source : known.sources()) {
      outcome = fetch(known, source, channel, part, progress);
      if (outcome.failure() == null) {
        return outcome;
      }
    }
    StudioException last = outcome.failure();
    return known.sources().size() < 2 || last == null
        ? outcome
        : new Outcome(
            new StudioException(
                English.of(
                    "%s could not be got from any of %d places. The last: %s",
                    known.name(), known.sources().size(), last.getMessage()),
                last),
            outcome.thrownAway());
  }

  private Outcome fetch(
      RemoteFile known, URI source, FileChannel channel, Path part, Progress progress)
      throws IOException {
    try {
      new Download(known, source, channel, progress.part(0, 0.97), patience).run();
    } catch (StudioException e) {
      return new Outcome(e, false);
    }
    channel.force(true);
    progress.report("Checking " + known.name(), 0.97);
    Checksum found = known.checksum().of(part);
    if (found.equals(known.checksum())) {
      return new Outcome(null, false);
    }
    channel.truncate(0);
    return new Outcome(another(known, source, found), true);
  }

  /**
   * Where the unfinished file goes. One that broke off is gone on with, unless it is another
   * person's.
   *
   * @param writable whether this person may write to a file
   */
  public static Path part(Path file, Predicate<Path> writable) {
    Path shared = file.resolveSibling(file.getFileName() + UNFINISHED);
    if (Files.notExists(shared) || writable.test(shared)) {
      return shared;
    }
    String person = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9]+", "_");
    return file.resolveSibling(file.getFileName() + "." + person + UNFINISHED);
  }

  /** What broken downloads of a file have got, anybody's. */
  public List<Path> unfinished(RemoteFile known) {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(
              folder, each -> isPart(known, String.valueOf(each.getFileName())))) {
        files.forEach(found::add);
      } catch (IOException | DirectoryIteratorException e) {
        return List.of(); // a folder that cannot be listed has nothing to show
      }
    }
    return found;
  }

  private static boolean isPart(RemoteFile known, String name) {
    return name.startsWith(known.fileName() + ".") && name.endsWith(UNFINISHED);
  }

  /** Whether the file is here and not damaged. */
  private boolean isWhole(RemoteFile known, Progress progress) {
    Optional<Path> file = find(known);
    if (file.isEmpty()) {
      return false;
    }
    progress.report("Checking " + known.name(), 0);
    return known.checksum().of(file.get()).equals(known.checksum());
  }

  private static StudioException another(RemoteFile known, URI source, Checksum found) {
    return new StudioException(
        English.of(
            "What %s gave as %s is another file (%s %s… instead of %s…), so it was thrown away. Try again; if it happens again, get the file elsewhere and give it as a local file.",
            source.getHost(),
            known.fileName(),
            found.algorithm(),
            found.beginning(),
            known.checksum().beginning()));
  }

  /**
   * Takes a file of the person's, which stays where it is.
   *
   * @param known what it should be
   * @param source the file
   * @param progress told how far it is
   * @return the file in this store
   * @throws StudioException if it is another file, or cannot be read or kept
   */
  public Path adopt(RemoteFile known, Path source, Progress progress) {
    progress.report("Checking " + source.getFileName(), Double.NaN);
    Checksum found = known.checksum().of(source);
    if (!found.equals(known.checksum())) {
      throw new StudioException(
          English.of(
              "%s is not %s (%s %s… instead of %s…). Choose the file %s from %s.",
              source,
              known.name(),
              found.algorithm(),
              found.beginning(),
              known.checksum().beginning(),
              known.fileName(),
              known.sources().get(0)));
    }
    progress.checkCancelled();
    Path file = folder.resolve(known.fileName());
    try {
      if (!Files.exists(file) || !Files.isSameFile(file, source)) {
        Files.createDirectories(folder);
        AtomicFile.ON_DISK.write(
            file,
            channel -> {
              try (FileChannel in = FileChannel.open(source)) {
                for (long at = 0; at < in.size(); ) {
                  at += in.transferTo(at, in.size() - at, channel);
                }
              }
            });
      }
    } catch (IOException e) {
      throw notKept(known, e);
    }
    progress.report(known.name() + " is here", 1);
    return file;
  }

  private static FileLock lock(RemoteFile known, FileChannel channel) throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      throw busy(known);
    }
    if (lock == null) {
      throw busy(known);
    }
    return lock;
  }

  private static StudioException busy(RemoteFile known) {
    return new StudioException(
        English.of("%s is being downloaded already. Wait for that to end.", known.name()));
  }

  private StudioException notKept(RemoteFile known, IOException e) {
    boolean full = DiskErrors.isFull(e);
    return new StudioException(
        English.of(
            "%s cannot be kept in %s (%s). %s",
            known.fileName(),
            folder,
            full ? "no space left on the disk" : DiskErrors.reason(e),
            full
                ? English.of("Free %s and try again.", known.size())
                : "Check that the folder can be written to, or choose another one with SADDLEPOINT_HOME."),
        e);
  }
}

package studio.saddlepoint.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.core.Uninterrupted;
import studio.saddlepoint.run.file.RunDiskErrors;

/**
 * The right to train a run. The operating system holds it on the file {@code lock} and gives it
 * back when the process ends, however that happens.
 *
 * <p>On Linux and macOS a process loses such a lock when it closes <em>any</em> channel of the
 * file. So the holder leaves its process in {@code lock.owner}, and nothing in that process opens
 * {@code lock} again.
 */
public final class RunLock implements AutoCloseable {
  /** The file that is locked. */
  public static final String NAME = "lock";

  /** The file that says who holds it. */
  public static final String OWNER = "lock.owner";

  private static final int TRIES = 10;

  /** Ten seconds for one who only looks, on a computer that is very busy. */
  private static final int TRIES_BESIDE_LOOKERS = 500;

  private static final long BETWEEN_TRIES_MS = 20;

  private final Path folder;
  private final FileChannel channel;

  private RunLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the lock. Others hold it for a moment while they look or clean, hence several tries. Who
   * trains leaves a name beside it, who only looks does not.
   *
   * @throws StudioException if another training holds it, or the file cannot be written
   */
  static RunLock take(Path folder) {
    return take(folder, RunLock::waitALittle);
  }

  /**
   * Takes the lock.
   *
   * @param between waits between two tries; false where there is no time to wait
   */
  static RunLock take(Path folder, BooleanSupplier between) {
    int named = 0;
    for (int i = 0; i < TRIES_BESIDE_LOOKERS && named < TRIES; i++) {
      Optional<RunLock> taken = tryTake(folder);
      if (taken.isPresent()) {
        return taken.get();
      }
      named += Files.exists(folder.resolve(OWNER)) ? 1 : 0;
      if (!between.getAsBoolean()) {
        break;
      }
    }
    throw new StudioException(
        "The run "
            + folder
            + (ownedHere(folder)
                ? " is being trained by this program already."
                : " is being trained by another process.")
            + " Stop it there, or start a new run.");
  }

  private static boolean waitALittle() {
    try {
      Thread.sleep(BETWEEN_TRIES_MS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Takes the lock if it is free. */
  public static Optional<RunLock> tryTake(Path folder) {
    synchronized (RunLock.class) {
      if (ownedHere(folder)) {
        return Optional.empty();
      }
      Path file = folder.resolve(NAME);
      try {
        Optional<FileChannel> held = Uninterrupted.io(() -> lock(file, false));
        if (held.isPresent()) {
          tellOwner(folder, held.get());
        }
        return held.map(channel -> new RunLock(folder, channel));
      } catch (IOException e) {
        throw RunDiskErrors.writing(folder, file, "", e);
      }
    }
  }

  private static void tellOwner(Path folder, FileChannel held) throws IOException {
    Path owner = folder.resolve(OWNER);
    try {
      Files.writeString(owner, thisProcess());
    } catch (IOException e) {
      AtomicFile.deleteQuietly(owner);
      held.close(); // a lock without its owner would be held until this process ends
      throw e;
    }
  }

  /** Whether a training of this or another process holds the lock. */
  public static boolean isHeld(Path folder) {
    synchronized (RunLock.class) {
      Path file = folder.resolve(NAME);
      if (ownedHere(folder)) {
        return true;
      }
      if (!Files.exists(file)) {
        return false;
      }
      try {
        Optional<FileChannel> free = Uninterrupted.io(() -> lock(file, true));
        if (free.isPresent()) {
          free.get().close();
        }
        return free.isEmpty();
      } catch (IOException e) {
        // Where it cannot be asked (another person's folder), nobody here trains.
        return false;
      }
    }
  }

  /** Gives the lock back. */
  @Override
  public void close() {
    synchronized (RunLock.class) {
      if (channel.isOpen()) {
        AtomicFile.deleteQuietly(folder.resolve(OWNER));
        try {
          channel.close();
        } catch (IOException e) {
          throw RunDiskErrors.writing(folder, folder.resolve(NAME), "", e);
        }
      }
    }
  }

  private static Optional<FileChannel> lock(Path file, boolean shared) throws IOException {
    FileChannel channel =
        shared
            ? FileChannel.open(file, StandardOpenOption.READ)
            : FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean held = false;
    try {
      FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
      held = lock != null;
    } catch (OverlappingFileLockException e) {
      held = false;
    } finally {
      if (!held) {
        channel.close();
      }
    }
    return held ? Optional.of(channel) : Optional.empty();
  }

  private static boolean ownedHere(Path folder) {
    try {
      return Files.readString(folder.resolve(OWNER)).equals(thisProcess());
    } catch (IOException e) {
      return false;
    }
  }

  /** The process with its start, since numbers of processes come again. */
  private static String thisProcess() {
    ProcessHandle process = ProcessHandle.current();
    return process.pid()
        + " "
        + process.info().startInstant().map(Object::toString).orElse("")
        + "\n";
  }
}

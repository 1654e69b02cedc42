package studio.saddlepoint.latent.code;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;

/**
 * One change at a time to a file that several programs may change: each begins with what is on the
 * disk, so none takes back what another has just written.
 */
final class ChangeLock {
  private static final Object IN_THIS_PROCESS = new Object();
  private static final int TRIES = 250;
  private static final long BETWEEN_TRIES_NANOS = 20_000_000;

  private ChangeLock() {}

  /**
   * Does something while no other process that asks here does the like.
   *
   * @param lock a file that only serves for this
   * @throws StudioException if another process holds it for seconds
   */
  static void during(Path lock, Runnable change) {
    synchronized (IN_THIS_PROCESS) {
      try (FileChannel channel = open(lock).orElse(null)) {
        if (channel != null && !taken(channel)) {
          throw new StudioException(
              English.of(
                  "Another program has been changing the files beside %s for seconds: wait until it is done, then try again.",
                  lock));
        }
        change.run();
      } catch (IOException e) {
        return; // closing gave the lock back, whatever the disk said of it
      }
    }
  }

  /** Nothing where it cannot be made: writing the file itself then says why. */
  private static Optional<FileChannel> open(Path lock) {
    try {
      return Optional.of(
          FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean taken(FileChannel channel) {
    for (int i = 0; i < TRIES; i++) {
      try {
        @Nullable FileLock held = channel.tryLock();
        if (held != null) {
          return true; // closing the channel gives it back
        }
      } catch (IOException e) {
        return true; // a disk without locks: the change itself is whole or not at all
      }
      LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
    }
    return false;
  }
}

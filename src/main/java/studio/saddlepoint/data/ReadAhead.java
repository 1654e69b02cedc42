package studio.saddlepoint.data;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;

/** Batches of one size, read ahead on a thread of its own. One consumer at a time. */
final class ReadAhead implements AutoCloseable {
  private static final int BATCHES = 3;

  private final String name;
  private final int size;
  private final BlockingQueue<Batch> ready = new ArrayBlockingQueue<>(BATCHES);
  private final Thread reader;
  private volatile @Nullable Throwable failure;
  private volatile boolean closed;

  /**
   * Begins to read.
   *
   * @param name of the data set
   * @param images what is read; by this thread alone from now on
   * @param first number of the first image
   * @param size images a batch
   */
  ReadAhead(String name, ShuffledImages images, long first, int size) {
    this.name = name;
    this.size = size;
    reader = new Thread(() -> read(images, first), "batches of " + name);
    reader.setDaemon(true);
    reader.start();
  }

  /** Images a batch. */
  int size() {
    return size;
  }

  /**
   * The next batch; waits while it is being read.
   *
   * @throws StudioException if the images cannot be read
   * @throws CancellationException if the calling thread is interrupted
   */
  Batch next() {
    try {
      while (true) {
        Batch batch = ready.poll(50, TimeUnit.MILLISECONDS);
        if (batch != null) {
          return batch;
        }
        Throwable cause = failure;
        if (cause != null && ready.isEmpty()) {
          throw new StudioException(
              English.of(
                  "The images of \"%s\" can no longer be read (%s). Check that the disk is there, and open the data set again.",
                  name, cause.getMessage()),
              cause);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Interrupted while waiting for images.");
    }
  }

  /** Ends the reading thread; what was read ahead is discarded. */
  @Override
  public void close() {
    closed = true;
    reader.interrupt();
    try {
      reader.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // An unreadable page of a mapped file arrives as InternalError, hence Throwable.
  private void read(ShuffledImages images, long first) {
    try {
      for (long at = first; !closed; at += size) {
        ready.put(images.read(at, size));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      failure = e;
    }
  }
}

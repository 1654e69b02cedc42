package studio.saddlepoint.data;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;

/**
 * Shuffled batches of a data set, read ahead on one thread of its own.
 *
 * <p>The k-th image of a training depends on nothing but (data set, seed, k, mirror), so a training
 * that resumes sees what it would have seen, and one whose batches become larger goes on with the
 * next image. Every epoch is one permutation of the data set; a batch may cross its end. One
 * consumer at a time.
 */
public final class Batches implements AutoCloseable {
  private final DataSet set;
  private final long seed;
  private final boolean mirror;
  private long imagesSeen;
  private boolean closed;
  private @Nullable ReadAhead ahead;

  /**
   * Batches of a training.
   *
   * @param set the images
   * @param seed decides order and mirroring
   * @param imagesSeen images that the training has seen, 0 for a new one
   * @param mirror whether to flip every other image, by chance, left to right
   */
  public Batches(DataSet set, long seed, long imagesSeen, boolean mirror) {
    if (imagesSeen < 0) {
      throw new IllegalArgumentException("images seen " + imagesSeen);
    }
    this.set = set;
    this.seed = seed;
    this.imagesSeen = imagesSeen;
    this.mirror = mirror;
  }

  /** Images handed out so far, those before its first batch included. */
  public long imagesSeen() {
    return imagesSeen;
  }

  /**
   * The next images; waits while they are being read. Batches of the same size are read ahead; when
   * the size changes, what was read is discarded.
   *
   * @param count how many, N
   * @throws StudioException if the images cannot be read, or the data set has fewer
   * @throws CancellationException if the calling thread is interrupted
   * @throws IllegalStateException after {@link #close()}
   */
  public Batch next(int count) {
    if (closed) {
      throw new IllegalStateException("The batches are closed.");
    }
    Batch batch = ahead(count).next();
    imagesSeen += count;
    return batch;
  }

  private ReadAhead ahead(int count) {
    ReadAhead now = ahead;
    if (now != null && now.size() == count) {
      return now;
    }
    if (count < 1) {
      throw new IllegalArgumentException("a batch of " + count);
    }
    if (count > set.size()) {
      throw new StudioException(
          English.of(
              "The data set \"%s\" has %s, fewer than one batch of %d. Choose a batch size of at most %d, or add images.",
              set.name(), English.count(set.size(), "image"), count, set.size()));
    }
    if (now != null) {
      now.close();
    }
    ReadAhead opened =
        new ReadAhead(set.name(), new ShuffledImages(set, seed, mirror), imagesSeen, count);
    ahead = opened;
    return opened;
  }

  /** Ends the reading thread. */
  @Override
  public void close() {
    closed = true;
    if (ahead != null) {
      ahead.close();
    }
  }
}

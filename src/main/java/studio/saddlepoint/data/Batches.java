package studio.saddlepoint.data;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;

/**
 * Shuffled batches of a data set, read ahead on one thread of its own.
 *
 * <p>A batch's content depends on nothing but (data set, batch size, seed, index, mirror), so a
 * training that resumes at a step sees what it would have seen. Every epoch is one permutation of
 * the data set; the incomplete batch at its end is dropped. One consumer at a time.
 */
public final class Batches implements AutoCloseable {
  private static final int READ_AHEAD = 3;
  private static final long ORDER = 1;
  private static final long MIRROR = 2;

  private final DataSet set;
  private final int batchSize;
  private final long seed;
  private final boolean mirror;
  private final long batchesPerEpoch;
  private final float[] scale = new float[256];
  private final BlockingQueue<Batch> ready = new ArrayBlockingQueue<>(READ_AHEAD);
  private final Thread reader;
  private volatile @Nullable Throwable failure;
  private volatile boolean closed;
  private int[] order = {};
  private long orderEpoch = -1;

  /**
   * Begins to read ahead.
   *
   * @param set the images
   * @param batchSize images a batch, N
   * @param seed decides order and mirroring
   * @param firstIndex index of the first batch, 0 for a new training
   * @param mirror whether to flip every other image, by chance, left to right
   * @throws StudioException if the data set has fewer images than one batch
   */
  public Batches(DataSet set, int batchSize, long seed, long firstIndex, boolean mirror) {
    if (batchSize < 1 || firstIndex < 0) {
      throw new IllegalArgumentException("batch size " + batchSize + ", from " + firstIndex);
    }
    this.batchesPerEpoch = batchesPerEpoch(set.size(), batchSize);
    if (batchesPerEpoch == 0) {
      throw new StudioException(
          English.of(
              "The data set \"%s\" has %s, fewer than one batch of %d. Choose a batch size of at most %d, or add images.",
              set.name(), English.count(set.size(), "image"), batchSize, set.size()));
    }
    this.set = set;
    this.batchSize = batchSize;
    this.seed = seed;
    this.mirror = mirror;
    for (int i = 0; i < scale.length; i++) {
      scale[i] = i / 127.5f - 1;
    }
    this.reader = new Thread(() -> readAhead(firstIndex), "batches of " + set.name());
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Whole batches in one epoch.
   *
   * @param size images in the data set
   * @param batchSize images a batch
   */
  public static long batchesPerEpoch(int size, int batchSize) {
    return size / batchSize;
  }

  /**
   * The next batch; waits while it is being read.
   *
   * @throws StudioException if the images cannot be read
   * @throws CancellationException if the calling thread is interrupted
   * @throws IllegalStateException after {@link #close()}
   */
  public Batch next() {
    try {
      while (!closed) {
        Batch batch = ready.poll(50, TimeUnit.MILLISECONDS);
        if (batch != null) {
          return batch;
        }
        Throwable cause = failure;
        if (cause != null && ready.isEmpty()) {
          throw new StudioException(
              English.of(
                  "The images of \"%s\" can no longer be read (%s). Check that the disk is there, and open the data set again.",
                  set.name(), cause.getMessage()),
              cause);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Interrupted while waiting for images.");
    }
    throw new IllegalStateException("The batches are closed.");
  }

  /** Ends the reading thread. */
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
  private void readAhead(long firstIndex) {
    try {
      for (long index = firstIndex; !closed; index++) {
        ready.put(read(index));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      failure = e;
    }
  }

  private Batch read(long index) {
    long epoch = index / batchesPerEpoch;
    if (epoch != orderEpoch) {
      order = Draws.of(ORDER, seed, epoch).permutation(set.size());
      orderEpoch = epoch;
    }
    int first = (int) (index % batchesPerEpoch) * batchSize;
    ImageShape shape = set.shape();
    byte[] image = new byte[shape.pixels()];
    float[] pixels = new float[batchSize * image.length];
    int[] labels = new int[batchSize];
    Draws flips = Draws.of(MIRROR, seed, index);
    for (int i = 0; i < batchSize; i++) {
      int source = order[first + i];
      set.read(source, image, 0);
      labels[i] = set.label(source);
      boolean flip = mirror && flips.chance(0.5);
      copy(image, pixels, i * image.length, shape.width(), flip);
    }
    return new Batch(index, pixels, labels);
  }

  private void copy(byte[] image, float[] pixels, int offset, int width, boolean flip) {
    if (!flip) {
      for (int i = 0; i < image.length; i++) {
        pixels[offset + i] = scale[image[i] & 0xff];
      }
      return;
    }
    for (int row = 0; row < image.length; row += width) {
      for (int x = 0; x < width; x++) {
        pixels[offset + row + x] = scale[image[row + width - 1 - x] & 0xff];
      }
    }
  }
}

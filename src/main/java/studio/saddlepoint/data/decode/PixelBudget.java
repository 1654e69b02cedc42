package studio.saddlepoint.data.decode;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that images may take while they are decoded and looked at, shared by all threads.
 * Whoever decodes waits here until there is room, in the order of coming, so that large images are
 * not overtaken for ever. An image that takes more than is shared, but no more than is allowed for
 * one, is decoded while no other is. A thread that holds a part must not ask for another one.
 */
public final class PixelBudget {
  /** Room is counted in kilobytes, since a semaphore counts up to two billion. */
  private static final int UNIT = 1 << 10;

  /** Bytes that the largest images take which are scaled when they are read, all but a few. */
  private static final long AMPLE = 400L << 20;

  /** Share of the Java heap: images that are kept and features need room as well. */
  private static final int SHARE = 8;

  /** Share of the Java heap that a single image may take. */
  private static final int SHARE_OF_ONE = 4;

  /** One for the program: every thread that decodes draws on the same heap. */
  private static final PixelBudget SHARED =
      new PixelBudget(
          Runtime.getRuntime().maxMemory() / SHARE,
          Runtime.getRuntime().maxMemory() / SHARE_OF_ONE);

  private final int units;
  private final long most;
  private final Semaphore free;
  private final AtomicLong held = new AtomicLong();
  private final AtomicLong mostHeld = new AtomicLong();

  /**
   * A budget of its own.
   *
   * @param bytes that may be held at once
   */
  public PixelBudget(long bytes) {
    this(bytes, bytes);
  }

  /**
   * A budget of its own.
   *
   * @param bytes that several images may hold together
   * @param most that one image may hold alone, at least as many
   */
  public PixelBudget(long bytes, long most) {
    this.units = (int) Math.min(Integer.MAX_VALUE, Math.max(1, bytes / UNIT));
    this.most = Math.max((long) units * UNIT, most);
    this.free = new Semaphore(units, true);
  }

  /** The budget of this program. */
  public static PixelBudget shared() {
    return SHARED;
  }

  /** Whether a number of bytes can ever be held. */
  boolean fits(long bytes) {
    return bytes <= most;
  }

  /** All that one image may take. */
  long bytes() {
    return most;
  }

  /**
   * What to add to the name of images that were read within this budget, so that those which it
   * refused are tried again where there is more memory; empty where it refuses next to nothing.
   */
  public String mark() {
    return bytes() >= AMPLE ? "" : "-within" + (bytes() >> 20);
  }

  /** The most bytes that were ever held at once. */
  long mostHeld() {
    return mostHeld.get();
  }

  /** What one thread holds of the budget: nothing at first, and nothing after it is closed. */
  static final class Part implements AutoCloseable {
    private final PixelBudget budget;
    private int count;
    private long bytes;

    Part(PixelBudget budget) {
      this.budget = budget;
    }

    PixelBudget budget() {
      return budget;
    }

    /**
     * Waits until there is room, once.
     *
     * @param bytes no more than {@link #fits}
     */
    void take(long bytes) {
      if (count > 0 || !budget.fits(bytes)) {
        throw new IllegalStateException(
            bytes + " bytes of " + budget.bytes() + ", " + count + " units held");
      }
      int units = (int) Math.min(budget.units, Math.max(1, (bytes + UNIT - 1) / UNIT));
      budget.free.acquireUninterruptibly(units);
      count = units;
      this.bytes = bytes;
      budget.mostHeld.accumulateAndGet(budget.held.addAndGet(bytes), Math::max);
    }

    @Override
    public void close() {
      budget.held.addAndGet(-bytes);
      budget.free.release(count);
      bytes = 0;
      count = 0;
    }
  }
}

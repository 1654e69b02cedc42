package studio.saddlepoint.core;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is slow to make, held so that it need not be made again; whatever else is wanted
 * takes its place.
 *
 * @param <K> what tells whether it is the same
 * @param <T> what is held
 */
public final class HeldOne<K, T extends AutoCloseable> {
  /** Closes what was held. */
  public interface Closing<T> {
    /** Closes it. */
    void close(T held);
  }

  private final Closing<T> closing;
  private final ReentrantLock working = new ReentrantLock();
  private @Nullable K key;
  private @Nullable T held;
  private volatile boolean unwanted;

  /**
   * Nothing is held yet.
   *
   * @param closing closes what was held
   */
  public HeldOne(Closing<T> closing) {
    this.closing = closing;
  }

  /**
   * Works with it; one at a time.
   *
   * @param wanted what is wanted
   * @param making makes it where something else is held
   */
  public <R> R with(K wanted, Supplier<T> making, Function<T, R> work) {
    working.lock();
    try {
      T there = held;
      if (there == null || unwanted || !Objects.equals(key, wanted)) {
        free();
        unwanted = false;
        there = making.get();
        held = there;
        key = wanted;
      }
      return work.apply(there);
    } finally {
      working.unlock();
      freeUnwanted();
    }
  }

  /**
   * Closes it, without waiting: where somebody works with it, it is closed when that work has
   * ended.
   */
  public void release() {
    unwanted = true;
    freeUnwanted();
  }

  /** Whoever cannot have the lock leaves it to who has it: that one looks again after its work. */
  private void freeUnwanted() {
    if (unwanted && working.tryLock()) {
      try {
        free();
      } finally {
        working.unlock();
      }
    }
  }

  private void free() {
    T there = held;
    held = null;
    key = null;
    if (there != null) {
      closing.close(there);
    }
  }
}

package studio.saddlepoint.metrics.feature;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Features held in memory, as metrics over pairs need them.
 *
 * @param count rows, N
 * @param dimension numbers in a row, d
 * @param rows {@code (N, d)}; not to be changed
 */
public record Features(int count, int dimension, float[] rows) {
  /** Refuses an array of another length. */
  public Features {
    if (rows.length != (long) count * dimension) {
      throw new IllegalArgumentException(
          rows.length + " numbers for " + count + " rows of " + dimension);
    }
  }

  /**
   * Hands over all rows, some at a time.
   *
   * @param most rows at a time
   * @param consumer takes {@code (n, d)}
   */
  public void forEachBatch(int most, Consumer<float[]> consumer) {
    for (int from = 0; from < count; from += most) {
      int to = Math.min(count, from + most);
      consumer.accept(Arrays.copyOfRange(rows, from * dimension, to * dimension));
    }
  }

  /**
   * These rows alone, in this order.
   *
   * @param chosen indices, each 0 to {@link #count} - 1
   */
  public Features rows(int[] chosen) {
    float[] some = new float[chosen.length * dimension];
    for (int i = 0; i < chosen.length; i++) {
      System.arraycopy(rows, chosen[i] * dimension, some, i * dimension, dimension);
    }
    return new Features(chosen.length, dimension, some);
  }

  /**
   * The first rows.
   *
   * @param some how many, at most {@link #count}
   */
  public Features first(int some) {
    return some == count
        ? this
        : new Features(some, dimension, Arrays.copyOf(rows, some * dimension));
  }
}

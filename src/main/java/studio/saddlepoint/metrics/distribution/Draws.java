package studio.saddlepoint.metrics.distribution;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Random choices of rows; the same seed gives the same ones. */
public final class Draws {
  private final SplittableRandom random;

  /**
   * Draws.
   *
   * @param seed decides all of them
   */
  public Draws(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Different rows out of n, in random order. */
  int[] withoutReplacement(int n, int count) {
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    for (int i = 0; i < count; i++) {
      int j = i + random.nextInt(n - i);
      int value = order[i];
      order[i] = order[j];
      order[j] = value;
    }
    return Arrays.copyOf(order, count);
  }

  /** A row out of n. */
  int row(int n) {
    return random.nextInt(n);
  }

  /** A number of 0 to 1. */
  public double uniform() {
    return random.nextDouble();
  }
}

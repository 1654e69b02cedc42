package studio.saddlepoint.metrics.image;

import java.util.Arrays;
import java.util.Random;
import studio.saddlepoint.data.DataSet;

/**
 * The real images that generated ones are compared with: always the same ones of a data set. A
 * smaller number is the beginning of a larger one.
 */
public final class ReferenceImages {
  private static final long SEED = 2_048;

  private ReferenceImages() {}

  /**
   * Indices of the first {@code count} images in a fixed random order.
   *
   * @param set where they are from
   * @param count how many, at most the set's size
   */
  public static int[] choose(DataSet set, int count) {
    return choose(set.size(), count);
  }

  /** As {@link #choose(DataSet, int)}, of so many images. */
  static int[] choose(int size, int count) {
    Random random = new Random(SEED);
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    for (int i = 0; i < count; i++) {
      int j = i + random.nextInt(order.length - i);
      int value = order[i];
      order[i] = order[j];
      order[j] = value;
    }
    return Arrays.copyOf(order, count);
  }
}

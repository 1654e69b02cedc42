package studio.saddlepoint.run.curve;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The buckets of one level of a pyramid; all hold as many values, the last one perhaps fewer. */
final class Level {
  /** How many values a bucket holds. */
  final long unit;

  long[] steps;
  double[] means;
  double[] lows;
  double[] highs;
  int size;

  /** An empty level; where buckets are single values, one array serves for all three. */
  Level(long unit) {
    this(unit, new long[64], new double[64], null, null, 0);
  }

  private Level(
      long unit,
      long[] steps,
      double[] means,
      double @Nullable [] lows,
      double @Nullable [] highs,
      int size) {
    this.unit = unit;
    this.steps = steps;
    this.means = means;
    boolean single = unit == 1;
    this.lows = single ? means : lows == null ? new double[means.length] : lows;
    this.highs = single ? means : highs == null ? new double[means.length] : highs;
    this.size = size;
  }

  /** A level of these arrays, which become its own. */
  static Level of(long unit, long[] steps, double[] means, double[] lows, double[] highs) {
    return new Level(unit, steps, means, lows, highs, steps.length);
  }

  /**
   * Adds a value.
   *
   * @param index how many values came before
   */
  void add(long index, long step, double value) {
    long before = index % unit;
    if (before == 0) {
      begin(step, value, value, value);
      return;
    }
    int at = size - 1;
    long count = before + 1;
    // Never the sum: of the largest doubles it is infinite.
    means[at] += value / count - means[at] / count;
    lows[at] = Math.min(lows[at], value);
    highs[at] = Math.max(highs[at], value);
  }

  private void begin(long step, double mean, double low, double high) {
    if (size == steps.length) {
      int length = Math.max(64, 2 * size);
      steps = Arrays.copyOf(steps, length);
      means = Arrays.copyOf(means, length);
      lows = unit == 1 ? means : Arrays.copyOf(lows, length);
      highs = unit == 1 ? means : Arrays.copyOf(highs, length);
    }
    steps[size] = step;
    means[size] = mean;
    lows[size] = low;
    highs[size] = high;
    size++;
  }

  /** How many values a bucket holds, of so many in all. */
  long count(int bucket, long all) {
    return Math.min(unit, all - bucket * unit);
  }

  /**
   * Makes the last bucket, and those that are missing, of the buckets of a finer level.
   *
   * @param finer the level below
   * @param all how many values there are
   */
  void complete(Level finer, long all) {
    int factor = (int) (unit / finer.unit);
    size = Math.max(0, Math.min(size, (finer.size + factor - 1) / factor) - 1);
    while ((long) size * factor < finer.size) {
      int first = size * factor;
      int end = Math.min(finer.size, first + factor);
      double low = finer.lows[first];
      double high = finer.highs[first];
      double mean = 0;
      double count = count(size, all);
      for (int i = first; i < end; i++) {
        low = Math.min(low, finer.lows[i]);
        high = Math.max(high, finer.highs[i]);
        mean += finer.means[i] * (finer.count(i, all) / count);
      }
      begin(finer.steps[first], mean, low, high);
    }
  }

  /** The first bucket that begins after a step. */
  int after(double step) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (steps[middle] > step) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** How many buckets begin within a range. */
  int within(double from, double to) {
    return after(to) - after(Math.nextDown(from));
  }

  /** The buckets of a range, with one more at each end. */
  Points points(double from, double to, long all) {
    int first = Math.max(0, after(Math.nextDown(from)) - 1);
    int end = Math.min(size, after(to) + 1);
    int length = Math.max(0, end - first);
    double[] at = new double[length];
    long[] counts = new long[length];
    for (int i = 0; i < length; i++) {
      at[i] = steps[first + i];
      counts[i] = count(first + i, all);
    }
    return new Points(
        at,
        Arrays.copyOfRange(means, first, first + length),
        Arrays.copyOfRange(lows, first, first + length),
        Arrays.copyOfRange(highs, first, first + length),
        counts);
  }

  Level copy() {
    double[] copied = Arrays.copyOf(means, Math.max(1, size));
    return new Level(
        unit,
        Arrays.copyOf(steps, Math.max(1, size)),
        copied,
        unit == 1 ? null : Arrays.copyOf(lows, Math.max(1, size)),
        unit == 1 ? null : Arrays.copyOf(highs, Math.max(1, size)),
        size);
  }
}

package studio.saddlepoint.run.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One quantity over the steps as a pyramid in bounded memory: each level has a bucket with the
 * mean, the smallest and the largest of every {@value #FACTOR} of the level below. When the finest
 * level is used up it is dropped, so what is asked for of a long run costs no more than of a short
 * one.
 */
public final class Series {
  /** The most buckets of the finest level: many times the pixels of a chart. */
  public static final int CAPACITY = 1 << 16;

  static final int FACTOR = 4;

  /** Buckets from which on a level has one above it. */
  private static final int TOP = 1024;

  /** The finest first. */
  final List<Level> levels = new ArrayList<>();

  final LostSteps lost;

  /** Of no use while the finest level holds single values. */
  Tail tail;

  long count;
  long lastStep = Long.MIN_VALUE;
  double last = Double.NaN;

  /** An empty series. */
  public Series() {
    this(List.of(new Level(1)), new LostSteps(), new Tail(0));
  }

  Series(List<Level> levels, LostSteps lost, Tail tail) {
    this.levels.addAll(levels);
    this.lost = lost;
    this.tail = tail;
  }

  /**
   * Adds a value. Infinite values and NaN cannot be drawn: they are counted only. A step before the
   * one added last is done again, as where the line that tells of it was torn: what came after it
   * is forgotten.
   *
   * @param step its step
   * @param value its value
   */
  public void add(long step, double value) {
    if (count > 0 && step < lastStep) {
      forgetAfter(step - 1);
    }
    last = value;
    if (!Double.isFinite(value)) {
      lost.add(step);
      return;
    }
    for (Level level : levels) {
      level.add(count, step, value);
    }
    if (finest().unit > 1) {
      tail.add(step, value);
    }
    count++;
    lastStep = step;
    Level top = levels.get(levels.size() - 1);
    if (top.size > TOP) {
      Level above = new Level(top.unit * FACTOR);
      above.complete(top, count);
      levels.add(above);
    }
    if (finest().size > CAPACITY) {
      dropFinest();
    }
  }

  private Level finest() {
    return levels.get(0);
  }

  private void dropFinest() {
    Level dropped = levels.remove(0);
    if (dropped.unit == 1) {
      tail = new Tail(count - Math.min(count, Tail.LENGTH));
      for (int i = (int) tail.from; i < dropped.size; i++) {
        tail.add(dropped.steps[i], dropped.means[i]);
      }
    }
  }

  /**
   * Forgets what is after a step, as when a training continues from an earlier checkpoint.
   *
   * @return whether all of it up to that step is still there; of a long series that is cut far
   *     back, less than a bucket of the finest level may be missing before the step
   */
  public boolean forgetAfter(long step) {
    lost.forgetAfter(step);
    if (count == 0 || lastStep <= step) {
      return true;
    }
    long held = upTo(step);
    boolean whole = held >= 0;
    cut(whole ? held : beginning(step));
    return whole;
  }

  /** How many values are not after a step; below 0 where that is not known any more. */
  private long upTo(long step) {
    if (finest().unit == 1) {
      return finest().after(step);
    }
    long held = tail.upTo(step);
    long begun = held - held % finest().unit;
    return held < 0 || begun < held && begun < tail.from ? -1 : held;
  }

  /** How many values there are before the last bucket that begins before a step. */
  private long beginning(long step) {
    return Math.max(0, finest().after(step) - 1) * finest().unit;
  }

  private void cut(long held) {
    count = held;
    Level finest = finest();
    long open = held % finest.unit;
    finest.size = (int) (held / finest.unit);
    for (long i = held - open; i < held; i++) {
      finest.add(i, tail.step(i), tail.value(i));
    }
    for (int i = 1; i < levels.size(); i++) {
      levels.get(i).complete(levels.get(i - 1), count);
    }
    tail.cut(held);
    if (finest.size == 0) {
      last = Double.NaN;
      lastStep = Long.MIN_VALUE;
    } else if (finest.unit == 1 || tail.isEmpty()) {
      last = finest.means[finest.size - 1];
      lastStep = finest.steps[finest.size - 1];
    } else {
      last = tail.value(held - 1);
      lastStep = tail.step(held - 1);
    }
  }

  /** The value added last, also where it is NaN or infinite. */
  public double last() {
    return last;
  }

  /** How many values were NaN or infinite. */
  public long nonFinite() {
    return lost.count();
  }

  /** How many values there are that can be drawn. */
  public long count() {
    return count;
  }

  /** The smallest number. */
  public double least() {
    Level top = levels.get(levels.size() - 1);
    return Arrays.stream(top.lows, 0, top.size).min().orElse(Double.NaN);
  }

  /** Whether there is nothing to draw. */
  public boolean isEmpty() {
    return count == 0;
  }

  /** A copy of all buckets of the finest level. */
  public Points points() {
    return finest().points(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, count);
  }

  /**
   * The part between two steps, one bucket before it and one after it included: of the coarsest
   * level that has enough buckets there, or else of the finest.
   *
   * @param columns how many buckets are enough
   */
  public Points view(double from, double to, int columns) {
    int at = levels.size() - 1;
    while (at > 0 && levels.get(at).within(from, to) < columns) {
      at--;
    }
    return levels.get(at).points(from, to, count);
  }

  /** Whether {@link #view} has enough buckets, or one for each value; else the log has more. */
  public boolean resolves(double from, double to, int columns) {
    return finest().unit == 1 || finest().within(from, to) >= columns;
  }

  /** The value at the bucket nearest to a step; NaN where there is none. */
  public double at(double step) {
    Level finest = finest();
    int after = finest.after(step);
    if (finest.size == 0) {
      return Double.NaN;
    }
    int before = Math.max(0, after - 1);
    int next = Math.min(finest.size - 1, after);
    boolean later = finest.steps[next] - step < step - finest.steps[before];
    return finest.means[later ? next : before];
  }

  /** The same in arrays of its own. */
  public Series copy() {
    Series copy = new Series(levels.stream().map(Level::copy).toList(), lost.copy(), tail.copy());
    copy.count = count;
    copy.lastStep = lastStep;
    copy.last = last;
    return copy;
  }
}

package studio.saddlepoint.app.chart;

import java.util.Arrays;

/**
 * One quantity over the steps in bounded memory: neighbouring steps share a bucket with their mean,
 * smallest and largest value. When the buckets are used up, every two become one.
 */
public final class Series {
  /** The most buckets: more than a chart has pixels. */
  public static final int CAPACITY = 4096;

  private long[] steps = new long[64];
  private double[] means = new double[64];
  private double[] lows = new double[64];
  private double[] highs = new double[64];
  private int[] counts = new int[64];
  private int size;
  private int perBucket = 1;
  private double last = Double.NaN;

  /** Steps of the first values that were no numbers; of those after them only the count. */
  private long[] lost = new long[8];

  private int lostSteps;
  private long lostBeyond;

  /**
   * What a chart draws: a copy, so that it can be drawn on another thread. All arrays have the same
   * length, in order of the steps.
   *
   * @param steps first step of each bucket
   * @param means mean value
   * @param lows smallest value
   * @param highs largest value
   */
  public record Points(double[] steps, double[] means, double[] lows, double[] highs) {
    /** How many points. */
    public int size() {
      return steps.length;
    }
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
    if (size > 0 && step < steps[size - 1]) {
      forgetAfter(step - 1);
    }
    last = value;
    if (!Double.isFinite(value)) {
      lose(step);
      return;
    }
    if (size > 0 && counts[size - 1] < perBucket) {
      int at = size - 1;
      counts[at]++;
      means[at] += value / counts[at] - means[at] / counts[at];
      lows[at] = Math.min(lows[at], value);
      highs[at] = Math.max(highs[at], value);
      return;
    }
    if (size == CAPACITY) {
      halve();
      add(step, value);
      return;
    }
    grow();
    steps[size] = step;
    means[size] = value;
    lows[size] = value;
    highs[size] = value;
    counts[size] = 1;
    size++;
  }

  /** Forgets what is after a step, as when a training continues from an earlier checkpoint. */
  public void forgetAfter(long step) {
    while (size > 0 && steps[size - 1] > step) {
      size--;
    }
    last = size > 0 ? means[size - 1] : Double.NaN;
    while (lostSteps > 0 && lost[lostSteps - 1] > step) {
      lostSteps--;
      lostBeyond = 0;
    }
  }

  private void lose(long step) {
    if (lostSteps == CAPACITY) {
      lostBeyond++;
      return;
    }
    if (lostSteps == lost.length) {
      lost = Arrays.copyOf(lost, Math.min(CAPACITY, 2 * lostSteps));
    }
    lost[lostSteps++] = step;
  }

  /** The value added last, also where it is NaN or infinite. */
  public double last() {
    return last;
  }

  /** How many values were NaN or infinite. */
  public long nonFinite() {
    return lostSteps + lostBeyond;
  }

  /** The smallest number. */
  public double least() {
    return Arrays.stream(lows, 0, size).min().orElse(Double.NaN);
  }

  /** Whether there is nothing to draw. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** A copy of all points. */
  public Points points() {
    double[] at = new double[size];
    for (int i = 0; i < size; i++) {
      at[i] = steps[i];
    }
    return new Points(
        at, Arrays.copyOf(means, size), Arrays.copyOf(lows, size), Arrays.copyOf(highs, size));
  }

  private void grow() {
    if (size == steps.length) {
      int length = Math.min(CAPACITY, size * 2);
      steps = Arrays.copyOf(steps, length);
      means = Arrays.copyOf(means, length);
      lows = Arrays.copyOf(lows, length);
      highs = Arrays.copyOf(highs, length);
      counts = Arrays.copyOf(counts, length);
    }
  }

  private void halve() {
    for (int i = 0; i < size / 2; i++) {
      int a = 2 * i;
      int b = a + 1;
      int count = counts[a] + counts[b];
      // Never the sum: of the largest doubles it is infinite.
      double mean =
          means[a] * ((double) counts[a] / count) + means[b] * ((double) counts[b] / count);
      steps[i] = steps[a];
      means[i] = mean;
      lows[i] = Math.min(lows[a], lows[b]);
      highs[i] = Math.max(highs[a], highs[b]);
      counts[i] = count;
    }
    size /= 2;
    perBucket *= 2;
  }
}

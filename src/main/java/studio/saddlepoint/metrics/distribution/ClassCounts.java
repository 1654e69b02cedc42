package studio.saddlepoint.metrics.distribution;

import java.util.Arrays;

/** Counts the likeliest classes of images, batch by batch, and how sure they are. */
public final class ClassCounts {
  private final long[] counts;
  private double sureness;
  private long images;

  /**
   * No images yet.
   *
   * @param classes number of classes, K
   */
  public ClassCounts(int classes) {
    this.counts = new long[classes];
  }

  /**
   * Adds images.
   *
   * @param logits {@code (N, K)}
   */
  public void add(float[] logits) {
    if (counts.length == 0) {
      return;
    }
    for (int row = 0; row < logits.length; row += counts.length) {
      int best = 0;
      for (int c = 1; c < counts.length; c++) {
        if (logits[row + c] > logits[row + best]) {
          best = c;
        }
      }
      counts[best]++;
      double sum = 0;
      for (int c = 0; c < counts.length; c++) {
        sum += Math.exp((double) logits[row + c] - logits[row + best]);
      }
      sureness += 1 / sum;
      images++;
    }
  }

  /** The share of each class, {@code (K)}; zeros where there were no images. */
  public double[] shares() {
    return Arrays.stream(counts).mapToDouble(c -> images == 0 ? 0 : (double) c / images).toArray();
  }

  /** The mean probability of the likeliest class; 0 where there were no images. */
  public double confidence() {
    return images == 0 ? 0 : sureness / images;
  }
}

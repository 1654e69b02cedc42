package studio.saddlepoint.metrics.attribute;

import java.util.Arrays;

/** How well a judge tells each attribute of images that it has not seen. */
final class JudgeQuality {
  private final AttributeTargets targets;
  private final int[] right;
  private final double[] squaredErrors;
  private final double[] sums;
  private final double[] squares;
  private int count;

  JudgeQuality(AttributeTargets targets) {
    this.targets = targets;
    this.right = new int[targets.classes()];
    this.squaredErrors = new double[targets.measures()];
    this.sums = new double[targets.measures()];
    this.squares = new double[targets.measures()];
  }

  /**
   * Adds images.
   *
   * @param told (N, K), one after the other
   */
  void add(int[] images, float[] told) {
    int width = right.length + sums.length;
    long[] labels = targets.labels(images);
    for (int n = 0; n < images.length; n++) {
      int start = n * width;
      int likeliest = 0;
      for (int k = 1; k < right.length; k++) {
        likeliest = told[start + k] > told[start + likeliest] ? k : likeliest;
      }
      for (int k = 0; k < right.length; k++) {
        right[k] += (likeliest == k) == (labels[n] == k) ? 1 : 0;
      }
      double[] measured = targets.measured(images[n]);
      for (int f = 0; f < measured.length; f++) {
        double off = told[start + right.length + f] - measured[f];
        squaredErrors[f] += off * off;
        sums[f] += measured[f];
        squares[f] += measured[f] * measured[f];
      }
      count++;
    }
  }

  /** Of each attribute: the share told rightly, or R squared. */
  double[] found() {
    double[] found = new double[right.length + sums.length];
    Arrays.setAll(
        found,
        k -> {
          if (k < right.length) {
            return (double) right[k] / count;
          }
          int f = k - right.length;
          double variance = squares[f] - sums[f] * sums[f] / count;
          return 1 - squaredErrors[f] / variance;
        });
    return found;
  }
}

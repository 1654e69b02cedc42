package studio.saddlepoint.metrics.distribution;

import java.util.List;
import studio.saddlepoint.core.English;

/**
 * The share of each class, in the eyes of the same classifier on both sides.
 *
 * @param names the classes' names
 * @param real share of each class among real images, sum 1
 * @param generated share of each class among generated images, sum 1
 */
public record ClassBalance(List<String> names, double[] real, double[] generated) {
  private static final double LEAST_SHARE = 0.1;

  /** Refuses lengths that do not fit. */
  public ClassBalance {
    names = List.copyOf(names);
    if (real.length != names.size() || generated.length != names.size()) {
      throw new IllegalArgumentException(
          English.of("%d names for %d and %d shares", names.size(), real.length, generated.length));
    }
  }

  /**
   * The share of real classes that are generated at least a tenth as often as they are real, so
   * that a few mistakes of the classifier do not count as a class.
   */
  public double modeCoverage() {
    int modes = 0;
    int hit = 0;
    for (int c = 0; c < real.length; c++) {
      if (real[c] > 0) {
        modes++;
        hit += generated[c] >= LEAST_SHARE * real[c] ? 1 : 0;
      }
    }
    return modes == 0 ? Double.NaN : (double) hit / modes;
  }

  /**
   * The divergence of generated from real shares, {@code sum g log(g/r)} in nats; 0 where they are
   * the same.
   *
   * @param least the real share of a class that no real image was seen of
   */
  public double divergence(double least) {
    double sum = 0;
    for (int c = 0; c < real.length; c++) {
      double g = generated[c];
      sum += g > 0 ? g * Math.log(g / Math.max(least, real[c])) : 0;
    }
    return Math.max(0, sum);
  }

  /**
   * The balance of classes, one less the total variation of their shares: the share of images that
   * would keep their class if the balance were mended. 1 is that of the real images.
   */
  public double fairness() {
    double moved = 0;
    for (int c = 0; c < real.length; c++) {
      moved += Math.abs(real[c] - generated[c]) / 2;
    }
    return Math.max(0, 1 - moved);
  }
}

package studio.saddlepoint.metrics.distribution;

import java.util.Arrays;

/** The earth mover's distance between histograms over one axis (Rubner et al. 2000). */
public final class EarthMover {
  private EarthMover() {}

  /**
   * The least work that turns one histogram into the other: the area between their cumulative sums.
   *
   * @param p masses, not negative, of any positive sum
   * @param q masses of the same bins
   * @param binWidth distance between neighbouring bins
   */
  public static double distance(double[] p, double[] q, double binWidth) {
    if (p.length != q.length) {
      throw new IllegalArgumentException(p.length + " and " + q.length + " bins");
    }
    double sumP = Arrays.stream(p).sum();
    double sumQ = Arrays.stream(q).sum();
    double carried = 0;
    double work = 0;
    for (int i = 0; i < p.length; i++) {
      carried += p[i] / sumP - q[i] / sumQ;
      work += Math.abs(carried);
    }
    return binWidth * work;
  }
}

package studio.saddlepoint.metrics.distribution;

/**
 * FID for endless samples (Chong and Forsyth 2020, section 3): FID falls with 1/N nearly along a
 * line, whose end at 1/N = 0 is read off.
 *
 * @param value where the line ends, FID∞
 * @param slope of FID over 1/N
 */
public record FidInfinity(double value, double slope) {
  /** Sizes that the line goes through, as the authors chose. */
  public static final int SIZES = 15;

  private static final int SMALLEST_SHARE = 5;

  /**
   * The line by ordinary least squares.
   *
   * @param sizes numbers of samples, at least two different ones
   * @param fids the FID of each
   */
  public static FidInfinity of(double[] sizes, double[] fids) {
    double meanX = 0;
    for (double size : sizes) {
      meanX += 1 / size / sizes.length;
    }
    double meanY = Statistics.mean(fids);
    double xx = 0;
    double xy = 0;
    for (int i = 0; i < sizes.length; i++) {
      double x = 1 / sizes[i] - meanX;
      xx += x * x;
      xy += x * (fids[i] - meanY);
    }
    double slope = xy / xx;
    return new FidInfinity(meanY - slope * meanX, slope);
  }

  /** FID on the line. */
  public double at(double size) {
    return value + slope / size;
  }

  /**
   * {@value #SIZES} even sizes from a fifth of all samples to all.
   *
   * @param samples number of all, N
   */
  public static int[] sizes(int samples) {
    int[] sizes = new int[SIZES];
    double smallest = Math.max(2, (double) samples / SMALLEST_SHARE);
    for (int i = 0; i < SIZES; i++) {
      sizes[i] = (int) Math.round(smallest + (samples - smallest) * i / (SIZES - 1));
    }
    return sizes;
  }
}

package studio.saddlepoint.train.probe;

/**
 * The energy of pictures at period two along an axis over that at the frequency next to it, whose
 * period is a little longer: a pattern that strides leave (Odena et al. 2016) stands out, noise and
 * sharp edges do not.
 *
 * <p>With {@code F(u, v)} as for {@link studio.saddlepoint.metrics.distribution.StrideEnergy}: the
 * sum over v of {@code |F(H/2, v)|^2} over that of {@code |F(H/2 - 1, v)|^2}, both with the like of
 * it along the other axis. By Parseval these are sums over columns and rows.
 */
final class StridePeak {
  private double atStride;
  private double beside;

  /**
   * Adds a picture.
   *
   * @param grey (H, W), row by row
   * @param height H, even
   * @param width W, even
   */
  void add(double[] grey, int height, int width) {
    along(grey, height, width, width, 1);
    along(grey, width, height, 1, width);
  }

  /**
   * Adds one axis.
   *
   * @param length values along it
   * @param lines how many lines there are
   * @param next from a value of a line to the next
   * @param line from a line to the next
   */
  private void along(double[] grey, int length, int lines, int next, int line) {
    double turn = 2 * Math.PI * (length / 2 - 1) / length;
    for (int l = 0; l < lines; l++) {
      double alternating = 0;
      double real = 0;
      double imaginary = 0;
      for (int i = 0; i < length; i++) {
        double value = grey[l * line + i * next];
        alternating += i % 2 == 0 ? value : -value;
        real += value * Math.cos(turn * i);
        imaginary -= value * Math.sin(turn * i);
      }
      atStride += (double) lines * alternating * alternating;
      beside += lines * (real * real + imaginary * imaginary);
    }
  }

  /** The ratio; 1 where there is neither. */
  double ratio() {
    return beside == 0 ? atStride == 0 ? 1 : Double.MAX_VALUE : atStride / beside;
  }
}

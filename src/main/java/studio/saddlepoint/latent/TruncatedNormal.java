package studio.saddlepoint.latent;

/** The standard normal distribution under the condition that a number is within a threshold. */
final class TruncatedNormal {
  private static final double SQRT_HALF = Math.sqrt(0.5);

  /** Below this threshold the closed form loses its digits; the series does not. */
  private static final double NARROW = 0.2;

  private TruncatedNormal() {}

  /**
   * Its variance: {@code 1 - 2 c phi(c) / (2 Phi(c) - 1)} (Johnson, Kotz, Balakrishnan 1994,
   * chapter 13, section 10.1).
   *
   * @param threshold c, above 0; infinite for no condition
   */
  static double variance(double threshold) {
    if (Double.isInfinite(threshold)) {
      return 1;
    }
    double square = threshold * threshold;
    if (threshold < NARROW) {
      return square / 3 * (1 - 2 * square / 15);
    }
    double density = Math.exp(-square / 2) / Math.sqrt(2 * Math.PI);
    return 1 - 2 * threshold * density / erf(threshold * SQRT_HALF);
  }

  /** By Abramowitz and Stegun 7.1.26, with an error below 2e-7. */
  static double erf(double x) {
    double t = 1 / (1 + 0.3275911 * Math.abs(x));
    double[] coefficients = {1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592};
    double polynomial = 0;
    for (double coefficient : coefficients) {
      polynomial = (polynomial + coefficient) * t;
    }
    return Math.copySign(1 - polynomial * Math.exp(-x * x), x);
  }
}

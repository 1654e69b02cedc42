package studio.saddlepoint.metrics.distribution;

/**
 * The share of cases in which something happened.
 *
 * @param hits how often it did
 * @param of how often it could have; may be 0
 */
public record Share(int hits, int of) {
  /** The normal distribution's quantile for 95 %, two-sided. */
  private static final double Z = 1.959963984540054;

  /** Refuses more hits than chances. */
  public Share {
    if (hits < 0 || hits > of) {
      throw new IllegalArgumentException(hits + " of " + of);
    }
  }

  /** The share, 0 to 1; NaN where there was no chance. */
  public double rate() {
    return (double) hits / of;
  }

  /** The lower end of the 95 % interval, see {@link #high()}. */
  public double low() {
    return hits == 0 ? 0 : Math.max(0, centre() - reach());
  }

  /**
   * The upper end of the 95 % interval. Wilson's score interval (1927): unlike the usual one it
   * stays within 0 to 1, and says something where nothing, or everything, was a hit.
   */
  public double high() {
    return hits == of ? 1 : Math.min(1, centre() + reach());
  }

  private double centre() {
    double n = of;
    return (hits / n + Z * Z / (2 * n)) / (1 + Z * Z / n);
  }

  private double reach() {
    double n = of;
    double p = hits / n;
    return Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n);
  }
}

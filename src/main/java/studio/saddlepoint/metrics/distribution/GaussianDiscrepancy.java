package studio.saddlepoint.metrics.distribution;

import studio.saddlepoint.metrics.feature.Features;

/**
 * Squared maximum mean discrepancy (Gretton et al. 2012, equations 3 and 5) with the kernel {@code
 * exp(-|x - y|^2 / (2 sigma^2))}, in float64.
 *
 * @param biased with the pairs of each point with itself; never negative
 * @param unbiased without them
 */
public record GaussianDiscrepancy(double biased, double unbiased) {
  /**
   * Computes both over all pairs.
   *
   * @param real at least two rows
   * @param fake at least two rows
   * @param sigma the kernel's width
   */
  public static GaussianDiscrepancy of(Features real, Features fake, double sigma) {
    double m = real.count();
    double n = fake.count();
    // A point with itself is 1.
    double within = sum(real, real, sigma);
    double fakeWithin = sum(fake, fake, sigma);
    double between = 2 * sum(real, fake, sigma) / (m * n);
    return new GaussianDiscrepancy(
        Math.max(0, within / (m * m) + fakeWithin / (n * n) - between),
        (within - m) / (m * (m - 1)) + (fakeWithin - n) / (n * (n - 1)) - between);
  }

  private static double sum(Features a, Features b, double sigma) {
    int d = a.dimension();
    double sum = 0;
    for (int i = 0; i < a.count(); i++) {
      for (int j = 0; j < b.count(); j++) {
        double squared = 0;
        for (int c = 0; c < d; c++) {
          double difference = (double) a.rows()[i * d + c] - b.rows()[j * d + c];
          squared += difference * difference;
        }
        sum += Math.exp(-squared / (2 * sigma * sigma));
      }
    }
    return sum;
  }
}

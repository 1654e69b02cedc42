package studio.saddlepoint.lab.heap;

/**
 * The Jensen-Shannon divergence: up to constants what a generator minimises against the best
 * discriminator of the first GAN's loss, C(G) = 2 JS - log 4 (Goodfellow et al. 2014, theorem 1).
 */
public final class JensenShannon {
  /** The divergence of heaps that do not touch, however far they are apart. */
  public static final double MOST = Math.log(2);

  private JensenShannon() {}

  /**
   * The divergence, KL(P | M) / 2 + KL(Q | M) / 2 with M = (P + Q) / 2; natural logarithms.
   *
   * @param p masses, which sum to 1
   * @param q as many masses, which sum to 1
   * @return 0 to log 2
   */
  public static double divergence(double[] p, double[] q) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += part(p[i], q[i]) + part(q[i], p[i]);
    }
    return Math.max(0, Math.min(MOST, sum / 2));
  }

  private static double part(double of, double other) {
    return of == 0 ? 0 : of * Math.log(2 * of / (of + other));
  }

  /**
   * How the divergence grows with the place of the generated heap: the sum of dQ log(2 Q / (P + Q))
   * / 2, which is 0 wherever P is.
   */
  public static double slope(HeapBars bars) {
    double sum = 0;
    for (int i = 0; i < HeapBars.COUNT; i++) {
      double q = bars.generated()[i];
      if (q > 0) {
        sum += bars.moving()[i] * Math.log(2 * q / (bars.real()[i] + q));
      }
    }
    return sum / 2;
  }

  /**
   * What the best discriminator says of each bar, D* = p / (p + q) (Goodfellow et al. 2014,
   * proposition 1).
   *
   * @return 0 to 1; not a number where neither heap is, for anything is as good there
   */
  public static double[] bestDiscriminator(double[] p, double[] q) {
    double[] best = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      best[i] = p[i] + q[i] == 0 ? Double.NaN : p[i] / (p[i] + q[i]);
    }
    return best;
  }
}

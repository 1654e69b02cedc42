package studio.saddlepoint.latent;

import studio.saddlepoint.core.English;

/**
 * Truncation in w (Karras et al. 2019, appendix B): intermediate codes drawn towards their mean,
 * for the first layers only or for all.
 *
 * @param mean {@code (D)}
 * @param psi 0 for the mean itself, 1 for the codes as they are
 * @param cutoff layers that are drawn, from the first; negative for all
 */
@SuppressWarnings("ArrayRecordComponent") // a value of its maker's, never compared
public record MeanTruncation(float[] mean, double psi, int cutoff) {

  /**
   * {@code mean + psi (w - mean)}.
   *
   * @param w codes {@code (N, layers, D)}
   * @param layers layers of each code; 1 where it has no layers of its own
   */
  public float[] apply(float[] w, int layers) {
    int size = mean.length;
    if (w.length % (size * layers) != 0) {
      throw new IllegalArgumentException(
          English.of("%d numbers for codes of %d layers of %d", w.length, layers, size));
    }
    float[] drawn = w.clone();
    for (int i = 0; i < w.length; i++) {
      int layer = i / size % layers;
      if (cutoff < 0 || layer < cutoff) {
        double centre = mean[i % size];
        drawn[i] = (float) (centre + psi * (w[i] - centre));
      }
    }
    return drawn;
  }
}

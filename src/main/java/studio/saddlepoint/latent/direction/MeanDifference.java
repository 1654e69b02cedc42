package studio.saddlepoint.latent.direction;

/**
 * The difference of the means of two kinds of codes: from those without an attribute to those that
 * have it (Radford et al. 2016, section 6.3.2).
 */
public final class MeanDifference {
  private MeanDifference() {}

  /**
   * The direction between them.
   *
   * @param samples some of either kind
   * @return unit vector {@code (D)}
   */
  public static double[] of(LabelledCodes samples) {
    double[] difference = new double[samples.size()];
    double share = 1.0 / samples.positives();
    double otherShare = -1.0 / (samples.codes().length - samples.positives());
    for (int n = 0; n < samples.codes().length; n++) {
      double weight = samples.positive()[n] ? share : otherShare;
      for (int i = 0; i < difference.length; i++) {
        difference[i] += weight * samples.codes()[n][i];
      }
    }
    return Vectors.unit(difference);
  }
}

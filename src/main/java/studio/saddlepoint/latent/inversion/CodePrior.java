package studio.saddlepoint.latent.inversion;

import java.util.Arrays;

/**
 * What keeps codes where the generator knows them. In z: {@code (|z|^2 / Z - 1)^2}, for the squared
 * length of a normal code is Z on average. With one w a layer: the mean over all numbers of {@code
 * (w - mean)^2 / s^2}, where s^2 is the variance of a number of w. In w: nothing, as in the
 * projector.
 *
 * @param space of the codes
 * @param mean (D) of w
 * @param spread the root of the mean squared distance of w from its mean
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CodePrior(InversionSpace space, float[] mean, double spread) {
  /**
   * The term of one code.
   *
   * @param gradient to which the gradient is added, so many times
   * @param weight how many times
   */
  double of(float[] code, float[] gradient, double weight) {
    return switch (space) {
      case Z -> ofLength(code, gradient, weight);
      case W -> 0;
      case W_PLUS -> ofDistance(code, gradient, weight);
    };
  }

  /** Numbers whose squares' sum is the term, so many times. */
  double[] residuals(float[] code, double weight) {
    double root = Math.sqrt(weight);
    return switch (space) {
      case Z -> new double[] {root * offLength(code)};
      case W -> new double[0];
      case W_PLUS -> {
        double[] each = new double[code.length];
        double unit = root / Math.sqrt(variance() * code.length);
        Arrays.setAll(each, i -> unit * (code[i] - mean[i % mean.length]));
        yield each;
      }
    };
  }

  private double variance() {
    return Math.max(1e-12, spread * spread / mean.length);
  }

  private static double offLength(float[] z) {
    double square = 0;
    for (float each : z) {
      square += (double) each * each;
    }
    return square / z.length - 1;
  }

  private static double ofLength(float[] z, float[] gradient, double weight) {
    double off = offLength(z);
    for (int i = 0; i < z.length; i++) {
      gradient[i] += (float) (weight * 4 * off * z[i] / z.length);
    }
    return off * off;
  }

  private double ofDistance(float[] w, float[] gradient, double weight) {
    double variance = variance();
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      double off = w[i] - mean[i % mean.length];
      sum += off * off / variance / w.length;
      gradient[i] += (float) (weight * 2 * off / variance / w.length);
    }
    return sum;
  }
}

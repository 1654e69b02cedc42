package studio.saddlepoint.latent.inversion;

/** Adam for numbers in main memory (Kingma and Ba 2015, algorithm 1). */
final class AdamMoments {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final double[] first;
  private final double[] second;

  /**
   * Moments at the beginning.
   *
   * @param size how many numbers
   */
  AdamMoments(int size) {
    first = new double[size];
    second = new double[size];
  }

  /**
   * Moves numbers against their gradient, in place.
   *
   * @param step from 1
   */
  void move(float[] values, float[] gradient, double learningRate, int step) {
    double correction1 = 1 - Math.pow(BETA1, step);
    double correction2 = 1 - Math.pow(BETA2, step);
    for (int i = 0; i < values.length; i++) {
      double g = gradient[i];
      first[i] = BETA1 * first[i] + (1 - BETA1) * g;
      second[i] = BETA2 * second[i] + (1 - BETA2) * g * g;
      double root = Math.sqrt(second[i] / correction2) + EPSILON;
      values[i] -= (float) (learningRate * first[i] / correction1 / root);
    }
  }
}

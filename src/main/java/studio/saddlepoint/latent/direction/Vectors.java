package studio.saddlepoint.latent.direction;

import studio.saddlepoint.core.StudioException;

/** Arithmetic of single vectors. */
final class Vectors {
  /** Shorter ones point nowhere. */
  private static final double LEAST_LENGTH = 1e-12;

  private Vectors() {}

  /**
   * The same direction at unit length.
   *
   * @throws StudioException if it has none, or numbers that are not finite
   */
  static double[] unit(double[] vector) {
    double length = Math.sqrt(dot(vector, vector));
    if (!(length > LEAST_LENGTH) || !Double.isFinite(length)) {
      throw new StudioException(
          "No direction was found: nothing that was asked for changes with the code. Ask for another class or factor, or another method.");
    }
    double[] unit = new double[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = vector[i] / length;
    }
    return unit;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}

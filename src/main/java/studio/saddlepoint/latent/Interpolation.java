package studio.saddlepoint.latent;

import java.util.Locale;

/** The way from a latent code to another. */
public enum Interpolation {
  /** Along the straight line, which passes nearer to zero than typical codes lie. */
  LERP,
  /** Along the arc, where every code between is as typical as the ends. */
  SLERP;

  /**
   * The code between two.
   *
   * @param a code {@code (Z)} at t = 0
   * @param b code {@code (Z)} at t = 1
   * @param t place between, 0 to 1
   */
  public float[] between(float[] a, float[] b, double t) {
    return this == LERP ? LatentCodes.lerp(a, b, t) : LatentCodes.slerp(a, b, t);
  }

  /** The word in a {@link LatentPoint}'s text: {@code lerp} or {@code slerp}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package studio.saddlepoint.latent;

/**
 * Draws latent codes and goes from one to another. Everything here is a pure function: the same
 * arguments give the same numbers on every machine.
 */
public final class LatentCodes {
  /** Above this cosine, of either sign, slerp's sines lose their digits: it goes straight. */
  private static final double NEARLY_PARALLEL = 0.9995;

  /**
   * The least threshold of truncation that is offered: below it the epsilon of batch norm outweighs
   * what is left of the codes' variance, and pictures fade towards the mean one.
   */
  public static final double LEAST_THRESHOLD = 0.01;

  private LatentCodes() {}

  /**
   * Draws standard normal codes.
   *
   * @param n how many
   * @param size numbers in a code
   * @param seed the same seed gives the same codes; a larger n keeps the first ones
   * @return codes {@code (N, Z)}
   */
  public static float[][] gaussian(int n, int size, long seed) {
    return rows(0, n, size, Double.POSITIVE_INFINITY, seed);
  }

  /**
   * Draws codes from the standard normal distribution and draws every number again whose magnitude
   * is above the threshold (Marchesiello 2017; Brock, Donahue, Simonyan 2019, section 3.1). Numbers
   * within the threshold are those of {@link #gaussian}, so that moving the threshold changes only
   * what it has to.
   *
   * @param n how many
   * @param size numbers in a code
   * @param threshold largest magnitude, above 0; infinite for no truncation
   * @param seed the same seed gives the same codes
   * @return codes {@code (N, Z)}
   */
  public static float[][] truncated(int n, int size, double threshold, long seed) {
    return rows(0, n, size, threshold, seed);
  }

  /**
   * Some of the codes of {@link #truncated}, without those before.
   *
   * @param from which code is the first
   * @param n how many
   * @param size numbers in a code
   * @param threshold largest magnitude, above 0; infinite for no truncation
   * @param seed the same seed gives the same codes
   * @return codes {@code (N, Z)}
   */
  public static float[][] rows(int from, int n, int size, double threshold, long seed) {
    if (!(threshold > 0)) {
      throw new IllegalArgumentException("truncation threshold " + threshold);
    }
    float[][] codes = new float[n][size];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < size; j++) {
        NormalStream stream = new NormalStream(seed, ((long) (from + i) << 32) | j);
        double drawn = stream.normal();
        float value =
            (float) (Math.abs(drawn) <= threshold ? drawn : stream.normalWithin(threshold));
        // Rounding to float may step over a threshold that is no float.
        codes[i][j] = Math.abs(value) <= threshold ? value : inward(value);
      }
    }
    return codes;
  }

  /** A number drawn from a place of a seed's own, at most so large. */
  static float within(long seed, long place, double threshold) {
    float value = (float) new NormalStream(seed, place).normalWithin(threshold);
    return Math.abs(value) <= threshold ? value : inward(value);
  }

  private static float inward(float value) {
    return Math.copySign(Math.nextDown(Math.abs(value)), value);
  }

  /**
   * The straight line: {@code (1 - t) a + t b}.
   *
   * @param a code {@code (Z)} at t = 0
   * @param b code {@code (Z)} at t = 1
   * @param t place on the line
   */
  public static float[] lerp(float[] a, float[] b, double t) {
    return combine(a, 1 - t, b, t);
  }

  /**
   * The arc that turns evenly from a to b while the length goes evenly from |a| to |b| (after
   * Shoemake 1985, here for codes of any length; White 2016). Nearly parallel or opposite codes go
   * straight.
   *
   * @param a code {@code (Z)} at t = 0
   * @param b code {@code (Z)} at t = 1
   * @param t place on the arc
   */
  public static float[] slerp(float[] a, float[] b, double t) {
    double lengthA = Math.sqrt(dot(a, a));
    double lengthB = Math.sqrt(dot(b, b));
    double product = lengthA * lengthB;
    double cosine = product == 0 ? 1 : Math.max(-1, Math.min(1, dot(a, b) / product));
    if (Math.abs(cosine) > NEARLY_PARALLEL) {
      return lerp(a, b, t);
    }
    double angle = Math.acos(cosine);
    double length = (1 - t) * lengthA + t * lengthB;
    double scale = length / Math.sin(angle);
    return combine(
        a, scale * Math.sin((1 - t) * angle) / lengthA, b, scale * Math.sin(t * angle) / lengthB);
  }

  /**
   * A code near another: {@code sqrt(1 - s^2) z + s noise}, which keeps standard normal codes
   * standard normal at any strength.
   *
   * @param z code {@code (Z)} to vary
   * @param noise standard normal code {@code (Z)}
   * @param strength 0 for z itself to 1 for the noise alone
   */
  public static float[] vary(float[] z, float[] noise, double strength) {
    return combine(z, Math.sqrt(Math.max(0, 1 - strength * strength)), noise, strength);
  }

  private static float[] combine(float[] a, double weightA, float[] b, double weightB) {
    if (a.length != b.length) {
      throw new IllegalArgumentException("codes of " + a.length + " and " + b.length);
    }
    float[] result = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      result[i] = (float) (weightA * a[i] + weightB * b[i]);
    }
    return result;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}

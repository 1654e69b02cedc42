package studio.saddlepoint.latent;

import studio.saddlepoint.core.StudioException;

/**
 * A code in the plane through three others: {@code plane(1,2,3,0.5,0.25)} is {@code (1 - x - y) o +
 * x a + y b}. Of codes in z it is divided by the root of the weights' squares, so that independent
 * normal codes give normal codes everywhere, as {@link LatentCodes#vary} does; the three themselves
 * stay what they are.
 *
 * @param origin the code at x = y = 0
 * @param a the code at x = 1
 * @param b the code at y = 1
 * @param x how far towards a, at most {@value #FARTHEST} either way
 * @param y how far towards b
 */
public record InPlane(LatentPoint origin, LatentPoint a, LatentPoint b, double x, double y)
    implements LatentPoint {
  /** As far as a plane reaches. */
  public static final double FARTHEST = 10;

  /** Checks the place. */
  public InPlane {
    require(x);
    require(y);
  }

  static void require(double place) {
    if (!(Math.abs(place) <= FARTHEST)) {
      throw new StudioException(
          "The place in the plane is " + place + ": it must be between -10 and 10.");
    }
  }

  @Override
  public boolean inW() {
    return origin.inW() || a.inW() || b.inW();
  }

  @Override
  public boolean fits(CodeSizes sizes) {
    return origin.fits(sizes) && a.fits(sizes) && b.fits(sizes);
  }

  @Override
  public float[] code(int size, double threshold) {
    double rest = 1 - x - y;
    double length = Math.sqrt(rest * rest + x * x + y * y);
    return sum(
        origin.code(size, threshold),
        rest / length,
        a.code(size, threshold),
        x / length,
        b.code(size, threshold),
        y / length);
  }

  @Override
  public float[] w(ToW half, double threshold) {
    return inW()
        ? new PlaneInW(origin, a, b, x, y).w(half, threshold)
        : half.map(code(half.sizes().z(), threshold));
  }

  static float[] sum(
      float[] origin, double rest, float[] a, double towardsA, float[] b, double towardsB) {
    float[] sum = new float[origin.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (float) (rest * origin[i] + towardsA * a[i] + towardsB * b[i]);
    }
    return sum;
  }

  @Override
  public LatentPoint waysInW() {
    return new PlaneInW(origin.waysInW(), a.waysInW(), b.waysInW(), x, y);
  }

  @Override
  public String toString() {
    return text("plane(", origin, a, b, x, y);
  }

  static String text(
      String begin, LatentPoint origin, LatentPoint a, LatentPoint b, double x, double y) {
    return String.join(
        ",",
        begin + origin,
        a.toString(),
        b.toString(),
        LatentPointText.number(x),
        LatentPointText.number(y) + ")");
  }
}

package studio.saddlepoint.latent;

/**
 * A code in the plane through three others in w, whatever space they are given in: {@code
 * planew(1,2,3,0.5,0.25)} is {@code (1 - x - y) o + x a + y b}.
 *
 * @param origin the code at x = y = 0
 * @param a the code at x = 1
 * @param b the code at y = 1
 * @param x how far towards a, at most {@value InPlane#FARTHEST} either way
 * @param y how far towards b
 */
public record PlaneInW(LatentPoint origin, LatentPoint a, LatentPoint b, double x, double y)
    implements LatentPoint {
  /** Checks the place. */
  public PlaneInW {
    InPlane.require(x);
    InPlane.require(y);
  }

  @Override
  public boolean inW() {
    return true;
  }

  @Override
  public boolean fits(CodeSizes sizes) {
    return origin.fits(sizes) && a.fits(sizes) && b.fits(sizes);
  }

  @Override
  public float[] w(ToW half, double threshold) {
    return InPlane.sum(
        origin.w(half, threshold), 1 - x - y, a.w(half, threshold), x, b.w(half, threshold), y);
  }

  @Override
  public String toString() {
    return InPlane.text("planew(", origin, a, b, x, y);
  }
}

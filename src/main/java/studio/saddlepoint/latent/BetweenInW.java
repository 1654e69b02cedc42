package studio.saddlepoint.latent;

import java.util.Arrays;
import studio.saddlepoint.model.WSpace;

/**
 * A code between two in w, whatever space they are given in: {@code lerpw(42,7,0.3)}. Layers that
 * have codes of their own go each their way.
 *
 * @param way along the line or the arc
 * @param a the code at t = 0
 * @param b the code at t = 1
 * @param t place between, 0 to 1
 */
public record BetweenInW(Interpolation way, LatentPoint a, LatentPoint b, double t)
    implements LatentPoint {
  /** Checks the place. */
  public BetweenInW {
    LatentPoint.requireShare("The place between two codes", t);
  }

  @Override
  public boolean inW() {
    return true;
  }

  @Override
  public boolean fits(CodeSizes sizes) {
    return a.fits(sizes) && b.fits(sizes);
  }

  @Override
  public float[] w(ToW half, double threshold) {
    return between(way, a.w(half, threshold), b.w(half, threshold), t, half.sizes().w());
  }

  /**
   * Goes from one code in w to another, layer by layer.
   *
   * @param a {@code (L D)}
   * @param b {@code (L D)}
   */
  static float[] between(Interpolation way, float[] a, float[] b, double t, WSpace space) {
    float[] found = new float[a.length];
    int size = space.size();
    for (int from = 0; from < a.length; from += size) {
      float[] layer =
          way.between(
              Arrays.copyOfRange(a, from, from + size),
              Arrays.copyOfRange(b, from, from + size),
              t);
      System.arraycopy(layer, 0, found, from, size);
    }
    return found;
  }

  @Override
  public String toString() {
    return way.id() + "w(" + a + "," + b + "," + LatentPointText.number(t) + ")";
  }
}

package studio.saddlepoint.app.explore.code;

import studio.saddlepoint.latent.CodeInW;
import studio.saddlepoint.latent.CodeSizes;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.Space;
import studio.saddlepoint.latent.ToW;

/**
 * A code by its numbers.
 *
 * @param of the code
 * @param space that the numbers are in
 * @param sizes of the generator
 * @param mapped whether a network stands between z and w, so that there are two spaces
 * @param values {@code (Z)}, or {@code (L D)} or {@code (D)}; not to be changed
 */
public record CodeNumbers(
    LatentPoint of, Space space, CodeSizes sizes, boolean mapped, float[] values) {
  /**
   * Works the numbers out; not on the FX thread.
   *
   * @param point the code
   * @param wanted the space; a code in w is in w whatever is wanted, and so is one of z without a
   *     mapping network in z
   * @param half the first half of the generator
   * @param threshold truncation of what is drawn in z; infinite for none
   * @param mapped whether there is a mapping network
   */
  public static CodeNumbers of(
      LatentPoint point, Space wanted, ToW half, double threshold, boolean mapped) {
    boolean inW = point.inW() || mapped && wanted == Space.W;
    float[] values = inW ? point.w(half, threshold) : point.code(half.sizes().z(), threshold);
    return new CodeNumbers(point, inW ? Space.W : Space.Z, half.sizes(), mapped, values);
  }

  /** Layers with numbers of their own; 1 where there are none. */
  public int layers() {
    return space == Space.W ? Math.max(1, sizes.w().layers()) : 1;
  }

  /** Numbers in a layer. */
  public int size() {
    return values.length / layers();
  }

  /**
   * The numbers of a layer, or the means over all layers.
   *
   * @param layer from 0; negative for all
   */
  public float[] layer(int layer) {
    float[] shown = new float[size()];
    for (int i = 0; i < shown.length; i++) {
      double sum = 0;
      for (int each = 0; each < layers(); each++) {
        sum += layer < 0 || each == layer ? values[each * size() + i] : 0;
      }
      shown[i] = (float) (layer < 0 ? sum / layers() : sum);
    }
    return shown;
  }

  /**
   * The same code but for a number.
   *
   * @param layer from 0; negative for all, which are moved by as much as their mean is
   * @param index which number of the layer
   * @param value what it becomes
   */
  public CodeNumbers with(int layer, int index, float value) {
    float moved = value - layer(layer)[index];
    float[] next = values.clone();
    for (int each = 0; each < layers(); each++) {
      if (layer < 0) {
        next[each * size() + index] += moved;
      } else if (each == layer) {
        next[each * size() + index] = value;
      }
    }
    LatentPoint point =
        space == Space.W
            ? new CodeInW(LatentPoint.Given.numbers(next))
            : new LatentPoint.Given(LatentPoint.Given.numbers(next));
    return new CodeNumbers(point, space, sizes, mapped, next);
  }
}

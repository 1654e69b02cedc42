package studio.saddlepoint.model;

import ai.djl.ndarray.types.Shape;

/**
 * The space W of a generator's intermediate codes (Karras et al. 2019, section 2), to which its
 * first half maps z.
 *
 * @param layers L, styled layers with a code each; 0 where a picture has one code, of no layer
 * @param size D, numbers in each code
 */
public record WSpace(int layers, int size) {
  /** Shape of n codes: (N, L, D), or (N, D) where layers have none of their own. */
  public Shape shape(int n) {
    return layers == 0 ? new Shape(n, size) : new Shape(n, layers, size);
  }

  /** Numbers of a picture's codes: L D, or D. */
  public int length() {
    return Math.max(1, layers) * size;
  }
}

package studio.saddlepoint.latent;

import studio.saddlepoint.model.WSpace;

/**
 * How long a generator's codes are.
 *
 * @param z numbers in a code z
 * @param w the space of w
 */
public record CodeSizes(int z, WSpace w) {
  /** Of a generator without a mapping network, whose w is z. */
  public static CodeSizes of(int z) {
    return new CodeSizes(z, new WSpace(0, z));
  }
}

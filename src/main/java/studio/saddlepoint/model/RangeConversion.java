package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import studio.saddlepoint.recipe.network.PictureRange;
import studio.saddlepoint.torch.Scalars;

/**
 * Pixels as the networks of a recipe take them, and as all others do: -1 for black, 1 for white.
 *
 * @param range of the networks' pixels
 */
public record RangeConversion(PictureRange range) {
  /** Numbers without bounds to the networks' pixels: what a generator ends in. */
  public NDArray bound(NDArray x) {
    return switch (range) {
      case SIGNED -> x.tanh();
      case UNIT -> Activation.sigmoid(x);
      case LINEAR -> x;
    };
  }

  /**
   * The logits of pixels in 0..1, of numbers that {@link #bound} makes pixels of.
   *
   * @throws IllegalStateException if it does not bound them
   */
  public NDArray unitLogits(NDArray x) {
    return switch (range) {
      case SIGNED -> Scalars.mul(x, 2f);
      case UNIT -> x;
      case LINEAR -> throw new IllegalStateException("pixels without bounds have no logits");
    };
  }

  /** The networks' pixels in 0..1. */
  public NDArray toUnit(NDArray x) {
    return range == PictureRange.UNIT ? x : Scalars.mul(x.add(1f), 0.5f);
  }

  /** The networks' pixels in -1..1. */
  public NDArray toSigned(NDArray x) {
    return range == PictureRange.UNIT ? Scalars.mul(x, 2f).sub(1f) : x;
  }

  /** Pixels in -1..1 as the networks take them. */
  public NDArray ofSigned(NDArray x) {
    return range == PictureRange.UNIT ? Scalars.mul(x.add(1f), 0.5f) : x;
  }
}

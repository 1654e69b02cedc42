package studio.saddlepoint.train.step;

import ai.djl.ndarray.NDArray;

/** A change of pictures before they are judged: augmentations and instance noise. */
@FunctionalInterface
public interface ImageTransform {
  /** Pictures as they are. */
  ImageTransform PLAIN = (pictures, random) -> pictures;

  /**
   * Pictures as they are judged; differentiable.
   *
   * @param pictures (N, ...)
   * @param random where random numbers come from
   */
  NDArray of(NDArray pictures, RandomSource random);

  /**
   * The part of it that gradient penalties look through: they are then taken of D(T(x)) by x, with
   * random numbers of their own. None unless it says so.
   */
  default ImageTransform underPenalties() {
    return PLAIN;
  }

  /** The same, which gradient penalties look through. */
  default ImageTransform alsoUnderPenalties() {
    return new WithPenalties(this, this);
  }

  /** This, then another. */
  default ImageTransform then(ImageTransform next) {
    return this == PLAIN
        ? next
        : next == PLAIN
            ? this
            : new WithPenalties(
                (x, random) -> next.of(of(x, random), random),
                underPenalties().then(next.underPenalties()));
  }

  /**
   * A transform that says which part of it penalties look through.
   *
   * @param whole what is done before pictures are judged
   * @param underPenalties what is done before they are judged for a penalty
   */
  record WithPenalties(ImageTransform whole, ImageTransform underPenalties)
      implements ImageTransform {
    @Override
    public NDArray of(NDArray pictures, RandomSource random) {
      return whole.of(pictures, random);
    }
  }
}

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

  /** This, then another. */
  default ImageTransform then(ImageTransform next) {
    return this == PLAIN
        ? next
        : next == PLAIN ? this : (x, random) -> next.of(of(x, random), random);
  }
}

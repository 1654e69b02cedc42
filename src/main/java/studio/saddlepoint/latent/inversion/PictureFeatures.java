package studio.saddlepoint.latent.inversion;

import ai.djl.ndarray.NDArray;

/** Features of pictures that gradients pass through, by which a code is found. */
@FunctionalInterface
public interface PictureFeatures {
  /** The pixels themselves, one after the other. */
  PictureFeatures PIXELS = pixels -> pixels.reshape(pixels.getShape().get(0), -1);

  /**
   * Features of pictures.
   *
   * @param pixels (N, C, H, W) in -1..1
   * @return (N, d)
   */
  NDArray of(NDArray pixels);
}

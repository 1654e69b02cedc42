package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * The answer of a discriminator to a batch of pictures.
 *
 * @param logits (N): how real each picture is (a score without bounds for a Wasserstein critic); of
 *     an autoencoder minus the mean absolute error of each reconstruction
 * @param classLogits (N, K) of an auxiliary classifier (ACGAN, Odena et al. 2017)
 * @param features (N, ...) of the layer before the logit, as feature matching compares them
 *     (Salimans et al. 2016)
 * @param reconstruction (N, C, H, W) of an autoencoder (BEGAN, Berthelot et al. 2017)
 */
public record DiscriminatorOutput(
    NDArray logits,
    Optional<NDArray> classLogits,
    Optional<NDArray> features,
    Optional<NDArray> reconstruction) {

  /** Logits alone. */
  public static DiscriminatorOutput of(NDArray logits) {
    return new DiscriminatorOutput(logits, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** This, with the features that led to it. */
  public DiscriminatorOutput withFeatures(NDArray found) {
    return new DiscriminatorOutput(logits, classLogits, Optional.of(found), reconstruction);
  }

  /** This, with the logits of the classes. */
  public DiscriminatorOutput withClassLogits(NDArray found) {
    return new DiscriminatorOutput(logits, Optional.of(found), features, reconstruction);
  }

  /** This, with the reconstruction of what was judged. */
  public DiscriminatorOutput withReconstruction(NDArray found) {
    return new DiscriminatorOutput(logits, classLogits, features, Optional.of(found));
  }
}

package studio.saddlepoint.train.regularizer;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import studio.saddlepoint.recipe.method.MethodSettings;
import studio.saddlepoint.torch.Scalars;

/**
 * The generator also matches the mean features of real pictures, in the layer before the logit
 * (Salimans et al. 2016, section 3.1).
 */
public record FeatureMatching() implements Regularizer {
  @Override
  public String key() {
    return "penalty.featureMatching";
  }

  @Override
  public boolean on(MethodSettings settings) {
    return settings.featureMatching().weight() > 0;
  }

  @Override
  public Optional<NDArray> ofGenerator(RegularizerInput input, MethodSettings settings) {
    return input
        .ofFake()
        .get()
        .features()
        .map(
            fake ->
                Scalars.mul(
                    squared(input.ofReal().get().features().orElseThrow(), fake),
                    (float) settings.featureMatching().weight()));
  }

  /**
   * The squared distance of batch means, summed over all features.
   *
   * @param real (N, ...)
   * @param fake (M, ...)
   */
  public static NDArray squared(NDArray real, NDArray fake) {
    return difference(real, fake).square().sum();
  }

  /** The absolute distance of batch means, summed over all features. */
  public static NDArray absolute(NDArray real, NDArray fake) {
    return difference(real, fake).abs().sum();
  }

  private static NDArray difference(NDArray real, NDArray fake) {
    return real.mean(new int[] {0}).sub(fake.mean(new int[] {0}));
  }
}

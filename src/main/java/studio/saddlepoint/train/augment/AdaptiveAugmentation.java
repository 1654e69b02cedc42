package studio.saddlepoint.train.augment;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import studio.saddlepoint.recipe.method.AugmentSettings;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.train.step.MethodState;

/**
 * The probability with which pictures are augmented, by how much the discriminator overfits (ADA,
 * Karras et al. 2020, section 3.1): the mean sign r_t of the real logits is held at a target. At
 * every fourth step the probability moves by the pictures since over those of a whole way from 0 to
 * 1.
 */
public final class AdaptiveAugmentation {
  public static final String SIGN = "augment.sign";
  private static final String PROBABILITY = "augment.probability";
  private static final String SUM = "augment.sum";
  private static final String PICTURES = "augment.pictures";
  private static final String STEPS = "augment.steps";
  private static final int EVERY = 4;

  private AdaptiveAugmentation() {}

  /** The probability of now. */
  static double probability(AugmentSettings settings, MethodState methodState) {
    return settings.adaptive() ? methodState.number(PROBABILITY, 0) : settings.probability();
  }

  /** r_t of one batch. */
  public static NDArray sign(NDArray realLogits) {
    return Autograd.detach(realLogits).sign().mean();
  }

  public static Map<String, Double> learn(
      Map<String, Double> scalars,
      MethodState methodState,
      AugmentSettings settings,
      long pictures) {
    double probability = methodState.number(PROBABILITY, 0);
    Double sign = scalars.get(SIGN);
    if (sign == null) { // a step without a move of the discriminator tells nothing of it
      return Map.of(PROBABILITY, probability);
    }
    double sum = methodState.number(SUM, 0) + sign;
    double shown = methodState.number(PICTURES, 0) + pictures;
    double steps = methodState.number(STEPS, 0) + 1;
    if (steps >= EVERY) {
      double move = Math.signum(sum / steps - settings.target()) * shown;
      probability += move / (1000 * settings.speed());
      probability = Math.min(1, Math.max(0, probability));
      sum = 0;
      shown = 0;
      steps = 0;
    }
    methodState.remember(PROBABILITY, probability);
    methodState.remember(SUM, sum);
    methodState.remember(PICTURES, shown);
    methodState.remember(STEPS, steps);
    return Map.of(PROBABILITY, probability);
  }
}

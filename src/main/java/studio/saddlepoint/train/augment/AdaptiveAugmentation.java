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
 *
 * <p>It has no upper bound, as in the authors' code: above 1 everything is augmented, and the way
 * back begins from there. DiffAugment by itself, which is not theirs, stops at 1.
 */
public final class AdaptiveAugmentation {
  public static final String SIGN = "augment.sign";
  private static final String PROBABILITY = "augment.probability";
  private static final String SUM = "augment.sum";
  private static final String PICTURES = "augment.pictures";
  private static final String STEPS = "augment.steps";
  private static final int EVERY = 4;

  private AdaptiveAugmentation() {}

  /** The probability of now; above 1 it means 1. */
  static double probability(AugmentSettings settings, MethodState methodState) {
    return settings.adaptive() ? methodState.number(PROBABILITY, 0) : settings.probability();
  }

  /** r_t of one batch. */
  public static NDArray sign(NDArray realLogits) {
    return Autograd.detach(realLogits).sign().mean();
  }

  /**
   * The probability after some pictures: max(p + sign(r_t - target) pictures / way, 0).
   *
   * @param probability p, before them
   * @param sign r_t, the mean sign of their logits, -1 to 1
   * @param target what r_t should be
   * @param pictures real pictures since the last adjustment
   * @param way real pictures within which p can go from 0 to 1
   */
  public static double adjusted(
      double probability, double sign, double target, double pictures, double way) {
    return Math.max(0, probability + Math.signum(sign - target) * pictures / way);
  }

  /**
   * Follows the signs of a step.
   *
   * @param scalars what the step told, with {@link #SIGN} if the discriminator moved
   * @param methodState keeps the probability, and the signs since it was last adjusted
   * @param pictures real pictures of the step
   * @return the probability from now on
   */
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
      double way = 1000 * settings.speed();
      probability = adjusted(probability, sum / steps, settings.target(), shown, way);
      probability = settings.ada() ? probability : Math.min(1, probability);
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

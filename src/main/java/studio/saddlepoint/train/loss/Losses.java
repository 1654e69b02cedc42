package studio.saddlepoint.train.loss;

import ai.djl.ndarray.NDArray;
import studio.saddlepoint.recipe.method.Loss;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.Scalars;

/** Every adversarial loss by its name in a recipe, and what several of them share. */
public final class Losses {
  private Losses() {}

  /** The loss of a recipe. */
  public static AdversarialLoss of(Loss loss) {
    return switch (loss) {
      case NON_SATURATING -> new CrossEntropyLoss(false);
      case MINIMAX -> new CrossEntropyLoss(true);
      case LEAST_SQUARES -> new LeastSquaresLoss(0, 1, 1);
      case LEAST_SQUARES_PEARSON -> new LeastSquaresLoss(-1, 1, 0);
      case WASSERSTEIN -> new WassersteinLoss();
      case HINGE -> new HingeLoss();
      case RELATIVISTIC_AVERAGE -> new RelativisticAverageLoss();
    };
  }

  /**
   * Binary cross entropy of logits: E[t sp(-x) + (1 - t) sp(x)] with sp(x) = log(1 + e^x) computed
   * without overflow.
   *
   * @param logits any shape
   * @param target t
   * @return a scalar
   */
  public static NDArray crossEntropy(NDArray logits, Target target) {
    if (target.equals(Target.REAL)) {
      return Ops.softplus(logits.neg()).mean();
    } else if (target.equals(Target.FAKE)) {
      return Ops.softplus(logits).mean();
    }
    NDArray real = Ops.softplus(logits.neg());
    NDArray fake = Ops.softplus(logits);
    if (target instanceof Target.Each each) {
      NDArray t = each.values();
      return real.mul(t).add(fake.mul(t.neg().add(1))).mean();
    }
    double t = ((Target.Same) target).value();
    return Scalars.mul(real, t).add(Scalars.mul(fake, 1 - t)).mean();
  }
}

package studio.saddlepoint.train.loss;

import java.util.OptionalDouble;
import studio.saddlepoint.recipe.method.LabelSettings;
import studio.saddlepoint.recipe.method.Loss;
import studio.saddlepoint.recipe.method.MethodKind;
import studio.saddlepoint.recipe.method.MethodSettings;

/**
 * The values to which a recipe's loss drives the discriminator's outputs, in the numbers in which
 * they are told ({@link AdversarialLoss.Meaning}); soft and noisy labels by their mean.
 *
 * @param real of real pictures; empty where the loss has no target
 * @param fake of generated pictures
 * @param draw of both kinds, where the discriminator cannot tell them apart and is at its best
 */
public record OutputTargets(OptionalDouble real, OptionalDouble fake, OptionalDouble draw) {
  private static final OutputTargets NONE =
      new OutputTargets(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

  /** The targets of a recipe's method. */
  public static OutputTargets of(MethodSettings method) {
    if (method.kind() != MethodKind.ADVERSARIAL) {
      return NONE;
    }
    return switch (method.loss().judgement()) {
      // Only outputs between the margins teach: Miyato et al. 2018, equation 16.
      case MARGINS ->
          new OutputTargets(OptionalDouble.of(1), OptionalDouble.of(-1), OptionalDouble.empty());
      case SCORES -> NONE;
      // Neither of a pair is more real.
      case PAIRS ->
          new OutputTargets(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(0.5));
      case TARGETS, COMPARISONS -> targets(method);
    };
  }

  private static OutputTargets targets(MethodSettings method) {
    AdversarialLoss loss = Losses.of(method.loss());
    double real = loss.output(real(method));
    double fake = loss.output(fake(method));
    // At equal densities the best output is the mean of both targets: Goodfellow 2016 (NIPS
    // tutorial, section 4.2) for cross entropy, Mao et al. 2017 (equation 5) for squares. A
    // relativistic discriminator compares with the other kind: neither is more real.
    double draw = method.loss().judgement() == Loss.Judgement.COMPARISONS ? 0.5 : (real + fake) / 2;
    return new OutputTargets(
        OptionalDouble.of(real), OptionalDouble.of(fake), OptionalDouble.of(draw));
  }

  private static double real(MethodSettings method) {
    LabelSettings labels = method.labels();
    return noisy(labels, ownReal(method), (labels.fakeLow() + labels.fakeHigh()) / 2);
  }

  private static double fake(MethodSettings method) {
    LabelSettings labels = method.labels();
    return noisy(labels, (labels.fakeLow() + labels.fakeHigh()) / 2, ownReal(method));
  }

  /** As {@link Targets} draws them. */
  private static double ownReal(MethodSettings method) {
    LabelSettings labels = method.labels();
    boolean soft = labels.realLow() != 1 || labels.realHigh() != 1;
    return soft ? (labels.realLow() + labels.realHigh()) / 2 : method.realTarget();
  }

  private static double noisy(LabelSettings labels, double own, double other) {
    return own + labels.flip() * (other - own);
  }
}

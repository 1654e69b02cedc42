package studio.saddlepoint.train.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import studio.saddlepoint.recipe.method.Loss;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.Scalars;

/** Every adversarial loss by its name in a recipe, and what several of them share. */
public final class Losses {
  private Losses() {}

  /** The loss of a recipe. */
  public static AdversarialLoss of(Loss loss) {
    return switch (loss) {
      case NON_SATURATING -> new CrossEntropy(false);
      case MINIMAX -> new CrossEntropy(true);
      case LEAST_SQUARES -> new LeastSquares(0, 1, 1);
      case LEAST_SQUARES_PEARSON -> new LeastSquares(-1, 1, 0);
      case WASSERSTEIN -> new Wasserstein();
      case HINGE -> new Hinge();
      case RELATIVISTIC_AVERAGE -> new RelativisticAverage();
      case RELATIVISTIC_PAIRED -> new RelativisticPaired();
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

  /**
   * The first GAN's losses (Goodfellow et al. 2014): cross entropy for the discriminator.
   *
   * @param saturating whether the generator minimises E log(1 - D(G(z))), equation 1; otherwise it
   *     maximises E log D(G(z)), section 3
   */
  private record CrossEntropy(boolean saturating) implements AdversarialLoss {
    @Override
    public NDArray discriminator(NDArray real, NDArray fake, Target realTarget, Target fakeTarget) {
      return crossEntropy(real, realTarget).add(crossEntropy(fake, fakeTarget));
    }

    @Override
    public NDArray generator(Supplier<NDArray> real, NDArray fake) {
      return saturating ? Ops.softplus(fake).mean().neg() : crossEntropy(fake, Target.REAL);
    }
  }

  /**
   * Half the mean squared distance to a code (LSGAN, Mao et al. 2017, equation 2).
   *
   * @param a the discriminator's code for generated pictures
   * @param b its code for real ones
   * @param c what the generator wants it to say
   */
  public record LeastSquares(double a, double b, double c) implements AdversarialLoss {
    @Override
    public NDArray discriminator(NDArray real, NDArray fake, Target realTarget, Target fakeTarget) {
      return half(realTarget.distance(real, a, b)).add(half(fakeTarget.distance(fake, a, b)));
    }

    @Override
    public NDArray generator(Supplier<NDArray> real, NDArray fake) {
      return half(fake.sub(c));
    }

    @Override
    public Meaning meaning() {
      return Meaning.OUTPUT;
    }

    @Override
    public double output(double target) {
      return a + target * (b - a);
    }

    private static NDArray half(NDArray distance) {
      return Scalars.div(distance.square().mean(), 2);
    }
  }

  /** The difference of mean scores (WGAN, Arjovsky et al. 2017, equation 2). */
  private record Wasserstein() implements AdversarialLoss {
    @Override
    public NDArray discriminator(NDArray real, NDArray fake, Target realTarget, Target fakeTarget) {
      return fake.mean().sub(real.mean());
    }

    @Override
    public NDArray generator(Supplier<NDArray> real, NDArray fake) {
      return fake.mean().neg();
    }

    @Override
    public Meaning meaning() {
      return Meaning.SCORE;
    }
  }

  /** Only pictures on the wrong side of the margin count (Miyato et al. 2018, equations 16, 17). */
  private record Hinge() implements AdversarialLoss {
    @Override
    public NDArray discriminator(NDArray real, NDArray fake, Target realTarget, Target fakeTarget) {
      return margin(real.neg()).add(margin(fake));
    }

    @Override
    public NDArray generator(Supplier<NDArray> real, NDArray fake) {
      return fake.mean().neg();
    }

    @Override
    public Meaning meaning() {
      return Meaning.OUTPUT;
    }

    /** In the middle of the margins. */
    @Override
    public OptionalDouble threshold() {
      return OptionalDouble.of(0);
    }

    private static NDArray margin(NDArray logits) {
      return Scalars.maximum(logits.add(1), 0).mean();
    }
  }

  /**
   * Cross entropy of how much more real a picture is than the other kind is on average (RaGAN,
   * Jolicoeur-Martineau 2019, section 4.2); not halved. Both players learn through both means.
   */
  private record RelativisticAverage() implements AdversarialLoss {
    @Override
    public NDArray discriminator(NDArray real, NDArray fake, Target realTarget, Target fakeTarget) {
      return crossEntropy(real.sub(fake.mean()), realTarget)
          .add(crossEntropy(fake.sub(real.mean()), fakeTarget));
    }

    @Override
    public NDArray generator(Supplier<NDArray> real, NDArray fake) {
      return discriminator(fake, real.get(), Target.REAL, Target.FAKE);
    }

    /** How probably a picture is more real than the other kind on average (section 4.2). */
    @Override
    public NDArray outputs(NDArray logits, NDArray others) {
      return Activation.sigmoid(logits.sub(others.mean()));
    }
  }

  /**
   * Cross entropy of how much more real a real picture is than the generated one beside it (RpGAN,
   * Jolicoeur-Martineau 2019, section 4.1; R3GAN, Huang et al. 2024, equation 2). Logits are paired
   * by their places, so that there are as many of both kinds.
   */
  private record RelativisticPaired() implements AdversarialLoss {
    @Override
    public NDArray discriminator(NDArray real, NDArray fake, Target realTarget, Target fakeTarget) {
      return Ops.softplus(fake.sub(real)).mean();
    }

    @Override
    public NDArray generator(Supplier<NDArray> real, NDArray fake) {
      return Ops.softplus(real.get().sub(fake)).mean();
    }

    /** How probably a picture is more real than the one that it is paired with. */
    @Override
    public NDArray outputs(NDArray logits, NDArray others) {
      return Activation.sigmoid(logits.sub(others));
    }
  }
}

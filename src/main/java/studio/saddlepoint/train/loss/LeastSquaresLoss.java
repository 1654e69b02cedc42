package studio.saddlepoint.train.loss;

import ai.djl.ndarray.NDArray;
import java.util.function.Supplier;
import studio.saddlepoint.torch.Scalars;

/**
 * Half the mean squared distance to a code (LSGAN, Mao et al. 2017, equation 2).
 *
 * @param a the discriminator's code for generated pictures
 * @param b its code for real ones
 * @param c what the generator wants it to say
 */
public record LeastSquaresLoss(double a, double b, double c) implements AdversarialLoss {
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

  private static NDArray half(NDArray distance) {
    return Scalars.div(distance.square().mean(), 2);
  }
}

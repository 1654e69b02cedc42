package studio.saddlepoint.train.loss;

import ai.djl.ndarray.NDArray;
import java.util.function.Supplier;
import studio.saddlepoint.torch.Ops;

/**
 * The first GAN's losses (Goodfellow et al. 2014): cross entropy for the discriminator.
 *
 * @param saturating whether the generator minimises E log(1 - D(G(z))), equation 1; otherwise it
 *     maximises E log D(G(z)), section 3
 */
record CrossEntropyLoss(boolean saturating) implements AdversarialLoss {
  @Override
  public NDArray discriminator(NDArray real, NDArray fake, Target realTarget, Target fakeTarget) {
    return Losses.crossEntropy(real, realTarget).add(Losses.crossEntropy(fake, fakeTarget));
  }

  @Override
  public NDArray generator(Supplier<NDArray> real, NDArray fake) {
    return saturating ? Ops.softplus(fake).mean().neg() : Losses.crossEntropy(fake, Target.REAL);
  }
}

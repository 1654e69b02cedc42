package studio.saddlepoint.train.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import java.util.function.Supplier;

/**
 * Cross entropy of how much more real a picture is than the other kind is on average (RaGAN,
 * Jolicoeur-Martineau 2019, section 4.2); not halved. Both players learn through both means.
 */
record RelativisticAverageLoss() implements AdversarialLoss {
  @Override
  public NDArray discriminator(NDArray real, NDArray fake, Target realTarget, Target fakeTarget) {
    return Losses.crossEntropy(real.sub(fake.mean()), realTarget)
        .add(Losses.crossEntropy(fake.sub(real.mean()), fakeTarget));
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

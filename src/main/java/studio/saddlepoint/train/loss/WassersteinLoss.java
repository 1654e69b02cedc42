package studio.saddlepoint.train.loss;

import ai.djl.ndarray.NDArray;
import java.util.function.Supplier;

/** The difference of mean scores (WGAN, Arjovsky et al. 2017, equation 2). */
record WassersteinLoss() implements AdversarialLoss {
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

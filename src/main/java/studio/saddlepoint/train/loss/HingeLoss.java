package studio.saddlepoint.train.loss;

import ai.djl.ndarray.NDArray;
import java.util.function.Supplier;
import studio.saddlepoint.torch.Scalars;

/** Only pictures on the wrong side of the margin count (Miyato et al. 2018, equations 16, 17). */
record HingeLoss() implements AdversarialLoss {
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

  private static NDArray margin(NDArray logits) {
    return Scalars.maximum(logits.add(1), 0).mean();
  }
}

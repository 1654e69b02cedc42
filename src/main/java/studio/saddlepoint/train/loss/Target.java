package studio.saddlepoint.train.loss;

import ai.djl.ndarray.NDArray;
import studio.saddlepoint.torch.Scalars;

/** The aim of a discriminator's outputs for pictures: 1 is real, 0 is fake. */
public sealed interface Target {
  /** Of all pictures the same. */
  Target REAL = new Same(1);

  /** Of all pictures the same. */
  Target FAKE = new Same(0);

  /**
   * The same for all pictures.
   *
   * @param value usually 0 or 1; a real target below 1 is one-sided label smoothing (Salimans et
   *     al. 2016, section 3.4)
   */
  record Same(double value) implements Target {}

  /**
   * One for each logit: soft or noisy labels.
   *
   * @param values of the logits' shape
   */
  record Each(NDArray values) implements Target {}

  /**
   * The distance of logits to where they should be.
   *
   * @param logits any shape
   * @param fake where a logit of target 0 should be
   * @param real where a logit of target 1 should be
   */
  default NDArray distance(NDArray logits, double fake, double real) {
    if (this instanceof Each each) {
      return logits.sub(Scalars.mul(each.values(), real - fake).add(fake));
    }
    return logits.sub(fake + ((Same) this).value() * (real - fake));
  }
}

package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import studio.saddlepoint.torch.Scalars;

/**
 * The distribution of pictures' codes, as an encoder finds it: normal, each number apart.
 *
 * @param mean (N, Z)
 * @param logVariance (N, Z)
 */
public record Posterior(NDArray mean, NDArray logVariance) {
  /**
   * Codes of it (the reparametrisation of Kingma and Welling 2014, section 2.4).
   *
   * @param noise (N, Z), standard normal
   */
  public NDArray sample(NDArray noise) {
    return mean.add(Scalars.mul(logVariance, 0.5f).exp().mul(noise));
  }
}

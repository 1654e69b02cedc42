package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import studio.saddlepoint.recipe.method.Reconstruction;
import studio.saddlepoint.recipe.method.VaeSettings;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.Scalars;

/**
 * The evidence lower bound of a variational autoencoder and its parts, in nats (Kingma and Welling
 * 2014, equation 10 and appendix B), and the bound by importance sampling (Burda et al. 2016).
 */
public final class Elbo {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  private Elbo() {}

  /**
   * log p(x|z) as a recipe has it.
   *
   * @param settings say what a pixel means
   * @param x (N, ...), pixels in 0..1
   * @param logits (N, ...), of the decoder's pixels in 0..1
   * @return (N)
   */
  public static NDArray logLikelihood(VaeSettings settings, NDArray x, NDArray logits) {
    return settings.reconstruction() == Reconstruction.BERNOULLI
        ? bernoulli(x, logits)
        : gaussian(x, Activation.sigmoid(logits), settings.deviation());
  }

  /**
   * log p(x|z) where each pixel is the chance of 1.
   *
   * @param x (N, ...) in 0..1
   * @param logits (N, ...), of the chances
   * @return (N)
   */
  public static NDArray bernoulli(NDArray x, NDArray logits) {
    return perPicture(Ops.binaryCrossEntropy(logits, x)).neg();
  }

  /**
   * log p(x|z) of independent normal pixels of one deviation.
   *
   * @param x (N, ...)
   * @param mean (N, ...)
   * @param deviation above 0
   * @return (N)
   */
  public static NDArray gaussian(NDArray x, NDArray mean, double deviation) {
    double constant = LOG_TWO_PI + 2 * Math.log(deviation);
    NDArray square = Scalars.mul(x.sub(mean).square(), (float) (1 / (deviation * deviation)));
    return perPicture(Scalars.mul(square.add((float) constant), -0.5f));
  }

  /**
   * log p(x|z) of independent normal pixels.
   *
   * @param x (N, ...)
   * @param mean (N, ...)
   * @param logVariance (N, ...)
   * @return (N)
   */
  public static NDArray gaussian(NDArray x, NDArray mean, NDArray logVariance) {
    NDArray square = x.sub(mean).square().mul(logVariance.neg().exp());
    NDArray each = square.add(logVariance).add((float) LOG_TWO_PI);
    return perPicture(Scalars.mul(each, -0.5f));
  }

  /**
   * KL(q(z|x) || p(z)) of normal codes from the standard normal prior.
   *
   * @param mean (N, Z)
   * @param logVariance (N, Z)
   * @return (N), at least 0
   */
  public static NDArray divergence(NDArray mean, NDArray logVariance) {
    NDArray each = mean.square().add(logVariance.exp()).sub(1f).sub(logVariance);
    return perPicture(Scalars.mul(each, 0.5f));
  }

  /**
   * log p(z) - log q(z|x) of a code z = mean + e^(logVariance/2) noise.
   *
   * @param z (..., N, Z)
   * @param logVariance (N, Z)
   * @param noise (..., N, Z)
   * @return (..., N)
   */
  public static NDArray codeWeights(NDArray z, NDArray logVariance, NDArray noise) {
    NDArray each = noise.square().add(logVariance).sub(z.square());
    return Scalars.mul(each.sum(new int[] {-1}), 0.5f);
  }

  /**
   * log of the mean of e^w over the first axis, without overflow.
   *
   * @param logWeights (K, N): log p(x|z) + log p(z) - log q(z|x) of K codes
   * @return (N), a bound that rises with K to log p(x)
   */
  public static NDArray importanceBound(NDArray logWeights) {
    long k = logWeights.getShape().get(0);
    NDArray largest = logWeights.max(new int[] {0}, true);
    NDArray sum = logWeights.sub(largest).exp().sum(new int[] {0});
    return sum.log().add(largest.squeeze(0)).sub((float) Math.log(k));
  }

  private static NDArray perPicture(NDArray each) {
    return each.reshape(new Shape(each.getShape().get(0), -1)).sum(new int[] {1});
  }
}

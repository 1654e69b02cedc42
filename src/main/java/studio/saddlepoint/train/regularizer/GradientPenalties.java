package studio.saddlepoint.train.regularizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.LoweredConvolutions;
import studio.saddlepoint.torch.Scalars;

/** Penalties on the gradient of a discriminator by its pictures, as pure functions. */
public final class GradientPenalties {
  private GradientPenalties() {}

  /**
   * Keeps the norm of the critic's gradient near a target: weight * mean (n_i - target)^2 with n_i
   * the L2 norm of the gradient at picture i (WGAN-GP, Gulrajani et al. 2017, equation 3).
   *
   * @param norms n (N), as {@link #norms} gives them
   * @param weight lambda, 10 in the paper
   * @param target 1 in the paper
   * @return a scalar that can be differentiated by the critic's weights
   */
  public static NDArray toTarget(NDArray norms, double weight, double target) {
    return Scalars.mul(norms.sub(target).square(), weight).mean();
  }

  /**
   * Keeps the critic flat: weight * mean n_i^2. With half its gamma as weight this is R1 at real
   * and R2 at generated pictures (Mescheder et al. 2018, equation 9).
   *
   * @param squaredNorms n^2 (N), as {@link #squaredNorms} gives them
   */
  public static NDArray toZero(NDArray squaredNorms, double weight) {
    return Scalars.mul(squaredNorms, weight).mean();
  }

  /**
   * Random points between real and fake: epsilon real + (1 - epsilon) fake.
   *
   * @param real (N, ...)
   * @param fake (N, ...)
   * @param epsilon (N), uniform in 0..1
   */
  public static NDArray interpolates(NDArray real, NDArray fake, NDArray epsilon) {
    return fake.add(real.sub(fake).mul(perPicture(epsilon, real)));
  }

  /**
   * Random points around real pictures: x + alpha spread std noise, with the standard deviation of
   * all elements of the batch (DRAGAN, Kodali et al. 2017).
   *
   * @param real (N, ...)
   * @param noise of the pictures' shape
   * @param alpha (N), uniform in 0..1
   * @param spread 0.5 in the authors' code
   */
  public static NDArray around(NDArray real, NDArray noise, NDArray alpha, double spread) {
    NDArray deviation = real.sub(real.mean()).square().mean().sqrt();
    return real.add(Scalars.mul(noise.mul(perPicture(alpha, real)).mul(deviation), spread));
  }

  /**
   * The norm of the gradient of the logit by each picture.
   *
   * @param critic logits (N) of pictures
   * @param at where the gradient is taken, (N, ...)
   * @return (N), differentiable
   */
  public static NDArray norms(UnaryOperator<NDArray> critic, NDArray at) {
    return squaredNorms(critic, at).add(1e-12).sqrt();
  }

  /** As {@link #norms}, squared: without the root, whose slope at 0 has no bound. */
  public static NDArray squaredNorms(UnaryOperator<NDArray> critic, NDArray at) {
    NDArray points = Autograd.require(Autograd.detach(at), true);
    NDArray logits = LoweredConvolutions.exact(() -> critic.apply(points));
    NDArray gradient = Autograd.differentiableGradients(logits.sum(), List.of(points)).get(0);
    return gradient.reshape(gradient.getShape().get(0), -1).square().sum(new int[] {1});
  }

  /** Numbers (N) as (N, 1, ...), to go with pictures. */
  private static NDArray perPicture(NDArray numbers, NDArray pictures) {
    long[] axes = new long[pictures.getShape().dimension()];
    Arrays.fill(axes, 1);
    axes[0] = pictures.getShape().get(0);
    return numbers.reshape(new Shape(axes));
  }
}

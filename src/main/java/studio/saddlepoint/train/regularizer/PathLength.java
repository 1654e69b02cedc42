package studio.saddlepoint.train.regularizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Scalars;

/**
 * Path length regularization as pure functions (StyleGAN2, Karras et al. 2020, equation 4): a step
 * in w should change the picture by the same amount everywhere.
 */
public final class PathLength {
  private PathLength() {}

  /**
   * How far pictures move with w: the norm of the gradient of sum(pictures y) / sqrt(H W).
   *
   * @param pictures (N, C, H, W) made of w
   * @param w (N, Z), which requires gradients
   * @param y standard normal numbers of the pictures' shape
   * @return (N), differentiable
   */
  public static NDArray lengths(NDArray pictures, NDArray w, NDArray y) {
    Shape shape = pictures.getShape();
    double scale = 1 / Math.sqrt((double) shape.get(2) * shape.get(3));
    NDArray sum = Scalars.mul(pictures.mul(y).sum(), (float) scale);
    NDArray gradient = Autograd.differentiableGradients(sum, List.of(w)).get(0);
    return gradient.square().sum(new int[] {1}).sqrt();
  }

  /** The running mean with these lengths: mean + decay (E lengths - mean); differentiable. */
  public static NDArray mean(NDArray before, NDArray lengths, double decay) {
    return before.add(Scalars.mul(lengths.mean().sub(before), (float) decay));
  }

  /** weight E (lengths - mean)^2. */
  public static NDArray penalty(NDArray lengths, NDArray mean, double weight) {
    return Scalars.mul(lengths.sub(mean).square().mean(), (float) weight);
  }
}

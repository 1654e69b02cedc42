package studio.saddlepoint.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.function.UnaryOperator;
import studio.saddlepoint.torch.Autograd;

/** Penalties on the discriminator as pure functions. */
public final class Regularizers {
    private Regularizers() {}

    /**
     * Keeps the norm of the critic's gradient near a target: weight * mean (n_i - target)^2 with
     * n_i the L2 norm of the gradient at picture i (WGAN-GP, Gulrajani et al. 2017, equation 3).
     *
     * @param critic logits (N) of pictures
     * @param at where the gradient is taken, (N, ...)
     * @param weight lambda, 10 in the paper
     * @param target 1 in the paper
     * @return a scalar that can be differentiated by the critic's weights
     */
    public static NDArray gradientPenalty(
            UnaryOperator<NDArray> critic, NDArray at, double weight, double target) {
        return gradientNorms(critic, at).sub(target).square().mul(weight).mean();
    }

    /**
     * Random points between real and fake: epsilon real + (1 - epsilon) fake.
     *
     * @param real (N, ...)
     * @param fake (N, ...)
     * @param epsilon (N), uniform in 0..1
     */
    public static NDArray interpolates(NDArray real, NDArray fake, NDArray epsilon) {
        long[] axes = new long[real.getShape().dimension()];
        java.util.Arrays.fill(axes, 1);
        axes[0] = real.getShape().get(0);
        NDArray share = epsilon.reshape(new Shape(axes));
        return fake.add(real.sub(fake).mul(share));
    }

    /**
     * The norm of the gradient of the logit by each picture.
     *
     * @return (N), differentiable
     */
    public static NDArray gradientNorms(UnaryOperator<NDArray> critic, NDArray at) {
        NDArray points = Autograd.require(Autograd.detach(at), true);
        NDArray gradient =
                Autograd.differentiableGradients(critic.apply(points).sum(), List.of(points))
                        .get(0);
        NDArray squares =
                gradient.reshape(gradient.getShape().get(0), -1).square().sum(new int[] {1});
        return squares.add(1e-12).sqrt();
    }
}

package studio.saddlepoint.train;

import ai.djl.ndarray.NDArray;
import studio.saddlepoint.recipe.Loss;
import studio.saddlepoint.torch.Ops;

/**
 * The adversarial losses as pure functions of logits; means over all elements, natural logarithms,
 * sp(x) = log(1 + e^x) computed without overflow. Sources stand in {@link Loss}.
 */
public final class Losses {
    private Losses() {}

    /**
     * What the discriminator minimises.
     *
     * @param real logits of real pictures, any shape
     * @param fake logits of generated pictures
     * @param realTarget target for real pictures; below 1 is one-sided label smoothing (Salimans et
     *     al. 2016, section 3.4)
     * @return a scalar
     */
    public static NDArray discriminator(Loss loss, NDArray real, NDArray fake, double realTarget) {
        return switch (loss) {
            case NON_SATURATING, MINIMAX ->
                    crossEntropy(real, realTarget).add(crossEntropy(fake, 0));
            case LEAST_SQUARES -> leastSquares(real, realTarget).add(leastSquares(fake, 0));
            case WASSERSTEIN -> fake.mean().sub(real.mean());
            case HINGE -> margin(real.neg()).add(margin(fake));
        };
    }

    /**
     * What the generator minimises.
     *
     * @param fake logits of generated pictures, any shape
     * @return a scalar
     */
    public static NDArray generator(Loss loss, NDArray fake) {
        return switch (loss) {
            case NON_SATURATING -> crossEntropy(fake, 1);
            case MINIMAX -> Ops.softplus(fake).mean().neg();
            case LEAST_SQUARES -> leastSquares(fake, 1);
            case WASSERSTEIN, HINGE -> fake.mean().neg();
        };
    }

    /**
     * Binary cross entropy of logits with one target: E[t sp(-x) + (1 - t) sp(x)].
     *
     * @param logits any shape
     * @param target usually 0 or 1
     * @return a scalar
     */
    public static NDArray crossEntropy(NDArray logits, double target) {
        if (target == 1) {
            return Ops.softplus(logits.neg()).mean();
        } else if (target == 0) {
            return Ops.softplus(logits).mean();
        }
        return Ops.softplus(logits.neg())
                .mul(target)
                .add(Ops.softplus(logits).mul(1 - target))
                .mean();
    }

    /**
     * Half the mean squared distance to a target: E(x - t)^2 / 2.
     *
     * @param logits any shape
     * @param target where they should be
     * @return a scalar
     */
    public static NDArray leastSquares(NDArray logits, double target) {
        return logits.sub(target).square().mean().div(2);
    }

    private static NDArray margin(NDArray logits) {
        return logits.add(1).maximum(0).mean();
    }
}

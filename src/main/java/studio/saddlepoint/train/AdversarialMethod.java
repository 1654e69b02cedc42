package studio.saddlepoint.train;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import studio.saddlepoint.recipe.Loss;
import studio.saddlepoint.recipe.MethodSettings;
import studio.saddlepoint.recipe.OptimizerSettings;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;

/**
 * The moves of the two players. All randomness is given, so that a move is a function of its
 * inputs.
 *
 * @param settings loss, regularizers and tricks at this step
 */
public record AdversarialMethod(MethodSettings settings) {

    /**
     * The discriminator's move, against pictures that are constants to it.
     *
     * @param game the players; the discriminator is moved in place
     * @param real pictures (N, ...)
     * @param fake generated pictures (N, ...), detached
     * @param labels classes (N) int64 of both
     * @param perturb what is done to every picture before it is judged: instance noise (Sonderby et
     *     al. 2017)
     * @param epsilon shares (N) in 0..1 of the gradient penalty's interpolates; asked for only if
     *     it is on
     * @param rates the optimizer's settings now
     * @return what the step tells, by key; scalars
     */
    public Map<String, NDArray> moveDiscriminator(
            Game game,
            NDArray real,
            NDArray fake,
            NDArray labels,
            UnaryOperator<NDArray> perturb,
            Supplier<NDArray> epsilon,
            OptimizerSettings rates) {
        Map<String, NDArray> told = new LinkedHashMap<>();
        NDArray realLogits = game.judge().apply(perturb.apply(real), labels).logits();
        NDArray fakeLogits = game.judge().apply(perturb.apply(fake), labels).logits();
        NDArray loss =
                Losses.discriminator(
                        settings.loss(), realLogits, fakeLogits, settings.realTarget());
        if (settings.gradientPenalty() > 0) {
            NDArray penalty =
                    Regularizers.gradientPenalty(
                            x -> game.judge().apply(x, labels).logits(),
                            Regularizers.interpolates(real, fake, epsilon.get()),
                            settings.gradientPenalty(),
                            1);
            loss = loss.add(penalty);
            told.put("penalty", penalty);
        }
        List<NDArray> gradients = Autograd.gradients(loss, game.discriminatorWeights());
        game.discriminatorOptimizer().step(gradients, rates);
        if (settings.weightClip() > 0) {
            Autograd.without(
                    true,
                    () -> {
                        Ops.clamp(game.discriminatorWeights(), settings.weightClip());
                        return game;
                    });
        }
        boolean scores = settings.loss() == Loss.WASSERSTEIN;
        told.put("loss.discriminator", loss);
        told.put(scores ? "critic.real" : "d.real", meanJudgement(realLogits, scores));
        told.put(scores ? "critic.fake" : "d.fake", meanJudgement(fakeLogits, scores));
        told.put("gradient.discriminator", Ops.norm(gradients));
        return told;
    }

    /**
     * The generator's move; the discriminator's weights stay, and their gradients are never
     * computed.
     *
     * @param game the players; the generator is moved in place
     * @param fake generated pictures (N, ...), with their graph
     * @param labels classes (N) int64
     * @param perturb what is done to every picture before it is judged
     * @param rates the optimizer's settings now
     * @return what the step tells, by key; scalars
     */
    public Map<String, NDArray> moveGenerator(
            Game game,
            NDArray fake,
            NDArray labels,
            UnaryOperator<NDArray> perturb,
            OptimizerSettings rates) {
        NDArray logits = game.judge().apply(perturb.apply(fake), labels).logits();
        NDArray loss = Losses.generator(settings.loss(), logits);
        List<NDArray> gradients = Autograd.gradients(loss, game.generatorWeights());
        game.generatorOptimizer().step(gradients, rates);
        Map<String, NDArray> told = new LinkedHashMap<>();
        told.put("loss.generator", loss);
        told.put("gradient.generator", Ops.norm(gradients));
        return told;
    }

    /** Mean probability of being real; of a Wasserstein critic the mean score. */
    private static NDArray meanJudgement(NDArray logits, boolean scores) {
        NDArray detached = Autograd.detach(logits);
        return scores ? detached.mean() : Activation.sigmoid(detached).mean();
    }
}

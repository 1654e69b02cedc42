package studio.saddlepoint.train;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import studio.saddlepoint.model.Judgement;
import studio.saddlepoint.recipe.MethodSettings;
import studio.saddlepoint.torch.Ops;

/**
 * Cross entropy of an auxiliary classifier in the discriminator (ACGAN, Odena et al. 2017): the
 * discriminator learns the classes of real pictures, the generator makes pictures of the class
 * asked for. Has no part where the discriminator has no such classifier.
 */
record ClassLoss() implements Regularizer {
    @Override
    public String key() {
        return "loss.class";
    }

    @Override
    public String generatorKey() {
        return "loss.class.generator";
    }

    @Override
    public boolean on(MethodSettings settings) {
        return settings.classifier().discriminator() > 0 || settings.classifier().generator() > 0;
    }

    @Override
    public Optional<NDArray> ofDiscriminator(Critique critique, MethodSettings settings) {
        return of(
                critique.ofReal().get(),
                critique.real().get(),
                settings.classifier().discriminator());
    }

    @Override
    public Optional<NDArray> ofGenerator(Critique critique, MethodSettings settings) {
        return of(critique.ofFake(), critique.turn().fake(), settings.classifier().generator());
    }

    private static Optional<NDArray> of(Judgement judgement, Labelled what, double weight) {
        return weight == 0
                ? Optional.empty()
                : judgement
                        .classLogits()
                        .map(logits -> Ops.crossEntropy(logits, what.labels()).mul((float) weight));
    }
}

package studio.saddlepoint.train;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import studio.saddlepoint.recipe.ConsistencySettings;
import studio.saddlepoint.recipe.MethodSettings;

/**
 * A shifted picture must be judged as the picture itself, real or generated (bCR; Zhao et al. 2020,
 * equations 3 and 4).
 */
record BalancedConsistency() implements Regularizer {
    private static final View SHIFT = Augmentations.translation(1);

    @Override
    public String key() {
        return "penalty.consistency";
    }

    @Override
    public boolean on(MethodSettings settings) {
        return settings.consistency().real() > 0 || settings.consistency().fake() > 0;
    }

    @Override
    public Optional<NDArray> ofDiscriminator(Critique critique, MethodSettings settings) {
        ConsistencySettings weights = settings.consistency();
        Optional<NDArray> ofReal =
                weights.real() > 0
                        ? Optional.of(
                                distance(critique, critique.real().get(), critique.realLogits())
                                        .mul((float) weights.real()))
                        : Optional.empty();
        if (weights.fake() == 0) {
            return ofReal;
        }
        NDArray ofFake =
                distance(critique, critique.turn().fake(), critique.fakeLogits())
                        .mul((float) weights.fake());
        return Optional.of(ofReal.map(ofFake::add).orElse(ofFake));
    }

    /** E (D(x) - D(T(x)))^2 for plain x with its logits. */
    private static NDArray distance(Critique critique, Labelled plain, NDArray logits) {
        Turn turn = critique.turn();
        NDArray shifted = SHIFT.of(plain.pictures(), turn.chance());
        NDArray again = turn.game().judge().apply(shifted, plain.labels()).logits();
        return logits.sub(again).square().mean();
    }
}

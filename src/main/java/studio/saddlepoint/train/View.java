package studio.saddlepoint.train;

import ai.djl.ndarray.NDArray;
import studio.saddlepoint.recipe.AugmentSettings;
import studio.saddlepoint.recipe.MethodSettings;
import studio.saddlepoint.torch.LayerOps;

/** A change of pictures before they are judged: augmentations and instance noise. */
@FunctionalInterface
public interface View {
    /** Pictures as they are. */
    View PLAIN = (pictures, chance) -> pictures;

    /**
     * Pictures as they are judged; differentiable.
     *
     * @param pictures (N, ...)
     * @param chance where random numbers come from
     */
    NDArray of(NDArray pictures, Chance chance);

    /**
     * What a recipe does to pictures.
     *
     * @param settings augmentations and instance noise (Sonderby et al. 2017)
     * @param memory knows how often to augment, where that is adaptive
     * @param step steps made
     */
    static View of(MethodSettings settings, MethodMemory memory, long step) {
        AugmentSettings augment = settings.augment();
        View view =
                augment.colour() || augment.translation() || augment.cutout()
                        ? Augmentations.of(
                                augment, AdaptiveAugmentation.probability(augment, memory))
                        : PLAIN;
        double faded =
                settings.instanceNoiseSteps() == 0
                        ? 1
                        : Math.max(0, 1 - (double) step / settings.instanceNoiseSteps());
        double deviation = settings.instanceNoise() * faded;
        return deviation == 0
                ? view
                : view.then(
                        (x, chance) ->
                                LayerOps.instanceNoise(x, chance.normal(x.getShape()), deviation));
    }

    /** This, then another. */
    default View then(View next) {
        return this == PLAIN
                ? next
                : next == PLAIN ? this : (x, chance) -> next.of(of(x, chance), chance);
    }
}

package studio.saddlepoint.train.method;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import studio.saddlepoint.recipe.Loss;
import studio.saddlepoint.recipe.MethodSettings;
import studio.saddlepoint.train.step.MethodState;
import studio.saddlepoint.train.step.StepContext;

/** A method: the moves of the two players. */
public sealed interface Method permits AdversarialMethod, BeganMethod {
    /** The method of a recipe. */
    static Method of(MethodSettings settings) {
        return settings.loss() == Loss.BEGAN
                ? new BeganMethod(settings)
                : new AdversarialMethod(settings);
    }

    /**
     * The discriminator's move, against pictures that are constants to it.
     *
     * @return what the move tells, by key; scalars
     */
    Map<String, NDArray> moveDiscriminator(StepContext context);

    /**
     * The generator's move; the discriminator's weights stay, and their gradients are never
     * computed.
     *
     * @return what the move tells, by key; scalars
     */
    Map<String, NDArray> moveGenerator(StepContext context);

    /**
     * What is learnt from a step's moves when they are over.
     *
     * @param scalars what they told, by key; of several moves of a player, the last one's
     * @param methodState where it is kept
     * @param pictures how many real pictures the step has used
     * @return what there is to tell beside, by key
     */
    Map<String, Double> learn(Map<String, Double> scalars, MethodState methodState, long pictures);
}

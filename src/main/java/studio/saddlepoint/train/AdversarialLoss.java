package studio.saddlepoint.train;

import ai.djl.ndarray.NDArray;
import java.util.function.Supplier;

/**
 * What the two players minimise, as pure functions of logits; means over all elements, natural
 * logarithms. Registered in {@link Losses#of}.
 */
public interface AdversarialLoss {
    /**
     * What the discriminator minimises.
     *
     * @param real logits of real pictures, any shape
     * @param fake logits of generated pictures
     * @param realTarget what it should say of the real ones; losses without targets ignore it
     * @param fakeTarget what it should say of the generated ones
     * @return a scalar
     */
    NDArray discriminator(NDArray real, NDArray fake, Target realTarget, Target fakeTarget);

    /**
     * What the generator minimises.
     *
     * @param real gives the logits of real pictures, which few losses ask for
     * @param fake logits of generated pictures
     * @return a scalar
     */
    NDArray generator(Supplier<NDArray> real, NDArray fake);

    /** Whether the logits are scores without bounds rather than log odds of being real. */
    default boolean scores() {
        return false;
    }
}

package studio.saddlepoint.train;

import ai.djl.ndarray.NDArray;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import studio.saddlepoint.model.Judgement;

/**
 * A move when its pictures are judged, as regularizers see it.
 *
 * @param turn what the move is made with
 * @param real gives the real pictures
 * @param ofReal gives what the discriminator says of the real pictures; constant in a generator's
 *     move
 * @param ofFake what it says of the generated ones
 */
public record Critique(
        Turn turn, Supplier<Labelled> real, Supplier<Judgement> ofReal, Judgement ofFake) {

    NDArray realLogits() {
        return ofReal.get().logits();
    }

    NDArray fakeLogits() {
        return ofFake.logits();
    }

    /** Logits of plain pictures with the real ones' classes. */
    UnaryOperator<NDArray> criticOfReal() {
        return x -> turn.game().judge().apply(x, real.get().labels()).logits();
    }

    /** Logits of plain pictures with the fakes' classes. */
    UnaryOperator<NDArray> criticOfFake() {
        return x -> turn.game().judge().apply(x, turn.fake().labels()).logits();
    }
}

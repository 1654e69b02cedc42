package studio.saddlepoint.train;

import java.util.function.Supplier;
import studio.saddlepoint.model.Judgement;
import studio.saddlepoint.recipe.OptimizerSettings;

/**
 * The things that a player's move is made with. All randomness is given, so that a move is a
 * function of its inputs.
 *
 * @param game the players; the one whose turn it is is moved in place
 * @param real gives real pictures, constants; a generator's move seldom asks for them
 * @param fake generated pictures: detached for the discriminator's move, with their graph for the
 *     generator's
 * @param view what is done to every picture before it is judged
 * @param chance random numbers of this move
 * @param memory what methods remember from step to step
 * @param step steps made so far
 * @param rates the optimizer's settings now
 */
public record Turn(
        Game game,
        Supplier<Labelled> real,
        Labelled fake,
        View view,
        Chance chance,
        MethodMemory memory,
        long step,
        OptimizerSettings rates) {

    /** Judges pictures as the discriminator is to see them. */
    Judgement judge(Labelled what) {
        return game.judge().apply(view.of(what.pictures(), chance), what.labels());
    }
}

package studio.saddlepoint.train.step;

import java.util.function.IntFunction;
import java.util.function.Supplier;
import studio.saddlepoint.model.DiscriminatorOutput;
import studio.saddlepoint.recipe.network.OptimizerSettings;

/**
 * The things that a player's move is made with. All randomness is given, so that a move is a
 * function of its inputs.
 *
 * @param players the players; the one whose turn it is is moved in place
 * @param real gives real pictures, constants; a generator's move seldom asks for them
 * @param fake generated pictures: detached for the discriminator's move, with their graph for the
 *     generator's
 * @param transform what is done to every picture before it is judged
 * @param random random numbers of this move
 * @param methodState what methods remember from step to step
 * @param step steps made so far
 * @param rates the optimizer's settings now
 * @param codes draws so many fresh codes, as those of the pictures are drawn
 */
public record UpdateContext(
    GanPlayers players,
    Supplier<LabelledImages> real,
    LabelledImages fake,
    ImageTransform transform,
    RandomSource random,
    MethodState methodState,
    long step,
    OptimizerSettings rates,
    IntFunction<MappedCodes> codes) {

  /** A move that draws no codes. */
  public UpdateContext(
      GanPlayers players,
      Supplier<LabelledImages> real,
      LabelledImages fake,
      ImageTransform transform,
      RandomSource random,
      MethodState methodState,
      long step,
      OptimizerSettings rates) {
    this(
        players,
        real,
        fake,
        transform,
        random,
        methodState,
        step,
        rates,
        count -> {
          throw new IllegalStateException("This move has no codes to draw");
        });
  }

  /** Judges pictures as the discriminator is to see them. */
  public DiscriminatorOutput judge(LabelledImages what) {
    return players.judge().of(transform.of(what.pictures(), random), what.labels(), random);
  }
}

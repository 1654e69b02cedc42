package studio.saddlepoint.train.step;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import studio.saddlepoint.model.DiscriminatorOutput;
import studio.saddlepoint.model.Player;

/**
 * The two players of a GAN and their networks as functions.
 *
 * @param manager where new arrays are made
 * @param generate (z, labels) to pictures (N, ...), as while training
 * @param judge (pictures, labels) to the discriminator's output, as while training
 * @param generator makes pictures
 * @param discriminator judges them
 */
public record GanPlayers(
    NDManager manager,
    BinaryOperator<NDArray> generate,
    BiFunction<NDArray, NDArray, DiscriminatorOutput> judge,
    Player generator,
    Player discriminator) {}

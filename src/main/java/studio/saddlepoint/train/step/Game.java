package studio.saddlepoint.train.step;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import studio.saddlepoint.model.Discriminator;
import studio.saddlepoint.model.DiscriminatorOutput;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.model.Optimizer;

/**
 * The two players as functions, with their weights and what moves them.
 *
 * @param manager where new arrays are made
 * @param generate (z, labels) to pictures (N, ...), as while training
 * @param judge (pictures, labels) to a judgement, as while training
 * @param generatorWeights what a generator step moves
 * @param discriminatorWeights what a discriminator step moves
 * @param generatorOptimizer moves the generator's weights
 * @param discriminatorOptimizer moves the discriminator's weights
 */
public record Game(
        NDManager manager,
        BinaryOperator<NDArray> generate,
        BiFunction<NDArray, NDArray, DiscriminatorOutput> judge,
        List<NDArray> generatorWeights,
        List<NDArray> discriminatorWeights,
        Optimizer generatorOptimizer,
        Optimizer discriminatorOptimizer) {

    /** The players of two networks. */
    public static Game of(
            NDManager manager,
            Generator generator,
            Discriminator discriminator,
            Optimizer generatorOptimizer,
            Optimizer discriminatorOptimizer) {
        return new Game(
                manager,
                (z, labels) -> generator.synthesize(generator.map(z, labels), true),
                (x, labels) -> discriminator.judge(x, labels, true),
                generator.network().weights(),
                discriminator.network().weights(),
                generatorOptimizer,
                discriminatorOptimizer);
    }
}

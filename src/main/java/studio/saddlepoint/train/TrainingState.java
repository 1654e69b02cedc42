package studio.saddlepoint.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.TrainedOn;
import studio.saddlepoint.model.Architectures;
import studio.saddlepoint.model.Discriminator;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.model.LatentSpace;
import studio.saddlepoint.model.Optimizer;
import studio.saddlepoint.model.WeightAverage;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.Checkpoint;
import studio.saddlepoint.run.HostTensor;
import studio.saddlepoint.run.NetworkTensors;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.step.Game;
import studio.saddlepoint.train.step.MethodState;
import studio.saddlepoint.train.step.UpdateRatio;

/**
 * All that a training step reads and moves: two networks, their optimizers, the average, and where
 * it stands.
 */
public final class TrainingState implements AutoCloseable {
    private final NDManager manager;
    private final Generator generator;
    private final Discriminator discriminator;
    private final Optimizer generatorOptimizer;
    private final Optimizer discriminatorOptimizer;
    private final WeightAverage average;
    private final Game game;
    private final MethodState methodState;
    private Recipe recipe;
    private long step;
    private long batchIndex;

    /**
     * The state before the first step, which follows from the recipe.
     *
     * @param recipe the recipe
     * @param data tells the pictures' shape and the classes
     */
    public TrainingState(Recipe recipe, DataSet data) {
        this.recipe = recipe;
        manager = TorchEngine.manager(TorchEngine.device(recipe.training().device()));
        try {
            ImageShape shape = data.shape();
            List<String> classes = recipe.method().conditional() ? data.classNames() : List.of();
            LatentSpace latent = new LatentSpace(recipe.generator().latentSize(), classes);
            generator = Architectures.generator(recipe, latent, shape, manager);
            discriminator = Architectures.discriminator(recipe, classes.size(), shape, manager);
            ReferenceBatch.give(discriminator, data, manager);
            generatorOptimizer =
                    new Optimizer(recipe.generator().optimizer().kind(), generator.network());
            discriminatorOptimizer =
                    new Optimizer(
                            recipe.discriminator().optimizer().kind(), discriminator.network());
            average =
                    new WeightAverage(
                            generator, Architectures.generator(recipe, latent, shape, manager));
            methodState = new MethodState(manager);
            game =
                    Game.of(
                            manager,
                            generator,
                            discriminator,
                            generatorOptimizer,
                            discriminatorOptimizer);
        } catch (RuntimeException
                | Error e) { // such as no methodState left: give back what was taken
            manager.close();
            throw e;
        }
    }

    public NDManager manager() {
        return manager;
    }

    public Generator generator() {
        return generator;
    }

    public Discriminator discriminator() {
        return discriminator;
    }

    /** Both players, as a step moves them. */
    public Game game() {
        return game;
    }

    /** What the method remembers. */
    MethodState methodState() {
        return methodState;
    }

    WeightAverage average() {
        return average;
    }

    /** The recipe with its live values of now. */
    public Recipe recipe() {
        return recipe;
    }

    void change(Recipe to) {
        recipe = to;
    }

    /** Steps made. */
    long step() {
        return step;
    }

    /**
     * Moves of the generator made; none in some steps, several in others, as the {@link
     * UpdateRatio} was.
     */
    long generatorMoves() {
        return generatorOptimizer.count();
    }

    /** Real pictures that the discriminator was shown, repeats included. */
    long imagesSeen() {
        return batchIndex * recipe.training().batchSize();
    }

    /** Batches of real pictures used. */
    long batchIndex() {
        return batchIndex;
    }

    /** One step more, with the batches it took. */
    void advance(int batches) {
        step++;
        batchIndex += batches;
    }

    /** Everything, copied to the host. */
    public Checkpoint save() {
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        arrays().forEach((prefix, arrays) -> NetworkTensors.save(prefix, arrays, tensors));
        NetworkTensors.save("", methodState.arrays(), tensors);
        return checkpoint(tensors);
    }

    /** The networks alone, copied to the host: what snapshots need. */
    public Checkpoint saveNetworks() {
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        NetworkTensors.save("generator.", generator.network().state(), tensors);
        NetworkTensors.save("average.", average.generator().network().state(), tensors);
        NetworkTensors.save("discriminator.", discriminator.network().state(), tensors);
        return checkpoint(tensors);
    }

    private Checkpoint checkpoint(Map<String, HostTensor> tensors) {
        Map<String, String> named =
                new LinkedHashMap<>(TrainedOn.describe(generator.latent(), generator.shape()));
        named.put("generator.optimizer.count", Long.toString(generatorOptimizer.count()));
        named.put("discriminator.optimizer.count", Long.toString(discriminatorOptimizer.count()));
        named.putAll(methodState.numbers());
        return new Checkpoint(step, batchIndex, recipe, tensors, named);
    }

    /** Goes to where a checkpoint was made, bit by bit. */
    void restore(Checkpoint checkpoint) {
        arrays().forEach((prefix, arrays) -> NetworkTensors.restore(prefix, arrays, checkpoint));
        generatorOptimizer.restoreCount(
                Long.parseLong(checkpoint.state().get("generator.optimizer.count")));
        discriminatorOptimizer.restoreCount(
                Long.parseLong(checkpoint.state().get("discriminator.optimizer.count")));
        methodState.restore(checkpoint);
        recipe = checkpoint.recipe();
        step = checkpoint.step();
        batchIndex = checkpoint.batchIndex();
    }

    private Map<String, Map<String, NDArray>> arrays() {
        Map<String, Map<String, NDArray>> all = new LinkedHashMap<>();
        all.put("generator.", generator.network().state());
        all.put("average.", average.generator().network().state());
        all.put("discriminator.", discriminator.network().state());
        all.put("generator.optimizer.", generatorOptimizer.state());
        all.put("discriminator.optimizer.", discriminatorOptimizer.state());
        return all;
    }

    @Override
    public void close() {
        manager.close();
    }
}

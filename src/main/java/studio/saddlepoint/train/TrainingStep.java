package studio.saddlepoint.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import studio.saddlepoint.data.Batch;
import studio.saddlepoint.data.Batches;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.torch.Arrays;
import studio.saddlepoint.torch.Autograd;

/**
 * One step: the discriminator moves {@code criticSteps} times, each on a new batch and new noise,
 * then the generator moves once, on new noise (or, without fresh noise, on the last fakes) against
 * the discriminator as it is now.
 */
final class TrainingStep {
    private final TrainingState state;
    private final Recipe recipe;
    private final Game game;
    private final AdversarialMethod method;
    private final StepRandom random;
    private final NDManager manager;

    private TrainingStep(TrainingState state) {
        this.state = state;
        this.recipe = state.recipe();
        this.game = state.game();
        this.method = new AdversarialMethod(recipe.method());
        this.random = new StepRandom(recipe.seed(), state.step());
        this.manager = game.manager();
    }

    /**
     * Makes a step.
     *
     * @param state networks and optimizers; moved in place and advanced by one step
     * @param batches real pictures, at the state's batch index
     */
    static StepReport make(TrainingState state, Batches batches) {
        return Arrays.scoped(() -> report(new TrainingStep(state).run(batches)));
    }

    private Map<String, NDArray> run(Batches batches) {
        Map<String, NDArray> told = new LinkedHashMap<>();
        boolean fresh = recipe.method().freshNoise();
        int criticSteps = recipe.method().criticSteps();
        int n = recipe.training().batchSize();
        NDArray fake = manager.create(0f);
        NDArray labels = fake;
        for (int i = 0; i < criticSteps; i++) {
            Batch batch = batches.next();
            labels = Arrays.of(manager, IntStream.of(batch.labels()).asLongStream().toArray());
            boolean forBoth = !fresh && i == criticSteps - 1;
            NDArray classes = labels;
            NDArray made =
                    forBoth
                            ? handingOn(() -> generate(n, classes))
                            : handingOn(() -> Autograd.without(true, () -> generate(n, classes)));
            fake = made;
            told.putAll(
                    Arrays.freeingAllBut(
                            () ->
                                    method.moveDiscriminator(
                                            game,
                                            pictures(batch),
                                            forBoth ? Autograd.detach(made) : made,
                                            classes,
                                            instanceNoise(),
                                            () -> random.uniform(manager, new Shape(n)),
                                            recipe.discriminator().optimizer()),
                            values -> List.copyOf(values.values())));
        }
        if (fresh) {
            labels = random.classes(manager, n, state.generator().latent().classNames().size());
            NDArray classes = labels;
            fake = handingOn(() -> generate(n, classes));
        }
        told.putAll(
                method.moveGenerator(
                        game, fake, labels, instanceNoise(), recipe.generator().optimizer()));
        state.advance(criticSteps);
        state.average().update(recipe.generator().emaDecay(), state.step());
        return told;
    }

    /**
     * Makes an array and frees what was needed on the way, so that the next move finds that memory.
     */
    private static NDArray handingOn(Supplier<NDArray> make) {
        return Arrays.freeingAllBut(make, List::of);
    }

    private NDArray generate(int n, NDArray labels) {
        NDArray z = random.normal(manager, new Shape(n, state.generator().latent().size()));
        return game.generate().apply(z, labels);
    }

    private NDArray pictures(Batch batch) {
        ImageShape shape = state.generator().shape();
        return Arrays.of(
                manager,
                batch.pixels(),
                new Shape(batch.labels().length, shape.channels(), shape.height(), shape.width()));
    }

    private UnaryOperator<NDArray> instanceNoise() {
        double deviation = recipe.method().instanceNoise();
        return deviation == 0
                ? UnaryOperator.identity()
                : x -> x.add(random.normal(manager, x.getShape()).mul(deviation));
    }

    /** Reads all scalars at once, which on a GPU waits only once. */
    private static StepReport report(Map<String, NDArray> told) {
        List<NDArray> scalars = new ArrayList<>();
        told.values().forEach(each -> scalars.add(Autograd.detach(each).reshape(1)));
        float[] numbers = NDArrays.concat(new NDList(scalars)).toFloatArray();
        Map<String, Double> values = new LinkedHashMap<>();
        int i = 0;
        for (String key : told.keySet()) {
            values.put(key, (double) numbers[i++]);
        }
        return new StepReport(values);
    }
}

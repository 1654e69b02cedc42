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
import java.util.stream.IntStream;
import studio.saddlepoint.data.Batch;
import studio.saddlepoint.data.Batches;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.recipe.OptimizerSettings;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.torch.Arrays;
import studio.saddlepoint.torch.Autograd;

/**
 * One step: the discriminator moves as often as the {@link Pace} says, each time on a new batch and
 * new noise, then the generator, on new noise (or, without fresh noise, first on the last fakes)
 * against the discriminator as it is now.
 */
final class TrainingStep {
    private final TrainingState state;
    private final Recipe recipe;
    private final Game game;
    private final Method method;
    private final Pace pace;
    private final StepRandom random;
    private final Chance chance;
    private final View view;
    private final NDManager manager;

    private TrainingStep(TrainingState state) {
        this.state = state;
        this.recipe = state.recipe();
        this.game = state.game();
        this.method = Method.of(recipe.method());
        this.pace = Pace.of(recipe.method(), state.step());
        this.random = new StepRandom(recipe.seed(), state.step());
        this.manager = game.manager();
        this.chance = random.chance(manager);
        this.view = View.of(recipe.method(), state.memory(), state.step());
    }

    /**
     * Makes a step.
     *
     * @param state networks and optimizers; moved in place and advanced by one step
     * @param batches real pictures, at the state's batch index
     */
    static StepReport make(TrainingState state, Batches batches) {
        return Arrays.scoped(() -> new TrainingStep(state).make(batches));
    }

    private StepReport make(Batches batches) {
        Map<String, Double> told = numbers(run(batches));
        long pictures = (long) pace.criticMoves() * recipe.training().batchSize();
        told.putAll(method.learn(told, state.memory(), pictures));
        state.advance(pace.criticMoves());
        if (pace.generatorMoves() > 0) {
            state.average().update(recipe.generator().emaDecay(), state.step());
        }
        return new StepReport(told);
    }

    private Map<String, NDArray> run(Batches batches) {
        Map<String, NDArray> told = new LinkedHashMap<>();
        boolean fresh = recipe.method().freshNoise();
        int n = recipe.training().batchSize();
        NDArray none = manager.create(0f);
        Labelled fake = new Labelled(none, none);
        Batch batch = batches.next();
        for (int i = 0; i < pace.criticMoves(); i++) {
            batch = i == 0 ? batch : batches.next();
            Batch now = batch;
            NDArray labels = labels(now);
            boolean forBoth = !fresh && pace.generatorMoves() > 0 && i == pace.criticMoves() - 1;
            Labelled made =
                    new Labelled(
                            forBoth
                                    ? handingOn(() -> generate(n, labels))
                                    : handingOn(
                                            () ->
                                                    Autograd.without(
                                                            true, () -> generate(n, labels))),
                            labels);
            fake = made;
            told.putAll(
                    freeing(
                            () ->
                                    method.moveDiscriminator(
                                            turn(
                                                    () -> new Labelled(pictures(now), labels),
                                                    forBoth ? detached(made) : made,
                                                    recipe.discriminator().optimizer()))));
        }
        for (int i = 0; i < pace.generatorMoves(); i++) {
            if (fresh || i > 0) {
                int classes = state.generator().latent().classNames().size();
                NDArray labels = random.classes(manager, n, classes);
                fake = new Labelled(handingOn(() -> generate(n, labels)), labels);
            }
            Labelled mine = fake;
            Batch last = batch;
            told.putAll(
                    freeing(
                            () ->
                                    method.moveGenerator(
                                            turn(
                                                    () ->
                                                            new Labelled(
                                                                    pictures(last), labels(last)),
                                                    mine,
                                                    recipe.generator().optimizer()))));
        }
        return told;
    }

    private Turn turn(Supplier<Labelled> real, Labelled fake, OptimizerSettings rates) {
        return new Turn(
                game,
                real,
                fake,
                view,
                chance,
                state.memory(),
                state.step(),
                rates.at(state.step(), recipe.training().steps()));
    }

    private static Labelled detached(Labelled made) {
        return new Labelled(Autograd.detach(made.pictures()), made.labels());
    }

    private NDArray labels(Batch batch) {
        return Arrays.of(manager, IntStream.of(batch.labels()).asLongStream().toArray());
    }

    /** What a move tells; all else that it has made is freed, for the next move. */
    private static Map<String, NDArray> freeing(Supplier<Map<String, NDArray>> move) {
        return Arrays.freeingAllBut(move, values -> List.copyOf(values.values()));
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

    /** Reads all scalars at once, which on a GPU waits only once. */
    private static Map<String, Double> numbers(Map<String, NDArray> told) {
        List<NDArray> scalars = new ArrayList<>();
        told.values().forEach(each -> scalars.add(Autograd.detach(each).reshape(1)));
        float[] numbers = NDArrays.concat(new NDList(scalars)).toFloatArray();
        Map<String, Double> values = new LinkedHashMap<>();
        int i = 0;
        for (String key : told.keySet()) {
            values.put(key, (double) numbers[i++]);
        }
        return values;
    }
}

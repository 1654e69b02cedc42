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
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.train.augment.ImageTransforms;
import studio.saddlepoint.train.method.Method;
import studio.saddlepoint.train.step.Game;
import studio.saddlepoint.train.step.ImageTransform;
import studio.saddlepoint.train.step.LabelledImages;
import studio.saddlepoint.train.step.RandomSource;
import studio.saddlepoint.train.step.StepContext;
import studio.saddlepoint.train.step.StepRandom;
import studio.saddlepoint.train.step.StepReport;
import studio.saddlepoint.train.step.UpdateRatio;

/**
 * One step: the discriminator moves as often as the {@link UpdateRatio} says, each time on a new
 * batch and new noise, then the generator, on new noise (or, without fresh noise, first on the last
 * fakes) against the discriminator as it is now.
 */
public final class TrainingStep {
    private final TrainingState state;
    private final Recipe recipe;
    private final Game game;
    private final Method method;
    private final UpdateRatio ratio;
    private final StepRandom stepRandom;
    private final RandomSource random;
    private final ImageTransform transform;
    private final NDManager manager;

    private TrainingStep(TrainingState state) {
        this.state = state;
        this.recipe = state.recipe();
        this.game = state.game();
        this.method = Method.of(recipe.method());
        this.ratio = UpdateRatio.of(recipe.method(), state.step());
        this.stepRandom = new StepRandom(recipe.seed(), state.step());
        this.manager = game.manager();
        this.random = stepRandom.source(manager);
        this.transform = ImageTransforms.of(recipe.method(), state.methodState(), state.step());
    }

    /**
     * Makes a step.
     *
     * @param state networks and optimizers; moved in place and advanced by one step
     * @param batches real pictures, at the state's batch index
     */
    public static StepReport make(TrainingState state, Batches batches) {
        return ArrayScopes.scoped(() -> new TrainingStep(state).make(batches));
    }

    private StepReport make(Batches batches) {
        Map<String, Double> scalars = numbers(run(batches));
        long pictures = (long) ratio.criticMoves() * recipe.training().batchSize();
        scalars.putAll(method.learn(scalars, state.methodState(), pictures));
        state.advance(ratio.criticMoves());
        if (ratio.generatorMoves() > 0) {
            state.average().update(recipe.generator().emaDecay(), state.step());
        }
        return new StepReport(scalars);
    }

    private Map<String, NDArray> run(Batches batches) {
        Map<String, NDArray> scalars = new LinkedHashMap<>();
        boolean fresh = recipe.method().freshNoise();
        int n = recipe.training().batchSize();
        NDArray none = manager.create(0f);
        LabelledImages fake = new LabelledImages(none, none);
        Batch batch = batches.next();
        for (int i = 0; i < ratio.criticMoves(); i++) {
            batch = i == 0 ? batch : batches.next();
            Batch now = batch;
            NDArray labels = labels(now);
            boolean forBoth = !fresh && ratio.generatorMoves() > 0 && i == ratio.criticMoves() - 1;
            LabelledImages made =
                    new LabelledImages(
                            forBoth
                                    ? handingOn(() -> generate(n, labels))
                                    : handingOn(
                                            () ->
                                                    Autograd.without(
                                                            true, () -> generate(n, labels))),
                            labels);
            fake = made;
            scalars.putAll(
                    freeing(
                            () ->
                                    method.moveDiscriminator(
                                            context(
                                                    () -> new LabelledImages(pictures(now), labels),
                                                    forBoth ? detached(made) : made,
                                                    recipe.discriminator().optimizer()))));
        }
        for (int i = 0; i < ratio.generatorMoves(); i++) {
            if (fresh || i > 0) {
                int classes = state.generator().latent().classNames().size();
                NDArray labels = stepRandom.classes(manager, n, classes);
                fake = new LabelledImages(handingOn(() -> generate(n, labels)), labels);
            }
            LabelledImages mine = fake;
            Batch last = batch;
            scalars.putAll(
                    freeing(
                            () ->
                                    method.moveGenerator(
                                            context(
                                                    () ->
                                                            new LabelledImages(
                                                                    pictures(last), labels(last)),
                                                    mine,
                                                    recipe.generator().optimizer()))));
        }
        return scalars;
    }

    private StepContext context(
            Supplier<LabelledImages> real, LabelledImages fake, OptimizerSettings rates) {
        return new StepContext(
                game,
                real,
                fake,
                transform,
                random,
                state.methodState(),
                state.step(),
                rates.at(state.step(), recipe.training().steps()));
    }

    private static LabelledImages detached(LabelledImages made) {
        return new LabelledImages(Autograd.detach(made.pictures()), made.labels());
    }

    private NDArray labels(Batch batch) {
        return ArrayScopes.of(manager, IntStream.of(batch.labels()).asLongStream().toArray());
    }

    /** What a move tells; all else that it has made is freed, for the next move. */
    private static Map<String, NDArray> freeing(Supplier<Map<String, NDArray>> move) {
        return ArrayScopes.freeingAllBut(move, values -> List.copyOf(values.values()));
    }

    /**
     * Makes an array and frees what was needed on the way, so that the next move finds that memory.
     */
    private static NDArray handingOn(Supplier<NDArray> make) {
        return ArrayScopes.freeingAllBut(make, List::of);
    }

    private NDArray generate(int n, NDArray labels) {
        NDArray z = stepRandom.normal(manager, new Shape(n, state.generator().latent().size()));
        return game.generate().apply(z, labels);
    }

    private NDArray pictures(Batch batch) {
        ImageShape shape = state.generator().shape();
        return ArrayScopes.of(
                manager,
                batch.pixels(),
                new Shape(batch.labels().length, shape.channels(), shape.height(), shape.width()));
    }

    /** Reads all scalars at once, which on a GPU waits only once. */
    private static Map<String, Double> numbers(Map<String, NDArray> scalars) {
        List<NDArray> flat = new ArrayList<>();
        scalars.values().forEach(each -> flat.add(Autograd.detach(each).reshape(1)));
        float[] numbers = NDArrays.concat(new NDList(flat)).toFloatArray();
        Map<String, Double> values = new LinkedHashMap<>();
        int i = 0;
        for (String key : scalars.keySet()) {
            values.put(key, (double) numbers[i++]);
        }
        return values;
    }
}

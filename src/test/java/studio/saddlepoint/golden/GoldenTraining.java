package studio.saddlepoint.golden;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import studio.saddlepoint.model.Judgement;
import studio.saddlepoint.model.Optimizer;
import studio.saddlepoint.recipe.MethodSettings;
import studio.saddlepoint.recipe.OptimizerKind;
import studio.saddlepoint.recipe.OptimizerSettings;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.train.Chance;
import studio.saddlepoint.train.Game;
import studio.saddlepoint.train.Labelled;
import studio.saddlepoint.train.Method;
import studio.saddlepoint.train.MethodMemory;
import studio.saddlepoint.train.Turn;
import studio.saddlepoint.train.View;

/** A case of whole training steps: plays its moves and puts what they told into the run. */
final class GoldenTraining {
    private final GoldenRun run;
    private final Map<String, NDArray> weights = new LinkedHashMap<>();
    private final Map<String, List<NDArray>> told = new LinkedHashMap<>();
    private final MethodMemory memory;

    GoldenTraining(GoldenRun run) {
        this.run = run;
        this.memory = new MethodMemory(run.manager());
    }

    /** The case's networks; of weights once there is a game. */
    GoldenNetworks networks() {
        return new GoldenNetworks(run, weights);
    }

    /** What the method keeps between steps. */
    MethodMemory memory() {
        return memory;
    }

    Game game(OptimizerKind kind, BinaryOperator<NDArray> generate, BinaryOperator<NDArray> judge) {
        List<NDArray> generator = new ArrayList<>();
        List<NDArray> discriminator = new ArrayList<>();
        for (String name : run.names()) {
            boolean weight = name.startsWith("G_") || name.startsWith("D_");
            if (!weight || name.endsWith("_out")) {
                continue;
            }
            if (name.contains("_run")) {
                weights.put(name, run.array(name));
                continue;
            }
            weights.put(name, run.parameter(name));
            (name.startsWith("G_") ? generator : discriminator).add(weights.get(name));
        }
        return new Game(
                run.manager(),
                generate,
                (x, labels) -> Judgement.of(judge.apply(x, labels)),
                generator,
                discriminator,
                new Optimizer(kind, run.manager(), generator),
                new Optimizer(kind, run.manager(), discriminator));
    }

    private OptimizerSettings rates() {
        boolean adam = run.given("beta1");
        return Recipe.defaults()
                .with("generator.optimizer.learningRate", run.number("lr"))
                .with("generator.optimizer.beta1", adam ? run.number("beta1") : 0)
                .with("generator.optimizer.beta2", run.number(adam ? "beta2" : "alpha"))
                .generator()
                .optimizer();
    }

    void moveDiscriminator(
            Game game, MethodSettings method, int s, int k, NDArray fake, NDArray labels) {
        Supplier<Labelled> real = () -> new Labelled(at("real", s, k), labels);
        tell(
                Method.of(method)
                        .moveDiscriminator(
                                turn(game, real, fake, labels, () -> at("epsilon", s, k))));
    }

    void moveGenerator(Game game, MethodSettings method, NDArray fake, NDArray labels) {
        Supplier<Labelled> none =
                () -> {
                    throw new AssertionError("The generator's move asked for real pictures");
                };
        tell(
                Method.of(method)
                        .moveGenerator(turn(game, none, fake, labels, () -> run.array("epsilon"))));
    }

    private Turn turn(
            Game game,
            Supplier<Labelled> real,
            NDArray fake,
            NDArray labels,
            Supplier<NDArray> epsilon) {
        return new Turn(
                game,
                real,
                new Labelled(fake, labels),
                View.PLAIN,
                new GivenChance(epsilon),
                memory,
                0,
                rates());
    }

    /** The case's shares of real pictures in interpolates, and no other randomness. */
    private record GivenChance(Supplier<NDArray> epsilon) implements Chance {
        @Override
        public NDArray uniform(Shape shape) {
            return epsilon.get();
        }

        @Override
        public NDArray normal(Shape shape) {
            throw new AssertionError("No normal numbers are given");
        }

        @Override
        public double next() {
            throw new AssertionError("No single numbers are given");
        }
    }

    private NDArray at(String name, int s, int k) {
        NDArray step = run.array(name).get(new NDIndex(s));
        return k < 0 ? step : step.get(new NDIndex(k));
    }

    void learn(MethodSettings method) {
        Map<String, Double> last = new LinkedHashMap<>();
        told.forEach((key, values) -> last.put(key, number(values.get(values.size() - 1))));
        Map<String, NDArray> learnt = new LinkedHashMap<>();
        Method.of(method)
                .learn(last, memory, 0)
                .forEach((key, value) -> learnt.put(key, run.manager().create(value.floatValue())));
        tell(learnt);
    }

    private static double number(NDArray scalar) {
        return scalar.toType(DataType.FLOAT64, true).getDouble(0);
    }

    private void tell(Map<String, NDArray> values) {
        values.forEach(
                (key, value) ->
                        told.computeIfAbsent(key, k -> new ArrayList<>())
                                .add(Autograd.detach(value).reshape(1)));
    }

    void put() {
        put("d_loss", "loss.discriminator");
        put("g_loss", "loss.generator");
        if (told.containsKey("penalty")) {
            put("penalty", "penalty");
        }
        weights.forEach((name, value) -> run.put(name + "_out", Autograd.detach(value)));
    }

    void put(String output, String key) {
        run.put(output, NDArrays.concat(new NDList(told.get(key))));
    }
}

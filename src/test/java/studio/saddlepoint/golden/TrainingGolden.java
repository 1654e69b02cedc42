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
import studio.saddlepoint.recipe.Loss;
import studio.saddlepoint.recipe.MethodSettings;
import studio.saddlepoint.recipe.OptimizerKind;
import studio.saddlepoint.recipe.OptimizerSettings;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.LayerOps;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.train.Chance;
import studio.saddlepoint.train.Game;
import studio.saddlepoint.train.Labelled;
import studio.saddlepoint.train.Method;
import studio.saddlepoint.train.MethodMemory;
import studio.saddlepoint.train.Turn;
import studio.saddlepoint.train.View;

/** Golden operations of whole training steps, by the moves that the trainer makes. */
final class TrainingGolden {
    static final Map<String, GoldenOp> OPS =
            Map.of(
                    "train_dcgan",
                    TrainingGolden::dcgan,
                    "train_wgan_gp",
                    run ->
                            critic(
                                    run,
                                    method(Loss.WASSERSTEIN)
                                            .with("method.gradientPenalty", run.number("lambda")),
                                    OptimizerKind.ADAM),
                    "train_wgan_clip",
                    run ->
                            critic(
                                    run,
                                    method(Loss.WASSERSTEIN)
                                            .with("method.weightClip", run.number("clip")),
                                    OptimizerKind.RMSPROP),
                    "train_cgan",
                    TrainingGolden::conditional,
                    "train_began",
                    TrainingGolden::began,
                    "train_sn_hinge",
                    TrainingGolden::spectralHinge);

    private final GoldenRun run;
    private final Map<String, NDArray> weights = new LinkedHashMap<>();
    private final Map<String, List<NDArray>> told = new LinkedHashMap<>();

    private final MethodMemory memory;

    private TrainingGolden(GoldenRun run) {
        this.run = run;
        this.memory = new MethodMemory(run.manager());
    }

    /** Discriminators without batch norm, so that the recipe lets a penalty pass. */
    private static Recipe method(Loss loss) {
        return Recipe.defaults()
                .with("discriminator.normalization", "none")
                .with("method.loss", loss);
    }

    private static void dcgan(GoldenRun run) {
        TrainingGolden training = new TrainingGolden(run);
        boolean fresh = run.flag("fresh_noise");
        Game game =
                training.game(
                        OptimizerKind.ADAM,
                        (z, labels) -> training.convolutionalGenerator(z),
                        (x, labels) -> training.convolutionalJudge(x));
        MethodSettings method = method(Loss.NON_SATURATING).method();
        NDArray labels = run.manager().zeros(new Shape(1));
        for (int s = 0; s < run.whole("steps"); s++) {
            NDArray z = run.array("z_d").get(new NDIndex(s));
            NDArray fake =
                    fresh
                            ? Autograd.without(true, () -> game.generate().apply(z, labels))
                            : game.generate().apply(z, labels);
            training.moveDiscriminator(game, method, s, -1, Autograd.detach(fake), labels);
            NDArray next =
                    fresh
                            ? game.generate().apply(run.array("z_g").get(new NDIndex(s)), labels)
                            : fake;
            training.moveGenerator(game, method, next, labels);
        }
        training.put();
    }

    private static void critic(GoldenRun run, Recipe recipe, OptimizerKind kind) {
        TrainingGolden training = new TrainingGolden(run);
        Game game =
                training.game(
                        kind,
                        (z, labels) -> training.denseGenerator(z),
                        (x, labels) -> {
                            NDArray hidden = x.matMul(training.weight("D_w1").transpose());
                            return Ops.leakyRelu(hidden, 0.2)
                                    .matMul(training.weight("D_w2").transpose())
                                    .reshape(-1);
                        });
        NDArray labels = run.manager().zeros(new Shape(1));
        for (int s = 0; s < run.whole("steps"); s++) {
            for (int k = 0; k < run.whole("n_critic"); k++) {
                NDArray z = run.array("z_d").get(new NDIndex(s)).get(new NDIndex(k));
                NDArray fake = Autograd.without(true, () -> game.generate().apply(z, labels));
                training.moveDiscriminator(game, recipe.method(), s, k, fake, labels);
            }
            NDArray z = run.array("z_g").get(new NDIndex(s));
            training.moveGenerator(game, recipe.method(), game.generate().apply(z, labels), labels);
        }
        training.put();
    }

    private static void conditional(GoldenRun run) {
        TrainingGolden training = new TrainingGolden(run);
        Game game =
                training.game(
                        OptimizerKind.ADAM,
                        (z, y) -> training.denseGenerator(training.join(z, "G_emb", y)).tanh(),
                        (x, y) -> {
                            NDArray hidden =
                                    training.linear(training.join(x, "D_emb", y), "D_w1", "D_b1");
                            return training.linear(Ops.leakyRelu(hidden, 0.2), "D_w2", "D_b2")
                                    .reshape(-1);
                        });
        MethodSettings method = method(Loss.NON_SATURATING).method();
        for (int s = 0; s < run.whole("steps"); s++) {
            NDArray z = run.array("z_d").get(new NDIndex(s));
            NDArray labels = run.array("labels_d").get(new NDIndex(s));
            NDArray fake = Autograd.without(true, () -> game.generate().apply(z, labels));
            training.moveDiscriminator(game, method, s, -1, fake, labels);
            NDArray wanted = run.array("labels_g").get(new NDIndex(s));
            NDArray next = game.generate().apply(run.array("z_g").get(new NDIndex(s)), wanted);
            training.moveGenerator(game, method, next, wanted);
        }
        training.put();
    }

    private static void spectralHinge(GoldenRun run) {
        TrainingGolden training = new TrainingGolden(run);
        Game game =
                training.game(
                        OptimizerKind.ADAM,
                        (z, labels) -> training.denseGenerator(z),
                        (x, labels) -> {
                            NDArray first = x.matMul(training.normalized(1));
                            NDArray second =
                                    Ops.leakyRelu(first, 0.2).matMul(training.normalized(2));
                            return Ops.leakyRelu(second, 0.2)
                                    .matMul(training.normalized(3))
                                    .reshape(-1);
                        });
        MethodSettings method = method(Loss.HINGE).method();
        NDArray labels = run.manager().zeros(new Shape(1));
        for (int s = 0; s < run.whole("steps"); s++) {
            NDArray z = run.array("z_d").get(new NDIndex(s));
            NDArray fake = Autograd.without(true, () -> game.generate().apply(z, labels));
            training.moveDiscriminator(game, method, s, -1, fake, labels);
            NDArray next = run.array("z_g").get(new NDIndex(s));
            training.moveGenerator(game, method, game.generate().apply(next, labels), labels);
        }
        training.put();
    }

    /** The transpose of a critic's weight over its spectral norm; moves its u by an iteration. */
    private NDArray normalized(int layer) {
        return LayerOps.spectralNorm(
                        weight("D_w" + layer),
                        weight("D_run_u" + layer),
                        0,
                        run.whole("n_power_iterations"),
                        1e-12)
                .get(0)
                .transpose();
    }

    private static void began(GoldenRun run) {
        TrainingGolden training = new TrainingGolden(run);
        Game plain =
                training.game(
                        OptimizerKind.ADAM,
                        (z, labels) -> training.denseGenerator(z),
                        (x, labels) -> x);
        Game game =
                new Game(
                        plain.manager(),
                        plain.generate(),
                        (x, labels) -> {
                            NDArray hidden = training.linear(x, "D_w1", "D_b1").tanh();
                            return Judgement.of(x)
                                    .withReconstruction(training.linear(hidden, "D_w2", "D_b2"));
                        },
                        plain.generatorWeights(),
                        plain.discriminatorWeights(),
                        plain.generatorOptimizer(),
                        plain.discriminatorOptimizer());
        MethodSettings method =
                method(Loss.BEGAN)
                        .with("method.began.gamma", run.number("gamma"))
                        .with("method.began.speed", run.number("lambda_k"))
                        .method();
        training.memory.remember("began.k", run.number("k"));
        NDArray labels = run.manager().zeros(new Shape(1));
        for (int s = 0; s < run.whole("steps"); s++) {
            NDArray z = run.array("z_d").get(new NDIndex(s));
            NDArray fake = Autograd.without(true, () -> game.generate().apply(z, labels));
            training.moveDiscriminator(game, method, s, -1, fake, labels);
            NDArray next = run.array("z_g").get(new NDIndex(s));
            training.moveGenerator(game, method, game.generate().apply(next, labels), labels);
            training.learn(method);
        }
        training.put();
        training.put("l_real", "began.real");
        training.put("k", "began.k");
        training.put("convergence", "began.convergence");
    }

    private void learn(MethodSettings method) {
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

    private Game game(
            OptimizerKind kind, BinaryOperator<NDArray> generate, BinaryOperator<NDArray> judge) {
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

    private void moveDiscriminator(
            Game game, MethodSettings method, int s, int k, NDArray fake, NDArray labels) {
        Supplier<Labelled> real = () -> new Labelled(at("real", s, k), labels);
        tell(
                Method.of(method)
                        .moveDiscriminator(
                                turn(game, real, fake, labels, () -> at("epsilon", s, k))));
    }

    private void moveGenerator(Game game, MethodSettings method, NDArray fake, NDArray labels) {
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

    private void tell(Map<String, NDArray> values) {
        values.forEach(
                (key, value) ->
                        told.computeIfAbsent(key, k -> new ArrayList<>())
                                .add(Autograd.detach(value).reshape(1)));
    }

    private void put() {
        put("d_loss", "loss.discriminator");
        put("g_loss", "loss.generator");
        if (told.containsKey("penalty")) {
            put("penalty", "penalty");
        }
        weights.forEach((name, value) -> run.put(name + "_out", Autograd.detach(value)));
    }

    private void put(String output, String key) {
        run.put(output, NDArrays.concat(new NDList(told.get(key))));
    }

    private NDArray weight(String name) {
        return weights.get(name);
    }

    private NDArray linear(NDArray x, String weight, String bias) {
        return Ops.linear(x, weight(weight), weight(bias));
    }

    private NDArray join(NDArray x, String table, NDArray labels) {
        NDArray rows = Ops.embedding(weight(table), labels);
        return NDArrays.concat(new NDList(x, rows), 1);
    }

    private NDArray denseGenerator(NDArray z) {
        return linear(Ops.leakyRelu(linear(z, "G_w1", "G_b1"), 0), "G_w2", "G_b2");
    }

    private NDArray convolutionalGenerator(NDArray z) {
        NDArray x = z.reshape(z.getShape().get(0), -1, 1, 1);
        NDArray first = Ops.convTranspose2d(x, weight("G_w1"), 1, 0, 0);
        NDArray second =
                Ops.convTranspose2d(
                        Ops.leakyRelu(norm(first, "G_bn1", "G_run1"), 0), weight("G_w2"), 2, 1, 0);
        NDArray third =
                Ops.convTranspose2d(
                        Ops.leakyRelu(norm(second, "G_bn2", "G_run2"), 0), weight("G_w3"), 2, 1, 0);
        return third.add(weight("G_b3").reshape(1, -1, 1, 1)).tanh();
    }

    private NDArray convolutionalJudge(NDArray x) {
        NDArray first = Ops.conv2d(x, weight("D_w1"), weight("D_b1"), 2, 1);
        NDArray second = Ops.conv2d(Ops.leakyRelu(first, 0.2), weight("D_w2"), 2, 1);
        NDArray active = Ops.leakyRelu(norm(second, "D_bn2", "D_run2"), 0.2);
        return Ops.conv2d(active, weight("D_w3"), weight("D_b3"), 1, 0).reshape(-1);
    }

    private NDArray norm(NDArray x, String affine, String running) {
        return Ops.batchNorm(
                x,
                weight(affine + "_gamma"),
                weight(affine + "_beta"),
                weight(running + "_mean"),
                weight(running + "_var"),
                true,
                0.1,
                1e-5);
    }
}

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
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.model.DiscriminatorOutput;
import studio.saddlepoint.model.Player;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.MethodSettings;
import studio.saddlepoint.recipe.network.OptimizerKind;
import studio.saddlepoint.recipe.network.OptimizerSettings;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.train.*;
import studio.saddlepoint.train.method.GanUpdates;
import studio.saddlepoint.train.step.*;

/** A case of whole training steps: plays its moves and puts what they told into the run. */
final class GoldenTraining {
  private final GoldenRun run;
  private final Map<String, NDArray> weights = new LinkedHashMap<>();
  private final Map<String, List<NDArray>> scalars = new LinkedHashMap<>();
  private final MethodState methodState;
  private @Nullable OptimizerSettings taken;

  GoldenTraining(GoldenRun run) {
    this.run = run;
    this.methodState = new MethodState(run.manager());
  }

  /** The case's networks; of weights once there is a game. */
  GoldenNetworks networks() {
    return new GoldenNetworks(run, weights);
  }

  /** A weight of the game's. */
  NDArray weight(String name) {
    return Objects.requireNonNull(weights.get(name), name);
  }

  /** What the method keeps between steps. */
  MethodState methodState() {
    return methodState;
  }

  GanPlayers game(
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
    return new GanPlayers(
        run.manager(),
        GeneratorHalves.ofWhole(generate),
        (x, labels, random) -> DiscriminatorOutput.of(judge.apply(x, labels)),
        Player.of("generator", run.manager(), generator, kind),
        Player.of("discriminator", run.manager(), discriminator, kind));
  }

  /** Pictures of given codes. */
  static NDArray generate(GanPlayers game, NDArray z, NDArray labels) {
    return game.generate(
        z,
        labels,
        new GivenChance(
            () -> {
              throw new AssertionError("No uniform numbers are given");
            }));
  }

  /** Moves from now on at these rates, in the place of the case's fixed ones. */
  void takeRates(OptimizerSettings now) {
    taken = now;
  }

  private OptimizerSettings rates() {
    return taken == null ? fixedRates() : taken;
  }

  private OptimizerSettings fixedRates() {
    boolean adam = run.given("beta1");
    return Recipe.defaults()
        .with("generator.optimizer.learningRate", run.number("lr"))
        .with("generator.optimizer.beta1", adam ? run.number("beta1") : 0)
        .with("generator.optimizer.beta2", run.number(adam ? "beta2" : "alpha"))
        .generator()
        .optimizer();
  }

  void moveDiscriminator(
      GanPlayers game, MethodSettings method, int s, int k, NDArray fake, NDArray labels) {
    Supplier<LabelledImages> real = () -> new LabelledImages(at("real", s, k), labels);
    tell(
        GanUpdates.of(method)
            .moveDiscriminator(context(game, real, fake, labels, () -> at("epsilon", s, k))));
  }

  /** The discriminator's move against given real pictures. */
  void moveDiscriminator(
      GanPlayers game,
      MethodSettings method,
      NDArray real,
      NDArray fake,
      NDArray labels,
      NDArray epsilon) {
    Supplier<LabelledImages> shown = () -> new LabelledImages(real, labels);
    tell(
        GanUpdates.of(method).moveDiscriminator(context(game, shown, fake, labels, () -> epsilon)));
  }

  /** The generator's move of a loss that compares with the step's real pictures. */
  void moveGenerator(GanPlayers game, MethodSettings method, int s, NDArray fake, NDArray labels) {
    Supplier<LabelledImages> real = () -> new LabelledImages(at("real", s, -1), labels);
    tell(
        GanUpdates.of(method)
            .moveGenerator(context(game, real, fake, labels, () -> run.array("epsilon"))));
  }

  void moveGenerator(GanPlayers game, MethodSettings method, NDArray fake, NDArray labels) {
    Supplier<LabelledImages> none =
        () -> {
          throw new AssertionError("The generator's move asked for real pictures");
        };
    tell(
        GanUpdates.of(method)
            .moveGenerator(context(game, none, fake, labels, () -> run.array("epsilon"))));
  }

  private UpdateContext context(
      GanPlayers game,
      Supplier<LabelledImages> real,
      NDArray fake,
      NDArray labels,
      Supplier<NDArray> epsilon) {
    return new UpdateContext(
        game,
        real,
        new LabelledImages(fake, labels),
        ImageTransform.PLAIN,
        new GivenChance(epsilon),
        methodState,
        0,
        rates());
  }

  /** The case's shares of real pictures in interpolates, and no other randomness. */
  private record GivenChance(Supplier<NDArray> epsilon) implements RandomSource {
    @Override
    public NDArray uniform(Shape shape) {
      return epsilon.get().reshape(shape);
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
    scalars.forEach((key, values) -> last.put(key, number(values.get(values.size() - 1))));
    Map<String, NDArray> learnt = new LinkedHashMap<>();
    GanUpdates.of(method)
        .learn(last, methodState, 0)
        .forEach((key, value) -> learnt.put(key, run.manager().create(value.floatValue())));
    tell(learnt);
  }

  private static double number(NDArray scalar) {
    return scalar.toType(DataType.FLOAT64, true).getDouble(0);
  }

  private void tell(Map<String, NDArray> values) {
    values.forEach(
        (key, value) ->
            scalars
                .computeIfAbsent(key, k -> new ArrayList<>())
                .add(Autograd.detach(value).reshape(1)));
  }

  void put() {
    put("d_loss", "loss.discriminator");
    put("g_loss", "loss.generator");
    if (scalars.containsKey("penalty")) {
      put("penalty", "penalty");
    }
    weights.forEach((name, value) -> run.put(name + "_out", Autograd.detach(value)));
  }

  /** Puts what was told, each number divided by one of its step. */
  void put(String output, String key, double[] divisors) {
    List<NDArray> values = scalars.get(key);
    run.put(
        output,
        IntStream.range(0, divisors.length)
            .mapToDouble(s -> number(values.get(s)) / divisors[s])
            .toArray());
  }

  void put(String output, String key) {
    run.put(output, NDArrays.concat(new NDList(scalars.get(key))));
  }
}

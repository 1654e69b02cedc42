package studio.saddlepoint.golden;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.Pair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.core.English;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.StatelessLayer;
import studio.saddlepoint.nn.conv.GroupedResidual;
import studio.saddlepoint.nn.conv.LearntBasis;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.Loss;
import studio.saddlepoint.recipe.network.OptimizerKind;
import studio.saddlepoint.recipe.parameter.Schedule;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.train.step.GanPlayers;

/** Golden operations of R3GAN: its layers, and whole steps of its loss with both penalties. */
final class R3ganGolden {
  static final Map<String, GoldenOp> OPS =
      Map.of(
          "r3gan_block", R3ganGolden::block,
          "r3gan_basis", R3ganGolden::basis,
          "train_r3gan", R3ganGolden::train);

  private R3ganGolden() {}

  private static void block(GoldenRun run) {
    Shape narrow = run.array("w3").getShape();
    Initializer zeros = Initializer.ZEROS;
    Layer layer =
        new GroupedResidual(
            (int) narrow.get(0),
            (int) narrow.get(1),
            run.whole("groups"),
            () -> StatelessLayer.leakyRelu(run.number("slope"), run.number("gain")),
            new GroupedResidual.FirstWeights(zeros, zeros, zeros));
    run(run, layer, "x", List.of("w1", "b1", "w2", "b2", "w3"));
  }

  private static void basis(GoldenRun run) {
    Shape basis = run.array("basis").getShape();
    Layer layer =
        new LearntBasis(
            (int) run.array("z").getShape().get(1),
            (int) basis.get(0),
            (int) basis.get(1),
            Initializer.ZEROS,
            Initializer.ZEROS);
    run(run, layer, "z", List.of("weight", "basis"));
  }

  /**
   * A layer of the case's weights.
   *
   * @param input name of what goes in
   * @param weights names of its weights, in the order of declaration
   */
  private static void run(GoldenRun run, Layer layer, String input, List<String> weights) {
    NDManager manager = run.manager();
    Map<String, NDArray> inputs = new LinkedHashMap<>();
    NDArray x = run.parameter(input);
    inputs.put(input, x);
    layer.initialize(manager, DataType.FLOAT32, x.getShape());
    List<Pair<String, Parameter>> own = layer.getParameters().stream().toList();
    for (int i = 0; i < weights.size(); i++) {
      NDArray weight = own.get(i).getValue().getArray();
      NDArray given = run.array(weights.get(i)).reshape(weight.getShape());
      Autograd.without(
          true,
          () -> {
            Ops.copyInto(List.of(weight), List.of(given));
            return weight;
          });
      inputs.put(weights.get(i), weight);
    }
    run.putLayer(layer.apply(x, true), inputs);
    weights.forEach(name -> reshapeGradient(run, name));
  }

  /** A 1x1 convolution's weight is a matrix here, (Co, Ci, 1, 1) in the case. */
  private static void reshapeGradient(GoldenRun run, String name) {
    long[] shape = run.array(name).getShape().getShape();
    run.computed()
        .computeIfPresent(
            "grad_" + name, (key, found) -> new GoldenArray(shape, found.values(), found.whole()));
  }

  private static void train(GoldenRun run) {
    GoldenTraining training = new GoldenTraining(run);
    GoldenNetworks networks = training.networks();
    GanPlayers game =
        training.game(
            OptimizerKind.ADAM,
            (z, labels) -> networks.denseGenerator(z),
            (x, labels) -> networks.denseCritic(x));
    NDArray labels = run.manager().zeros(new Shape(1));
    long batch = run.array("real").getShape().get(1);
    Recipe recipe = recipe(run, batch);
    double[] halves = new double[run.whole("steps")];
    for (int s = 0; s < halves.length; s++) {
      Recipe now = recipe.at(s * batch);
      halves[s] = now.method().r1().weight() / 2;
      NDArray z = run.array("z_d").get(new NDIndex(s));
      NDArray fake = Autograd.without(true, () -> GoldenTraining.generate(game, z, labels));
      training.takeRates(now.discriminator().optimizer());
      training.moveDiscriminator(game, now.method(), s, -1, fake, labels);
      NDArray next = GoldenTraining.generate(game, run.array("z_g").get(new NDIndex(s)), labels);
      training.takeRates(now.generator().optimizer());
      training.moveGenerator(game, now.method(), s, next, labels);
    }
    training.put();
    training.put("r1", "penalty.r1", halves);
    training.put("r2", "penalty.r2", halves);
  }

  /** The case's settings, with its numbers that change as schedules over all of its pictures. */
  private static Recipe recipe(GoldenRun run, long batch) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("discriminator.normalization", "none");
    settings.put("method.loss", Loss.RELATIVISTIC_PAIRED);
    settings.put("method.r1.weight", falling(run, "gamma", batch));
    settings.put("method.r2.weight", falling(run, "gamma", batch));
    for (String player : List.of("generator", "discriminator")) {
      settings.put(player + ".optimizer.learningRate", falling(run, "lr", batch));
      settings.put(player + ".optimizer.beta1", run.number("beta1"));
      settings.put(player + ".optimizer.beta2", run.number("beta2"));
    }
    return Recipe.defaults().with(settings);
  }

  private static Schedule falling(GoldenRun run, String name, long batch) {
    return Schedule.parse(
        English.of(
            "linear(%s..%s, %d)",
            run.number(name + "_from"), run.number(name + "_to"), run.whole("steps") * batch));
  }
}

package studio.saddlepoint.golden;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import studio.saddlepoint.model.Fade;
import studio.saddlepoint.model.GrowingSynthesis;
import studio.saddlepoint.model.GrowingTrunk;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.Resolution;
import studio.saddlepoint.nn.StatelessLayer;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.Loss;
import studio.saddlepoint.recipe.method.MethodSettings;
import studio.saddlepoint.recipe.network.OptimizerKind;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.LayerOps;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.train.step.GanPlayers;

/** Golden operations of networks that grow. */
final class GrowingGolden {
  static final Map<String, GoldenOp> OPS = Map.of("train_progan", GrowingGolden::progan);

  private static final int SMALL = 4;
  private static final int LARGE = 8;

  private final GoldenRun run;
  private final GoldenTraining training;

  private GrowingGolden(GoldenRun run) {
    this.run = run;
    this.training = new GoldenTraining(run);
  }

  private static void progan(GoldenRun run) {
    new GrowingGolden(run).train();
  }

  private void train() {
    GrowingSynthesis synthesis = synthesis();
    GrowingTrunk trunk = trunk();
    AtomicReference<ForwardContext> now = new AtomicReference<>(at(0));
    GanPlayers game =
        training.game(
            OptimizerKind.ADAM,
            (z, labels) -> synthesis.apply(z, Objects.requireNonNull(now.get())),
            (x, labels) -> trunk.apply(x, Objects.requireNonNull(now.get())));
    MethodSettings method =
        Recipe.defaults()
            .with("discriminator.normalization", "none")
            .with("method.loss", Loss.WASSERSTEIN)
            .with("method.gradientPenalty", run.number("lambda"))
            .with("method.drift", run.number("drift"))
            .method();
    NDArray labels = run.manager().zeros(new Shape(1));
    int steps = run.whole("steps");
    for (int s = 0; s < steps; s++) {
      now.set(at(s));
      NDArray z = run.array("z_d").get(new NDIndex(s));
      NDArray fake = Autograd.without(true, () -> GoldenTraining.generate(game, z, labels));
      if (s == 0) {
        run.put("first_fake", fake.duplicate());
      }
      NDArray real = Fade.real(run.array("real").get(new NDIndex(s)), resolution(s));
      NDArray epsilon = run.array("epsilon").get(new NDIndex(s));
      training.moveDiscriminator(game, method, real, fake, labels, epsilon);
      NDArray next = run.array("z_g").get(new NDIndex(s));
      training.moveGenerator(game, method, GoldenTraining.generate(game, next, labels), labels);
    }
    NDArray last = run.array("z_g").get(new NDIndex(steps - 1));
    run.put("image", Autograd.without(true, () -> GoldenTraining.generate(game, last, labels)));
    training.put();
  }

  private Resolution resolution(int s) {
    return new Resolution(LARGE, run.numbers("alpha")[s]);
  }

  private ForwardContext at(int s) {
    return ForwardContext.of(true).withResolution(resolution(s));
  }

  private GrowingSynthesis synthesis() {
    Layer first =
        layer(
            z -> {
              NDArray dense = dense(LayerOps.pixelNorm(z, 1e-8), "G_dense");
              NDArray maps = dense.reshape(new Shape(z.getShape().get(0), -1, SMALL, SMALL));
              return normal(convolution(normal(maps), "G_conv4"));
            });
    Layer second = layer(maps -> normal(convolution(Ops.upsampleNearest(maps, 2), "G_conv8")));
    return new GrowingSynthesis(
        SMALL,
        List.of(first, second),
        List.of(
            layer(maps -> convolution(maps, "G_rgb4")),
            layer(maps -> convolution(maps, "G_rgb8"))));
  }

  private GrowingTrunk trunk() {
    Layer last =
        layer(
            maps -> {
              NDArray told =
                  LayerOps.minibatchDeviation(
                      maps, Math.min(run.whole("group_size"), (int) maps.getShape().get(0)), 1);
              NDArray bent = bent(convolution(told, "D_conv4"));
              return dense(bent.reshape(new Shape(maps.getShape().get(0), -1)), "D_dense")
                  .reshape(-1);
            });
    Layer halving = layer(maps -> LayerOps.averagePool(bent(convolution(maps, "D_conv8")), 2));
    return new GrowingTrunk(
        SMALL,
        List.of(
            layer(x -> bent(convolution(x, "D_rgb4"))), layer(x -> bent(convolution(x, "D_rgb8")))),
        List.of(halving),
        last);
  }

  private static Layer layer(UnaryOperator<NDArray> function) {
    return StatelessLayer.elementwise(function);
  }

  private static NDArray bent(NDArray x) {
    return Ops.leakyRelu(x, 0.2);
  }

  private static NDArray normal(NDArray x) {
    return LayerOps.pixelNorm(bent(x), 1e-8);
  }

  private NDArray dense(NDArray x, String name) {
    return LayerOps.equalizedLinear(
        x, training.weight(name + "_w"), training.weight(name + "_b"), 1);
  }

  private NDArray convolution(NDArray x, String name) {
    NDArray weight = training.weight(name + "_w");
    int padding = (int) weight.getShape().get(2) / 2;
    return LayerOps.equalizedConv2d(x, weight, training.weight(name + "_b"), 1, padding, 1);
  }
}

package studio.saddlepoint.golden;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.model.Elbo;
import studio.saddlepoint.model.Player;
import studio.saddlepoint.model.Posterior;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.network.OptimizerKind;
import studio.saddlepoint.recipe.network.OptimizerSettings;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.train.method.VaeUpdate;
import studio.saddlepoint.train.step.LabelledImages;
import studio.saddlepoint.train.step.StepRandom;
import studio.saddlepoint.train.step.VaePlayers;

/** Golden operations of variational autoencoders. */
final class VaeGolden {
  static final Map<String, GoldenOp> OPS =
      Map.of(
          "elbo", VaeGolden::elbo,
          "elbo_importance", VaeGolden::importance,
          "train_vae", VaeGolden::train);

  private VaeGolden() {}

  private static void elbo(GoldenRun run) {
    NDArray x = run.array("x");
    NDArray mean = run.array("recon_mean");
    NDArray recon =
        run.given("sigma")
            ? Elbo.gaussian(x, mean, run.number("sigma"))
            : Elbo.gaussian(x, mean, run.array("recon_logvar"));
    NDArray kl = Elbo.divergence(run.array("mu"), run.array("logvar"));
    run.put("recon", recon);
    run.put("kl", kl);
    run.put("elbo", recon.sub(kl));
  }

  private static void importance(GoldenRun run) {
    NDArray x = run.array("x");
    NDArray means = run.array("recon_mean");
    NDArray noise = run.array("noise");
    NDArray logVariance = run.array("logvar");
    Posterior posterior = new Posterior(run.array("mu"), logVariance);
    NDList weights = new NDList();
    for (int k = 0; k < means.getShape().get(0); k++) {
      NDArray some = noise.get(new NDIndex(k));
      NDArray likelihood =
          run.given("sigma")
              ? Elbo.gaussian(x, means.get(new NDIndex(k)), run.number("sigma"))
              : Elbo.gaussian(
                  x, means.get(new NDIndex(k)), run.array("recon_logvar").get(new NDIndex(k)));
      weights.add(likelihood.add(Elbo.codeWeights(posterior.sample(some), logVariance, some)));
    }
    NDArray all = NDArrays.stack(weights);
    run.put("log_weights", all);
    run.put("bound", Elbo.importanceBound(all));
  }

  /** By the move that the trainer makes. */
  private static void train(GoldenRun run) {
    Map<String, NDArray> weights = new LinkedHashMap<>();
    List<NDArray> encoder = new ArrayList<>();
    List<NDArray> decoder = new ArrayList<>();
    for (String name : run.names()) {
      boolean encodes = name.startsWith("E_");
      if ((encodes || name.startsWith("D_")) && !name.endsWith("_out")) {
        weights.put(name, run.parameter(name));
        (encodes ? encoder : decoder).add(weights.get(name));
      }
    }
    VaePlayers players =
        new VaePlayers(
            (x, labels, random) -> {
              NDArray hidden = linear(weights, "E_w1", "E_b1", x, true);
              return new Posterior(
                  linear(weights, "E_wmu", "E_bmu", hidden, false),
                  linear(weights, "E_wlv", "E_blv", hidden, false));
            },
            (z, labels, random) ->
                linear(weights, "D_w2", "D_b2", linear(weights, "D_w1", "D_b1", z, true), false),
            Player.of("decoder", run.manager(), decoder, OptimizerKind.ADAM),
            Player.of("encoder", run.manager(), encoder, OptimizerKind.ADAM));
    Recipe recipe =
        Recipe.defaults()
            .with("method.vae.klWeight", run.number("beta"))
            .with("generator.optimizer.learningRate", run.number("lr"))
            .with("generator.optimizer.beta1", run.number("beta1"))
            .with("generator.optimizer.beta2", run.number("beta2"));
    OptimizerSettings rates = recipe.generator().optimizer();
    VaeUpdate update = new VaeUpdate(recipe.method().vae(), rates, rates);
    NDArray labels = run.manager().zeros(new Shape(1));
    Map<String, NDList> told = new LinkedHashMap<>();
    for (int s = 0; s < run.whole("steps"); s++) {
      NDArray x = run.array("x").get(new NDIndex(s));
      Map<String, NDArray> values =
          update.move(
              players,
              new LabelledImages(x, labels),
              x,
              run.array("noise").get(new NDIndex(s)),
              new StepRandom(0, 0).source(run.manager()));
      values.forEach(
          (key, value) -> told.computeIfAbsent(key, k -> new NDList()).add(value.reshape(1)));
    }
    run.put("loss", NDArrays.concat(told.get("loss.encoder")));
    run.put("reconstruction", NDArrays.concat(told.get("loss.decoder")));
    run.put("kl", NDArrays.concat(told.get("vae.kl")));
    weights.forEach((name, array) -> run.put(name + "_out", array));
  }

  private static NDArray linear(
      Map<String, NDArray> weights, String weight, String bias, NDArray x, boolean bends) {
    NDArray y = Ops.linear(x, weights.get(weight), weights.get(bias));
    return bends ? Activation.relu(y) : y;
  }
}

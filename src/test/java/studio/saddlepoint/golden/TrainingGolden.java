package studio.saddlepoint.golden;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import studio.saddlepoint.model.DiscriminatorOutput;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.Loss;
import studio.saddlepoint.recipe.method.MethodKind;
import studio.saddlepoint.recipe.method.MethodSettings;
import studio.saddlepoint.recipe.network.OptimizerKind;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.train.step.GanPlayers;

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
                  method(Loss.WASSERSTEIN).with("method.gradientPenalty", run.number("lambda")),
                  OptimizerKind.ADAM),
          "train_wgan_clip",
          run ->
              critic(
                  run,
                  method(Loss.WASSERSTEIN).with("method.weightClip", run.number("clip")),
                  OptimizerKind.RMSPROP),
          "train_cgan",
          TrainingGolden::conditional,
          "train_began",
          TrainingGolden::began,
          "train_sn_hinge",
          TrainingGolden::spectralHinge);

  private TrainingGolden() {}

  /** Discriminators without batch norm, so that the recipe lets a penalty pass. */
  private static Recipe method(Loss loss) {
    return Recipe.defaults().with("discriminator.normalization", "none").with("method.loss", loss);
  }

  private static void dcgan(GoldenRun run) {
    GoldenTraining training = new GoldenTraining(run);
    GoldenNetworks networks = training.networks();
    boolean fresh = run.flag("fresh_noise");
    GanPlayers game =
        training.game(
            OptimizerKind.ADAM,
            (z, labels) -> networks.convolutionalGenerator(z),
            (x, labels) -> networks.convolutionalJudge(x));
    MethodSettings method = method(Loss.NON_SATURATING).method();
    NDArray labels = run.manager().zeros(new Shape(1));
    for (int s = 0; s < run.whole("steps"); s++) {
      NDArray z = run.array("z_d").get(new NDIndex(s));
      NDArray fake =
          fresh
              ? Autograd.without(true, () -> GoldenTraining.generate(game, z, labels))
              : GoldenTraining.generate(game, z, labels);
      training.moveDiscriminator(game, method, s, -1, Autograd.detach(fake), labels);
      NDArray next =
          fresh
              ? GoldenTraining.generate(game, run.array("z_g").get(new NDIndex(s)), labels)
              : fake;
      training.moveGenerator(game, method, next, labels);
    }
    training.put();
  }

  private static void critic(GoldenRun run, Recipe recipe, OptimizerKind kind) {
    GoldenTraining training = new GoldenTraining(run);
    GoldenNetworks networks = training.networks();
    GanPlayers game =
        training.game(
            kind,
            (z, labels) -> networks.denseGenerator(z),
            (x, labels) -> networks.denseCritic(x));
    NDArray labels = run.manager().zeros(new Shape(1));
    for (int s = 0; s < run.whole("steps"); s++) {
      for (int k = 0; k < run.whole("n_critic"); k++) {
        NDArray z = run.array("z_d").get(new NDIndex(s)).get(new NDIndex(k));
        NDArray fake = Autograd.without(true, () -> GoldenTraining.generate(game, z, labels));
        training.moveDiscriminator(game, recipe.method(), s, k, fake, labels);
      }
      NDArray z = run.array("z_g").get(new NDIndex(s));
      training.moveGenerator(
          game, recipe.method(), GoldenTraining.generate(game, z, labels), labels);
    }
    training.put();
  }

  private static void conditional(GoldenRun run) {
    GoldenTraining training = new GoldenTraining(run);
    GoldenNetworks networks = training.networks();
    GanPlayers game =
        training.game(
            OptimizerKind.ADAM, networks::conditionalGenerator, networks::conditionalJudge);
    MethodSettings method = method(Loss.NON_SATURATING).method();
    for (int s = 0; s < run.whole("steps"); s++) {
      NDArray z = run.array("z_d").get(new NDIndex(s));
      NDArray labels = run.array("labels_d").get(new NDIndex(s));
      NDArray fake = Autograd.without(true, () -> GoldenTraining.generate(game, z, labels));
      training.moveDiscriminator(game, method, s, -1, fake, labels);
      NDArray wanted = run.array("labels_g").get(new NDIndex(s));
      NDArray next = GoldenTraining.generate(game, run.array("z_g").get(new NDIndex(s)), wanted);
      training.moveGenerator(game, method, next, wanted);
    }
    training.put();
  }

  private static void spectralHinge(GoldenRun run) {
    GoldenTraining training = new GoldenTraining(run);
    GoldenNetworks networks = training.networks();
    GanPlayers game =
        training.game(
            OptimizerKind.ADAM,
            (z, labels) -> networks.denseGenerator(z),
            (x, labels) -> networks.spectralJudge(x));
    MethodSettings method = method(Loss.HINGE).method();
    NDArray labels = run.manager().zeros(new Shape(1));
    for (int s = 0; s < run.whole("steps"); s++) {
      NDArray z = run.array("z_d").get(new NDIndex(s));
      NDArray fake = Autograd.without(true, () -> GoldenTraining.generate(game, z, labels));
      training.moveDiscriminator(game, method, s, -1, fake, labels);
      NDArray next = run.array("z_g").get(new NDIndex(s));
      training.moveGenerator(game, method, GoldenTraining.generate(game, next, labels), labels);
    }
    training.put();
  }

  private static void began(GoldenRun run) {
    GoldenTraining training = new GoldenTraining(run);
    GoldenNetworks networks = training.networks();
    GanPlayers plain =
        training.game(
            OptimizerKind.ADAM, (z, labels) -> networks.denseGenerator(z), (x, labels) -> x);
    GanPlayers game =
        new GanPlayers(
            plain.manager(),
            plain.halves(),
            (x, labels, random) ->
                DiscriminatorOutput.of(x).withReconstruction(networks.autoencoder(x)),
            plain.generator(),
            plain.discriminator());
    MethodSettings method =
        Recipe.defaults()
            .with("discriminator.normalization", "none")
            .with("method.kind", MethodKind.BEGAN)
            .with("method.began.gamma", run.number("gamma"))
            .with("method.began.speed", run.number("lambda_k"))
            .method();
    training.methodState().remember("began.k", run.number("k"));
    NDArray labels = run.manager().zeros(new Shape(1));
    for (int s = 0; s < run.whole("steps"); s++) {
      NDArray z = run.array("z_d").get(new NDIndex(s));
      NDArray fake = Autograd.without(true, () -> GoldenTraining.generate(game, z, labels));
      training.moveDiscriminator(game, method, s, -1, fake, labels);
      NDArray next = run.array("z_g").get(new NDIndex(s));
      training.moveGenerator(game, method, GoldenTraining.generate(game, next, labels), labels);
      training.learn(method);
    }
    training.put();
    training.put("l_real", "began.real");
    training.put("k", "began.k");
    training.put("convergence", "began.convergence");
  }
}

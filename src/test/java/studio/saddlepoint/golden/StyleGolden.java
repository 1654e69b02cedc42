package studio.saddlepoint.golden;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.latent.MeanTruncation;
import studio.saddlepoint.model.DiscriminatorOutput;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.model.Player;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.Loss;
import studio.saddlepoint.recipe.method.MethodSettings;
import studio.saddlepoint.recipe.network.OptimizerKind;
import studio.saddlepoint.recipe.network.OptimizerSettings;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.train.method.GanUpdates;
import studio.saddlepoint.train.step.GanPlayers;
import studio.saddlepoint.train.step.GeneratorHalves;
import studio.saddlepoint.train.step.ImageTransform;
import studio.saddlepoint.train.step.LabelledImages;
import studio.saddlepoint.train.step.MappedCodes;
import studio.saddlepoint.train.step.MethodState;
import studio.saddlepoint.train.step.RandomSource;
import studio.saddlepoint.train.step.UpdateContext;

/** The golden operation of whole steps of StyleGAN2, by the moves that the trainer makes. */
final class StyleGolden {
  static final Map<String, GoldenOp> OPS =
      Map.of("train_stylegan2", run -> new StyleGolden(run).play());

  private final GoldenRun run;
  private final GoldenStyleNetworks networks;
  private final NDArray mean;
  private final MethodState state;
  private final NDArray labels;
  private final Map<String, List<NDArray>> told = new LinkedHashMap<>();

  private StyleGolden(GoldenRun run) {
    this.run = run;
    networks = new GoldenStyleNetworks(run);
    mean = run.array("w_avg");
    state = new MethodState(run.manager());
    labels = run.manager().zeros(new ai.djl.ndarray.types.Shape(1));
  }

  private void play() {
    Map<String, NDArray> averages = new LinkedHashMap<>();
    networks.generator().forEach((name, weight) -> averages.put(name, copy(weight)));
    GanPlayers players = players();
    run.put("first_fake", Autograd.without(true, () -> fake(players, at("z_d", 0), false)));
    for (int s = 0; s < run.whole("steps"); s++) {
      step(players, s);
      Ops.average(
          List.copyOf(averages.values()),
          List.copyOf(networks.generator().values()),
          run.number("ema_decay"));
    }
    put("d_loss", "loss.discriminator");
    put("g_loss", "loss.generator");
    put("r1", "penalty.r1");
    put("path_loss", "penalty.pathLength");
    put("path_mean", "pathLength.mean");
    networks.generator().forEach((name, weight) -> run.put(name + "_out", copy(weight)));
    networks.discriminator().forEach((name, weight) -> run.put(name + "_out", copy(weight)));
    averages.forEach((name, average) -> run.put(name + "_ema", average));
    run.put("w_avg_out", mean);
    run.put("image", Autograd.without(true, () -> truncated(averages)));
  }

  private void step(GanPlayers players, int s) {
    GanUpdates updates = GanUpdates.of(method());
    NDArray first = Autograd.without(true, () -> fake(players, at("z_d", s), false));
    UpdateContext judging = context(players, s, first);
    tell(updates.moveDiscriminator(judging));
    tell(updates.regularizeDiscriminator(judging));
    UpdateContext making = context(players, s, fake(players, at("z_g", s), true));
    tell(updates.moveGenerator(making));
    tell(updates.regularizeGenerator(making));
  }

  private NDArray fake(GanPlayers players, NDArray z, boolean ofGenerator) {
    NDArray w = players.halves().map(z, labels);
    if (ofGenerator) {
      players.halves().moveMean(w);
    }
    return players.halves().synthesize(w, labels, new GivenNoise(0));
  }

  private GanPlayers players() {
    GeneratorHalves halves =
        new GeneratorHalves() {
          @Override
          public NDArray map(NDArray z, NDArray classes) {
            return networks.map(z);
          }

          @Override
          public NDArray synthesize(NDArray w, NDArray classes, RandomSource random) {
            return networks.synthesize(w);
          }

          @Override
          public void moveMean(NDArray w) {
            Generator.moveMeanW(mean, w);
          }
        };
    return new GanPlayers(
        run.manager(),
        halves,
        (x, classes, random) -> DiscriminatorOutput.of(networks.judge(x)),
        Player.of(
            "generator",
            run.manager(),
            List.copyOf(networks.generator().values()),
            OptimizerKind.ADAM),
        Player.of(
            "discriminator",
            run.manager(),
            List.copyOf(networks.discriminator().values()),
            OptimizerKind.ADAM));
  }

  private UpdateContext context(GanPlayers players, int s, NDArray fake) {
    int move = s / run.whole("pl_interval");
    return new UpdateContext(
        players,
        () -> new LabelledImages(at("real", s), labels),
        new LabelledImages(fake, labels),
        ImageTransform.PLAIN,
        new GivenNoise(move),
        state,
        s,
        rates(),
        count -> new MappedCodes(networks.map(at("z_pl", move)), labels));
  }

  /** Of the random numbers of a move, those by which pictures are weighed for their path length. */
  private final class GivenNoise implements RandomSource {
    private final int move;

    GivenNoise(int move) {
      this.move = move;
    }

    @Override
    public NDArray uniform(ai.djl.ndarray.types.Shape shape) {
      throw new AssertionError("No uniform numbers are given");
    }

    @Override
    public NDArray normal(ai.djl.ndarray.types.Shape shape) {
      return at("y_pl", move);
    }

    @Override
    public double next() {
      throw new AssertionError("No single numbers are given");
    }
  }

  private MethodSettings method() {
    return Recipe.defaults()
        .with(
            Map.of(
                "discriminator.normalization", "none",
                "method.loss", Loss.NON_SATURATING,
                "method.r1.weight", run.number("gamma"),
                "method.r1.every", run.whole("r1_interval"),
                "method.pathLength.weight", run.number("pl_weight"),
                "method.pathLength.every", run.whole("pl_interval"),
                "method.pathLength.decay", run.number("pl_decay")))
        .method();
  }

  private OptimizerSettings rates() {
    return Recipe.defaults()
        .with("generator.optimizer.learningRate", run.number("lr"))
        .with("generator.optimizer.beta1", run.number("beta1"))
        .with("generator.optimizer.beta2", run.number("beta2"))
        .generator()
        .optimizer();
  }

  /** A picture of the averaged weights, of codes drawn towards the mean of w. */
  private NDArray truncated(Map<String, NDArray> averages) {
    Ops.copyInto(List.copyOf(networks.generator().values()), List.copyOf(averages.values()));
    NDArray w = networks.map(run.array("z_image"));
    int layers = Math.toIntExact(w.getShape().get(1));
    float[] drawn =
        new MeanTruncation(mean.toFloatArray(), run.number("psi"), -1)
            .apply(w.toFloatArray(), layers);
    return networks.synthesize(run.manager().create(drawn, w.getShape()));
  }

  private NDArray at(String name, int step) {
    return run.array(name).get(new NDIndex(step));
  }

  private static NDArray copy(NDArray weight) {
    return Autograd.detach(weight).duplicate();
  }

  private void tell(Map<String, NDArray> values) {
    values.forEach(
        (key, value) ->
            told.computeIfAbsent(key, k -> new ArrayList<>())
                .add(Autograd.detach(value).reshape(1)));
  }

  private void put(String output, String key) {
    run.put(output, NDArrays.concat(new NDList(Optional.ofNullable(told.get(key)).orElseThrow())));
  }
}

package studio.saddlepoint.train.method;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Optional;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.model.Architectures;
import studio.saddlepoint.model.Discriminator;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.model.LatentSpace;
import studio.saddlepoint.model.Player;
import studio.saddlepoint.model.WeightAverage;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Resolution;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.train.cluster.FeatureReader;
import studio.saddlepoint.train.step.GanPlayers;
import studio.saddlepoint.train.step.GeneratorHalves;
import studio.saddlepoint.train.step.MethodState;
import studio.saddlepoint.train.step.StepContext;
import studio.saddlepoint.train.step.StepReport;

/** A generator and a discriminator that are moved in turns. */
public final class GanMethod implements Method {
  private static final String SIZE = "growing.size";

  private final Generator generator;
  private final Discriminator discriminator;
  private final WeightAverage average;
  private final NDManager manager;
  private final Player generating;
  private final Player judging;

  /**
   * Two players at their first weights.
   *
   * @param recipe the recipe
   * @param data tells the pictures' shape and the classes
   * @param manager whose device all arrays live on
   */
  GanMethod(Recipe recipe, DataSet data, NDManager manager) {
    this.manager = manager;
    ImageShape shape = data.shape();
    List<String> classes = recipe.method().classes(data.classNames());
    LatentSpace latent = new LatentSpace(recipe.generator().latentSize(), classes);
    generator = Architectures.generator(recipe, latent, shape, manager);
    discriminator = Architectures.discriminator(recipe, classes.size(), shape, manager);
    VirtualBatchNormReference.give(discriminator, data, generator.range(), manager);
    average = new WeightAverage(generator, Architectures.generator(recipe, latent, shape, manager));
    generating =
        Player.of("generator", generator.network(), recipe.generator().optimizer().kind())
            .with(average);
    judging =
        Player.of(
            "discriminator", discriminator.network(), recipe.discriminator().optimizer().kind());
  }

  @Override
  public List<Player> players() {
    return List.of(generating, judging);
  }

  @Override
  public Generator generator() {
    return generator;
  }

  @Override
  public Generator average() {
    return average.generator();
  }

  /** The network that judges pictures. */
  public Discriminator discriminator() {
    return discriminator;
  }

  /**
   * What the discriminator finds in pictures.
   *
   * @param resolution that networks which grow stand at
   */
  public FeatureReader features(Optional<Resolution> resolution) {
    return new FeatureReader(
        discriminator, generator.range(), generator.shape(), resolution, manager);
  }

  /**
   * Both networks as functions.
   *
   * @param resolution that they stand at; empty for their largest
   */
  GanPlayers both(Optional<Resolution> resolution) {
    ForwardContext training = ForwardContext.of(true);
    ForwardContext judged = resolution.map(training::withResolution).orElse(training);
    return new GanPlayers(
        manager,
        GeneratorHalves.of(generator, resolution),
        (x, labels, random) -> discriminator.judge(x, labels, random.in(judged)),
        generating,
        judging);
  }

  /** The running mean of the generator's weights. */
  WeightAverage mean() {
    return average;
  }

  @Override
  public StepReport step(StepContext context) {
    Optional<Resolution> now = Growth.of(context.recipe(), context.imagesSeen());
    now.ifPresent(resolution -> grow(resolution, context.methodState()));
    StepReport made =
        new GanStep(this, now, GanUpdates.of(context.recipe().method()), context).make();
    return now.map(resolution -> made.with(Growth.tell(resolution))).orElse(made);
  }

  /** Lets the optimizers begin anew at a new size, as the paper's code does. */
  private void grow(Resolution now, MethodState methodState) {
    if (now.size() != methodState.number(SIZE, now.size())) {
      generating.optimizer().rest();
      judging.optimizer().rest();
    }
    methodState.remember(SIZE, now.size());
  }
}

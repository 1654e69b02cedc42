package studio.saddlepoint.train.method;

import ai.djl.ndarray.NDManager;
import java.util.List;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.model.Architectures;
import studio.saddlepoint.model.Discriminator;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.model.LatentSpace;
import studio.saddlepoint.model.Player;
import studio.saddlepoint.model.WeightAverage;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.train.step.GanPlayers;
import studio.saddlepoint.train.step.GeneratorHalves;
import studio.saddlepoint.train.step.StepContext;
import studio.saddlepoint.train.step.StepReport;

/** A generator and a discriminator that are moved in turns. */
public final class GanMethod implements Method {
  private final Generator generator;
  private final Discriminator discriminator;
  private final WeightAverage average;
  private final GanPlayers players;

  /**
   * Two players at their first weights.
   *
   * @param recipe the recipe
   * @param data tells the pictures' shape and the classes
   * @param manager whose device all arrays live on
   */
  GanMethod(Recipe recipe, DataSet data, NDManager manager) {
    ImageShape shape = data.shape();
    List<String> classes = recipe.method().conditional() ? data.classNames() : List.of();
    LatentSpace latent = new LatentSpace(recipe.generator().latentSize(), classes);
    generator = Architectures.generator(recipe, latent, shape, manager);
    discriminator = Architectures.discriminator(recipe, classes.size(), shape, manager);
    VirtualBatchNormReference.give(discriminator, data, generator.range(), manager);
    Player generating =
        Player.of("generator", generator.network(), recipe.generator().optimizer().kind());
    Player judging =
        Player.of(
            "discriminator", discriminator.network(), recipe.discriminator().optimizer().kind());
    average = new WeightAverage(generator, Architectures.generator(recipe, latent, shape, manager));
    players =
        new GanPlayers(
            manager,
            GeneratorHalves.of(generator),
            (x, labels, random) ->
                discriminator.judge(x, labels, random.in(ForwardContext.of(true))),
            generating.with(average),
            judging);
  }

  @Override
  public List<Player> players() {
    return List.of(players.generator(), players.discriminator());
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

  /** Both networks as functions. */
  GanPlayers both() {
    return players;
  }

  /** The running mean of the generator's weights. */
  WeightAverage mean() {
    return average;
  }

  @Override
  public StepReport step(StepContext context) {
    return new GanStep(this, GanUpdates.of(context.recipe().method()), context).make();
  }
}

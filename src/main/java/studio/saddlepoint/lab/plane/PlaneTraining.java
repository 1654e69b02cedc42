package studio.saddlepoint.lab.plane;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.model.Player;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.Loss;
import studio.saddlepoint.recipe.method.UpdateRatio;
import studio.saddlepoint.recipe.network.OptimizerKind;
import studio.saddlepoint.recipe.network.OptimizerSettings;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.augment.ImageTransforms;
import studio.saddlepoint.train.loss.AdversarialLoss;
import studio.saddlepoint.train.loss.Losses;
import studio.saddlepoint.train.method.GanUpdates;
import studio.saddlepoint.train.step.GanPlayers;
import studio.saddlepoint.train.step.GeneratorHalves;
import studio.saddlepoint.train.step.LabelledImages;
import studio.saddlepoint.train.step.MethodState;
import studio.saddlepoint.train.step.StepRandom;
import studio.saddlepoint.train.step.UpdateContext;

/**
 * A GAN of points in the plane, trained by a recipe's own method, losses, regularizers and
 * optimizers. Everything but the networks' sizes may be changed between two moves. For one thread.
 */
public final class PlaneTraining implements AutoCloseable {
  /** Numbers of a code. */
  static final int LATENT = 2;

  private static final int BATCH = 128;

  private final NDManager manager = TorchEngine.manager(Device.cpu());
  private final MethodState methodState = new MethodState(manager);
  private final SplittableRandom random;
  private final DenseNetwork generator;
  private final DenseNetwork discriminator;
  private final PlaneLooking looking;
  private PlaneSettings settings;
  private Player making;
  private Player judging;
  private long step;
  private double lossOfDiscriminator = Double.NaN;
  private double lossOfGenerator = Double.NaN;

  /**
   * A training before its first step. The same settings train the same, number by number.
   *
   * @param settings of it; the seed is the recipe's
   */
  public PlaneTraining(PlaneSettings settings) {
    TorchEngine.start(Progress.NONE);
    this.settings = settings;
    random = new SplittableRandom(settings.recipe().seed());
    NetworkSizes sizes = settings.sizes();
    generator =
        new DenseNetwork(
            manager, random.split(), LATENT, sizes.generatorLayers(), sizes.generatorWidth(), 2);
    discriminator =
        new DenseNetwork(
            manager, random.split(), 2, sizes.discriminatorLayers(), sizes.discriminatorWidth(), 1);
    making = player("generator", generator, settings.recipe().generator().optimizer().kind());
    judging =
        player(
            "discriminator", discriminator, settings.recipe().discriminator().optimizer().kind());
    looking = new PlaneLooking(random.split());
  }

  private Player player(String name, DenseNetwork network, OptimizerKind kind) {
    return Player.of(name, manager, network.weights(), kind);
  }

  /**
   * Trains by other settings from the next move on; an optimizer of another kind begins at rest.
   *
   * @param next of the same sizes
   */
  public void change(PlaneSettings next) {
    if (!next.sizes().equals(settings.sizes())) {
      throw new IllegalArgumentException("Networks cannot change their sizes while they train");
    }
    Recipe before = settings.recipe();
    Recipe now = next.recipe();
    if (before.generator().optimizer().kind() != now.generator().optimizer().kind()) {
      making.optimizer().close();
      making = player("generator", generator, now.generator().optimizer().kind());
    }
    if (before.discriminator().optimizer().kind() != now.discriminator().optimizer().kind()) {
      judging.optimizer().close();
      judging = player("discriminator", discriminator, now.discriminator().optimizer().kind());
    }
    settings = next;
  }

  /** Steps made so far. */
  public long steps() {
    return step;
  }

  /** One step of the method: moves of the discriminator, then of the generator. */
  public void step() {
    UpdateRatio ratio = UpdateRatio.of(settings.recipe().method(), step);
    for (int i = 0; i < ratio.criticMoves(); i++) {
      moveDiscriminator();
    }
    for (int i = 0; i < ratio.generatorMoves(); i++) {
      moveGenerator();
    }
    step++;
  }

  /** One move of the discriminator alone. */
  public void moveDiscriminator() {
    move(
        method -> {
          LabelledImages fake = Autograd.without(true, this::generated);
          UpdateContext context = context(fake, settings.recipe().discriminator().optimizer());
          Map<String, NDArray> told = new HashMap<>(method.moveDiscriminator(context));
          told.putAll(method.regularizeDiscriminator(context));
          return told;
        });
  }

  /** One move of the generator alone. */
  public void moveGenerator() {
    move(
        method -> {
          UpdateContext context = context(generated(), settings.recipe().generator().optimizer());
          return method.moveGenerator(context);
        });
  }

  private interface Move {
    Map<String, NDArray> by(GanUpdates method);
  }

  private void move(Move move) {
    Autograd.enable(true);
    ArrayScopes.scoped(
        () -> {
          GanUpdates method = GanUpdates.of(settings.recipe().method());
          Map<String, Double> scalars = new HashMap<>();
          move.by(method)
              .forEach(
                  (key, value) -> scalars.put(key, (double) Autograd.detach(value).getFloat()));
          lossOfDiscriminator = scalars.getOrDefault("loss.discriminator", lossOfDiscriminator);
          lossOfGenerator = scalars.getOrDefault("loss.generator", lossOfGenerator);
          if (scalars.containsKey("loss.discriminator")) {
            method.learn(scalars, methodState, BATCH);
          }
          return scalars;
        });
  }

  private GanPlayers players() {
    return new GanPlayers(
        manager,
        GeneratorHalves.ofWhole((z, labels) -> generator.of(z)),
        (x, labels, source) -> discriminator.judge(x),
        making,
        judging);
  }

  private UpdateContext context(LabelledImages fake, OptimizerSettings rates) {
    Recipe recipe = settings.recipe();
    return new UpdateContext(
        players(),
        () -> new LabelledImages(points(settings.data().sample(random, BATCH)), fake.labels()),
        fake,
        ImageTransforms.of(recipe.method(), recipe.generator().range(), methodState),
        new StepRandom(random.nextLong(), step).source(manager),
        methodState,
        step,
        rates);
  }

  private LabelledImages generated() {
    NDArray z = points(PlaneLooking.normals(random, BATCH * LATENT));
    return new LabelledImages(generator.of(z), manager.create(0f));
  }

  /** Points (N, 2). */
  private NDArray points(float[] values) {
    return ArrayScopes.of(manager, values, new Shape(values.length / 2, 2));
  }

  /** What it looks like now; nothing is moved, and no random number of the training is drawn. */
  public PlaneLook look() {
    Autograd.enable(true);
    return ArrayScopes.scoped(
        () -> {
          float[] fake = numbers(generator, looking.codes());
          float[] grid = numbers(generator, looking.grid());
          float[] real = looking.real(settings.data());
          PlaneData.Covered covered = settings.data().covered(fake);
          AdversarialLoss rule = Losses.of(settings.recipe().method().loss());
          boolean probability =
              rule.meaning() == AdversarialLoss.Meaning.PROBABILITY
                  && settings.recipe().method().loss().judgement() == Loss.Judgement.TARGETS;
          return new PlaneLook(
              step,
              heat(rule, probability),
              PlaneLooking.SIDE,
              probability,
              real,
              fake,
              pull(rule, real, fake),
              grid,
              PlaneLooking.LINES,
              covered.modes(),
              settings.data().centres().size(),
              covered.off(),
              lossOfDiscriminator,
              lossOfGenerator);
        });
  }

  private float[] numbers(DenseNetwork network, float[] inputs) {
    return Autograd.without(true, () -> network.of(points(inputs)).toFloatArray());
  }

  private float[] heat(AdversarialLoss rule, boolean probability) {
    return Autograd.without(
        true,
        () -> {
          NDArray scores = discriminator.judge(points(looking.places())).logits();
          return (probability ? rule.outputs(scores, scores) : scores).toFloatArray();
        });
  }

  /** What the generator makes of codes. */
  float[] generate(float[] codes) {
    return ArrayScopes.scoped(() -> numbers(generator, codes));
  }

  /** The generator's loss of points, as the discriminator stands now. */
  double lossOf(float[] real, float[] fake) {
    return ArrayScopes.scoped(
        () ->
            Autograd.without(
                true,
                () ->
                    (double)
                        Losses.of(settings.recipe().method().loss())
                            .generator(
                                () -> discriminator.judge(points(real)).logits(),
                                discriminator.judge(points(fake)).logits())
                            .getFloat()));
  }

  /** Minus the gradient of the generator's loss by its points, times their number. */
  private float[] pull(AdversarialLoss rule, float[] real, float[] fake) {
    NDArray x = Autograd.require(points(fake), true);
    NDArray logits = discriminator.judge(x).logits();
    NDArray ofReal = Autograd.without(true, () -> discriminator.judge(points(real)).logits());
    NDArray loss = rule.generator(() -> ofReal, logits);
    float[] gradient = Autograd.gradients(loss, List.of(x)).get(0).toFloatArray();
    int count = fake.length / 2;
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= -count;
    }
    return gradient;
  }

  @Override
  public void close() {
    making.optimizer().close();
    judging.optimizer().close();
    generator.close();
    discriminator.close();
    manager.close();
  }
}

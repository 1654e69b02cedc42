package studio.saddlepoint.bench;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.model.DiscriminatorOutput;
import studio.saddlepoint.model.Optimizer;
import studio.saddlepoint.model.Player;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.StepCounts;
import studio.saddlepoint.recipe.method.Loss;
import studio.saddlepoint.recipe.method.MethodKind;
import studio.saddlepoint.recipe.method.MethodSettings;
import studio.saddlepoint.recipe.method.UpdateRatio;
import studio.saddlepoint.recipe.network.OptimizerSettings;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.augment.ImageTransforms;
import studio.saddlepoint.train.method.GanUpdates;
import studio.saddlepoint.train.step.*;

/**
 * The grid of 25 Gaussians in the plane (VEEGAN, Srivastava et al. 2017): centres at -4, -2, 0, 2,
 * 4 on both axes, deviation 0.05, learnt by two dense networks with a method's own moves. What a
 * method loses of a distribution can be counted here.
 */
public final class GaussianGrid {
  private static final int SIDE = 5;
  private static final double SPACING = 2;
  private static final double DEVIATION = 0.05;
  private static final double SCALE = 4;
  private static final int LATENT = 2;
  private static final int HIDDEN = 128;
  private static final int BATCH = 256;

  private final Recipe recipe;
  private final SplittableRandom random;

  /**
   * A trial.
   *
   * @param recipe whose method, optimizers and seed are taken; its networks are not
   */
  public GaussianGrid(Recipe recipe) {
    this.recipe = recipe;
    this.random = new SplittableRandom(recipe.seed());
  }

  /**
   * The recipe that the loss of a method is tried with: Adam 1e-3 (0.5, 0.9) falling linearly to 0,
   * EMA 0.999, and for the Wasserstein loss a gradient penalty of 0.1 and 5 critic steps.
   *
   * @throws StudioException for BEGAN: an autoencoder of two numbers can always copy them
   */
  public static Recipe recipe(MethodSettings method) {
    if (method.kind() == MethodKind.BEGAN) {
      throw new StudioException(
          "The method began cannot be tried on points: an autoencoder of two numbers can always copy them.");
    }
    Loss loss = method.loss();
    Map<String, Object> changes = new HashMap<>();
    for (String player : new String[] {"generator", "discriminator"}) {
      changes.put(player + ".optimizer.learningRate", "linear(0.001..0, 100%)");
      changes.put(player + ".optimizer.beta1", 0.5);
      changes.put(player + ".optimizer.beta2", 0.9);
    }
    changes.put("generator.emaDecay", 0.999);
    changes.put("discriminator.normalization", "none");
    changes.put("method.loss", loss);
    if (loss.judgement() == Loss.Judgement.SCORES) {
      changes.put("method.gradientPenalty", 0.1);
      changes.put("method.criticSteps", 5);
    }
    return Recipe.defaults().with(changes);
  }

  /**
   * What a generator has learnt.
   *
   * @param modes centres that at least one sample in 2,500 is within 3 deviations of, of 25
   * @param highQuality share of samples within 3 deviations of a centre
   * @param diverged whether the samples are not finite
   */
  public record Result(int modes, double highQuality, boolean diverged) {}

  /**
   * Trains and counts.
   *
   * @param steps steps of the method
   * @param samples how many to count
   * @param progress told how far it is; may cancel it
   */
  public Result run(long steps, int samples, Progress progress) {
    TorchEngine.start(Progress.NONE);
    Autograd.enable(true);
    try (NDManager manager = TorchEngine.manager(Device.cpu())) {
      Network generator = new Network(manager, LATENT, 2);
      Network average = new Network(manager, LATENT, 2);
      average(average, generator, 0);
      Network judge = new Network(manager, 2, 1);
      Player making =
          Player.of(
              "generator", manager, generator.weights(), recipe.generator().optimizer().kind());
      Player judging =
          Player.of(
              "discriminator", manager, judge.weights(), recipe.discriminator().optimizer().kind());
      try (Optimizer first = making.optimizer();
          Optimizer second = judging.optimizer()) {
        GanPlayers game =
            new GanPlayers(
                manager,
                GeneratorHalves.ofWhole((z, labels) -> generator.of(z)),
                (x, labels, random) -> judge.judge(x),
                making,
                judging);
        MethodState methodState = new MethodState(manager);
        Recipe whole = recipe.with("training.steps", steps).inImages();
        for (long step = 0; step < steps; step++) {
          progress.checkCancelled();
          step(game, methodState, step, whole);
          average(
              average,
              generator,
              Math.min(recipe.generator().emaDecay(), (step + 1.0) / (step + 10)));
          if (step % 100 == 0) {
            progress.report(recipe.method().loss().label(), (double) step / steps);
          }
        }
        return count(average, manager, samples);
      }
    }
  }

  private void step(GanPlayers game, MethodState methodState, long step, Recipe whole) {
    Recipe now = whole.at(StepCounts.NONE.then(whole, 0, step).imagesSeen());
    GanUpdates method = GanUpdates.of(now.method());
    UpdateRatio ratio = UpdateRatio.of(now.method(), step);
    ImageTransform transform =
        ImageTransforms.of(now.method(), now.generator().range(), methodState);
    ArrayScopes.scoped(
        () -> {
          Map<String, Double> scalars = new HashMap<>();
          NDArray labels = game.manager().create(0f);
          for (int i = 0; i < ratio.criticMoves(); i++) {
            LabelledImages fake =
                new LabelledImages(Autograd.without(true, () -> generated(game, step)), labels);
            take(
                method.moveDiscriminator(
                    context(
                        game, methodState, transform, fake, step, now.discriminator().optimizer())),
                scalars);
          }
          for (int i = 0; i < ratio.generatorMoves(); i++) {
            LabelledImages fake = new LabelledImages(generated(game, step), labels);
            take(
                method.moveGenerator(
                    context(game, methodState, transform, fake, step, now.generator().optimizer())),
                scalars);
          }
          return method.learn(scalars, methodState, BATCH);
        });
  }

  private static void average(Network average, Network generator, double decay) {
    Autograd.without(
        () -> {
          Ops.average(average.weights(), generator.weights(), decay);
          return List.of();
        });
  }

  private UpdateContext context(
      GanPlayers game,
      MethodState methodState,
      ImageTransform transform,
      LabelledImages fake,
      long step,
      OptimizerSettings rates) {
    return new UpdateContext(
        game,
        () -> new LabelledImages(real(game.manager()), fake.labels()),
        fake,
        transform,
        new StepRandom(random.nextLong(), step).source(game.manager()),
        methodState,
        step,
        rates);
  }

  private static void take(Map<String, NDArray> values, Map<String, Double> into) {
    values.forEach((key, value) -> into.put(key, (double) Autograd.detach(value).getFloat()));
  }

  private NDArray generated(GanPlayers game, long step) {
    NDManager manager = game.manager();
    return game.generate(
        normals(manager, BATCH),
        manager.create(0f),
        new StepRandom(recipe.seed(), step).source(manager));
  }

  private NDArray normals(NDManager manager, int n) {
    float[] values = new float[n * LATENT];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return ArrayScopes.of(manager, values, new Shape(n, LATENT));
  }

  /** Points (N, 2) of the grid, divided by their scale. */
  private NDArray real(NDManager manager) {
    float[] points = new float[BATCH * 2];
    for (int i = 0; i < points.length; i++) {
      double centre = (random.nextInt(SIDE) - SIDE / 2) * SPACING;
      points[i] = (float) ((centre + DEVIATION * random.nextGaussian()) / SCALE);
    }
    return ArrayScopes.of(manager, points, new Shape(BATCH, 2));
  }

  private Result count(Network generator, NDManager manager, int samples) {
    float[] points =
        ArrayScopes.scoped(
            () ->
                Autograd.without(
                    true, () -> generator.of(normals(manager, samples)).toFloatArray()));
    int[] hits = new int[SIDE * SIDE];
    int good = 0;
    for (int i = 0; i < samples; i++) {
      double x = points[2 * i] * SCALE;
      double y = points[2 * i + 1] * SCALE;
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        return new Result(0, 0, true);
      }
      long column = Math.round(x / SPACING);
      long row = Math.round(y / SPACING);
      boolean near =
          Math.hypot(x - column * SPACING, y - row * SPACING) <= 3 * DEVIATION
              && Math.abs(column) <= SIDE / 2
              && Math.abs(row) <= SIDE / 2;
      if (near) {
        good++;
        hits[(int) (row + SIDE / 2) * SIDE + (int) column + SIDE / 2]++;
      }
    }
    int least = Math.max(1, samples / 2500);
    int modes = (int) java.util.Arrays.stream(hits).filter(each -> each >= least).count();
    return new Result(modes, (double) good / samples, false);
  }

  /** Two hidden layers of leaky units (He initialisation) and a linear one. */
  private final class Network {
    private final List<NDArray> weights = new ArrayList<>();

    Network(NDManager manager, int from, int to) {
      int[] sizes = {from, HIDDEN, HIDDEN, to};
      for (int i = 0; i + 1 < sizes.length; i++) {
        weights.add(made(manager, sizes[i + 1], sizes[i], Math.sqrt(2.0 / sizes[i])));
        weights.add(made(manager, 1, sizes[i + 1], 0).reshape(-1));
      }
      weights.replaceAll(each -> Autograd.require(Autograd.detach(each), true));
    }

    private NDArray made(NDManager manager, int rows, int columns, double deviation) {
      float[] values = new float[rows * columns];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (deviation * random.nextGaussian());
      }
      return ArrayScopes.of(manager, values, new Shape(rows, columns));
    }

    List<NDArray> weights() {
      return List.copyOf(weights);
    }

    NDArray of(NDArray x) {
      return Ops.linear(hidden(x), weights.get(4), weights.get(5));
    }

    DiscriminatorOutput judge(NDArray x) {
      NDArray features = hidden(x);
      NDArray logits = Ops.linear(features, weights.get(4), weights.get(5));
      return DiscriminatorOutput.of(logits.reshape(-1)).withFeatures(features);
    }

    private NDArray hidden(NDArray x) {
      NDArray first = Ops.leakyRelu(Ops.linear(x, weights.get(0), weights.get(1)), 0.2);
      return Ops.leakyRelu(Ops.linear(first, weights.get(2), weights.get(3)), 0.2);
    }
  }
}

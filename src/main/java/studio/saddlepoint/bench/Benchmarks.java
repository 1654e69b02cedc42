package studio.saddlepoint.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.LatentCodes;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.distribution.FrechetDistance;
import studio.saddlepoint.metrics.feature.FeatureStatistics;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.OperatorProfile;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.TrainingState;

/** Measures how fast the program is on this computer. Nothing is kept. */
public final class Benchmarks {
  private static final int WARM_UP = 40;

  private static final int SHARE_STEPS = 15;
  private final Recipe recipe;
  private final Progress progress;

  /**
   * Benchmarks of the DCGAN for 32x32 colour pictures.
   *
   * @param width channels of both networks at the largest size
   * @param device {@code auto}, {@code cpu}, {@code gpu0}, ...
   * @param progress told what is being measured; may cancel it
   */
  public Benchmarks(int width, String device, Progress progress) {
    this.recipe =
        Recipe.defaults()
            .with("generator.width", width)
            .with("discriminator.width", width)
            .with("training.device", device);
    this.progress = progress;
  }

  /**
   * How long the first things take.
   *
   * @param engineSeconds starting the engine; only the first start of a process tells anything
   * @param firstStepSeconds making the networks and the first training step
   */
  public record StartUp(double engineSeconds, double firstStepSeconds) {}

  /**
   * Median speeds of a training step.
   *
   * @param batchSize real pictures a step
   * @param oneCall the floor: the same step as one TorchScript call, default memory order
   * @param oneCallChannelsLast the same, channels-last
   * @param standard the program's step, default memory order
   * @param channelsLast the program's step, channels-last
   */
  public record StepSpeeds(
      int batchSize,
      Speed oneCall,
      Speed oneCallChannelsLast,
      Speed standard,
      Speed channelsLast) {}

  /**
   * A speed.
   *
   * @param imagesPerSecond real pictures a second, median
   * @param ratio over the floor in default memory order, median over pairs of turns
   */
  public record Speed(double imagesPerSecond, double ratio) {}

  /**
   * How the process's resident memory grew.
   *
   * @param renders growth over the renders, in bytes; empty where the system does not tell
   * @param steps growth over the training steps, in bytes
   */
  public record MemoryGrowth(OptionalLong renders, OptionalLong steps) {}

  /** Starts the engine and makes a first step. To be called before the others. */
  public StartUp startUp() {
    progress.report("Starting the engine", Double.NaN);
    long begun = System.nanoTime();
    TorchEngine.start(Progress.NONE);
    double engine = (System.nanoTime() - begun) / 1e9;
    begun = System.nanoTime();
    try (TimedTraining contender = TimedTraining.byProgram(layout(true))) {
      contender.step();
    }
    return new StartUp(engine, (System.nanoTime() - begun) / 1e9);
  }

  /**
   * Compares the DCGAN's step with the floor, in turns.
   *
   * @param rounds turns of each contender
   * @param block steps a turn
   */
  public StepSpeeds steps(int rounds, int block) {
    return speeds(gan(DcganOneCallStep.Penalty.NONE), rounds, block, "Training steps");
  }

  /** As {@link #steps}, of a variational autoencoder of the same networks. */
  public StepSpeeds vaeSteps(int rounds, int block) {
    Contest vae = new Contest(VaeOneCallStep::recipe, VaeOneCallStep::new);
    return speeds(vae, rounds, block, "Training steps of the VAE");
  }

  /**
   * Compares the program's step with a penalty of second order with the same step as one call.
   *
   * @param penalty such as {@code wgan-gp}, {@code dragan} or {@code r1}
   * @param rounds turns of each contender
   * @param block steps a turn
   * @return the program's speed in default memory order, over that of one call
   */
  public Speed penalty(String penalty, int rounds, int block) {
    Contest contest =
        gan(DcganOneCallStep.Penalty.valueOf(penalty.toUpperCase(Locale.ROOT).replace('-', '_')));
    PairedTimes times =
        measure(
            made -> List.of(way(contest, true, false, made), way(contest, false, false, made)),
            rounds,
            block,
            "Training steps with " + penalty);
    return speed(times, 1, recipe.training().batchSize());
  }

  /**
   * A step that is made both ways.
   *
   * @param of the recipe, from that of the DCGAN
   * @param oneCall the step in one call, of networks and whether they are channels-last
   */
  private record Contest(
      UnaryOperator<Recipe> of, BiFunction<TrainingState, Boolean, OneCallStep> oneCall) {}

  private static Contest gan(DcganOneCallStep.Penalty penalty) {
    return new Contest(
        penalty::recipe, (state, last) -> new DcganOneCallStep(state, penalty, last));
  }

  private StepSpeeds speeds(Contest contest, int rounds, int block, String what) {
    PairedTimes times =
        measure(
            made ->
                Stream.of(true, false)
                    .flatMap(
                        oneCall ->
                            Stream.of(false, true).map(last -> way(contest, oneCall, last, made)))
                    .toList(),
            rounds,
            block,
            what);
    int n = recipe.training().batchSize();
    return new StepSpeeds(
        n, speed(times, 0, n), speed(times, 1, n), speed(times, 2, n), speed(times, 3, n));
  }

  private PairedTimes measure(
      Function<List<TimedTraining>, List<Supplier<Runnable>>> ways,
      int rounds,
      int block,
      String what) {
    List<TimedTraining> made = new CopyOnWriteArrayList<>();
    try {
      return PairedTimes.measure(ways.apply(made), WARM_UP, rounds, block, progress, what);
    } finally {
      made.forEach(TimedTraining::close);
    }
  }

  private Supplier<Runnable> way(
      Contest contest, boolean oneCall, boolean channelsLast, List<TimedTraining> made) {
    Recipe played = contest.of().apply(layout(channelsLast));
    return () -> {
      TimedTraining contender =
          oneCall
              ? TimedTraining.byOneCall(
                  played, state -> contest.oneCall().apply(state, channelsLast))
              : TimedTraining.byProgram(played);
      made.add(contender);
      return contender::step;
    };
  }

  private static Speed speed(PairedTimes times, int way, int pictures) {
    return new Speed(pictures / times.seconds(way), times.speed(way, 0));
  }

  /**
   * What a training step is made of.
   *
   * @param imagesPerSecond real pictures a second, median
   * @param convolutions share of its time that is the arithmetic of convolutions, 0 to 1
   */
  public record StepShare(double imagesPerSecond, double convolutions) {}

  /** The recipes of {@link #stepShares}: one of each family of networks. */
  private static final List<String> FAMILIES =
      List.of(
          "dcgan-strokes",
          "wgan-gp-strokes",
          "vae-strokes",
          "progan-strokes",
          "r3gan-strokes",
          "stylegan2-strokes");

  /**
   * What training steps of recipes of all families are made of, on colour pictures of 32 by 32
   * pixels; of networks that grow, at each size.
   *
   * @return by the recipe's name, and the size
   */
  public Map<String, StepShare> stepShares() {
    Map<String, StepShare> shares = new LinkedHashMap<>();
    for (String name : FAMILIES) {
      Recipe each = Recipes.load(name).with("training.device", recipe.training().device());
      int from = each.method().growing().from();
      if (from == 0) {
        shares.put(name, stepShare(name, each));
      }
      for (int size = from; from > 0 && size <= TimedTraining.SHAPE.height(); size *= 2) {
        String sized = name + " at " + size + "x" + size;
        boolean largest = size == TimedTraining.SHAPE.height();
        shares.put(sized, stepShare(sized, each.with("method.growing.from", largest ? 0 : size)));
      }
    }
    return shares;
  }

  private StepShare stepShare(String name, Recipe of) {
    progress.report("Steps of " + name, Double.NaN);
    try (TimedTraining contender = TimedTraining.byProgram(of)) {
      for (int i = 0; i < WARM_UP; i++) {
        contender.step();
      }
      double convolutions = OperatorProfile.of(contender::step).share(OperatorProfile.CONVOLUTIONS);
      long[] nanos = new long[SHARE_STEPS];
      for (int i = 0; i < nanos.length; i++) {
        progress.checkCancelled();
        long begun = System.nanoTime();
        contender.step();
        nanos[i] = System.nanoTime() - begun;
      }
      int pictures = of.training().batchSize() * of.method().criticSteps();
      Arrays.sort(nanos);
      return new StepShare(pictures / (nanos[nanos.length / 2] / 1e9), convolutions);
    }
  }

  /**
   * Times of drawing pictures from a snapshot, from latent codes to pixels.
   *
   * @param pictures how many at once
   * @param times how often
   */
  public Timings rendering(int pictures, int times) {
    try (Snapshot snapshot = snapshot()) {
      float[][] codes = LatentCodes.gaussian(pictures, snapshot.latent().size(), 1);
      int[] labels = new int[pictures];
      for (int i = 0; i < times / 10; i++) {
        snapshot.render(codes, labels, Double.POSITIVE_INFINITY); // warm-up
      }
      long[] nanos = new long[times];
      for (int i = 0; i < times; i++) {
        progress.checkCancelled();
        long begun = System.nanoTime();
        snapshot.render(codes, labels, Double.POSITIVE_INFINITY);
        nanos[i] = System.nanoTime() - begun;
        progress.report("Drawing " + pictures + " at once", (i + 1.0) / times);
      }
      return Timings.of(nanos);
    }
  }

  /**
   * Time of the Fréchet distance between two full-rank statistics.
   *
   * @param dimension numbers in a feature
   * @return seconds
   */
  public double frechetSeconds(int dimension) {
    progress.report("FID distance at " + dimension + " dimensions", Double.NaN);
    FeatureStatistics a = statistics(dimension, 1);
    FeatureStatistics b = statistics(dimension, 2);
    long begun = System.nanoTime();
    FrechetDistance.between(a, b);
    return (System.nanoTime() - begun) / 1e9;
  }

  /**
   * How resident memory grows, after a warm-up of at least a tenth of the work.
   *
   * @param renders pictures drawn one by one
   * @param steps training steps
   */
  public MemoryGrowth memory(int renders, int steps) {
    OptionalLong drawing;
    try (Snapshot snapshot = snapshot()) {
      float[][] code = LatentCodes.gaussian(1, snapshot.latent().size(), 1);
      drawing =
          ResidentMemory.growth(
              "Memory of drawing",
              renders,
              () -> snapshot.render(code, new int[1], Double.POSITIVE_INFINITY),
              progress);
    }
    Autograd.enable(true);
    try (TimedTraining contender = TimedTraining.byProgram(layout(true))) {
      return new MemoryGrowth(
          drawing, ResidentMemory.growth("Memory of training", steps, contender::step, progress));
    }
  }

  private Snapshot snapshot() {
    try (TrainingState state = new TrainingState(recipe, new BenchmarkData(TimedTraining.SHAPE))) {
      return Snapshot.of(state.saveNetworks(), true);
    }
  }

  private Recipe layout(boolean channelsLast) {
    return recipe.with("training.channelsLast", channelsLast);
  }

  /** A covariance of full rank: a random diagonal with a random band beside it. */
  private static FeatureStatistics statistics(int dimension, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] mean = random.doubles(dimension).toArray();
    double[] covariance = new double[dimension * dimension];
    for (int i = 0; i < dimension; i++) {
      covariance[i * dimension + i] = 1 + random.nextDouble();
      for (int j = 0; j < i; j++) {
        double value = random.nextDouble(-0.1, 0.1) / dimension;
        covariance[i * dimension + j] = value;
        covariance[j * dimension + i] = value;
      }
    }
    return new FeatureStatistics(10L * dimension, mean, covariance);
  }
}

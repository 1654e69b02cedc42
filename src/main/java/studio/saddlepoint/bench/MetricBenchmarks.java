package studio.saddlepoint.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.Evaluator;
import studio.saddlepoint.metrics.distribution.Bootstrap;
import studio.saddlepoint.metrics.distribution.FrechetDistance;
import studio.saddlepoint.metrics.distribution.FrechetReference;
import studio.saddlepoint.metrics.distribution.KernelDistance;
import studio.saddlepoint.metrics.extractor.ClassifierNetwork;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.extractor.PixelKind;
import studio.saddlepoint.metrics.feature.FeatureStatistics;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.feature.StatisticsStream;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.Metrics;
import studio.saddlepoint.metrics.neighbour.PairMetrics;
import studio.saddlepoint.metrics.neighbour.PrecisionRecall;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;

/** Measures how fast metrics are on this computer, with made-up features. Nothing is kept. */
public final class MetricBenchmarks {
  private static final ImageShape SHAPE = new ImageShape(3, 32, 32);
  private static final int CLASSES = 10;
  private static final int BATCH = 64;
  private static final int TIMES = 3;

  private final int images;
  private final int dimension;
  private final Progress progress;

  /**
   * Benchmarks.
   *
   * @param images on each side
   * @param dimension numbers in a feature
   * @param progress told what is being measured; may cancel it
   */
  public MetricBenchmarks(int images, int dimension, Progress progress) {
    this.images = images;
    this.dimension = dimension;
    this.progress = progress;
    TorchEngine.start(Progress.NONE);
  }

  /**
   * What work took.
   *
   * @param seconds from beginning to end
   * @param processorSeconds of all processors together, which other programs do not lengthen
   */
  public record Cost(double seconds, double processorSeconds) {}

  /**
   * Cost of the Fréchet distance between given statistics, the quickest of three.
   *
   * @param count images that the statistics come from; fewer than features leave them singular
   */
  public Cost frechet(int count) {
    FeatureStatistics a = statistics(features(count, 1));
    FeatureStatistics b = statistics(features(count, 2));
    Cost best = new Cost(Double.POSITIVE_INFINITY, 0);
    for (int i = 0; i < TIMES; i++) {
      progress.checkCancelled();
      progress.report("FID distance", (double) i / TIMES);
      Cost cost = cost(() -> FrechetDistance.between(a, b));
      best = cost.seconds() < best.seconds() ? cost : best;
    }
    return best;
  }

  /** Cost of the interval of a Fréchet distance, the real side being prepared. */
  public Cost frechetInterval() {
    Features fake = features(images, 2);
    FeatureStatistics sample = statistics(fake);
    Features rows = fake.first(Math.min(Bootstrap.FRECHET_ROWS, images));
    progress.report("Interval of FID", Double.NaN);
    try (FrechetReference reference = new FrechetReference(statistics(features(images, 1)))) {
      return cost(() -> Bootstrap.ofDistance(reference, sample, rows, 1));
    }
  }

  /** Cost of streaming all features of one side into mean and covariance. */
  public Cost statistics() {
    Features features = features(images, 3);
    progress.report("Mean and covariance", Double.NaN);
    return cost(() -> statistics(features));
  }

  /** Cost of precision and recall. */
  public Cost precisionRecall() {
    Features real = features(images, 4);
    Features fake = features(images, 5);
    return cost(() -> PrecisionRecall.of(real, fake, PrecisionRecall.NEIGHBOURS, progress));
  }

  /** Cost of precision, recall, density, coverage, realism and neighbours at once. */
  public Cost neighbours() {
    Features real = features(images, 4);
    Features fake = features(images, 5);
    return cost(
        () ->
            PairMetrics.of(real, fake, java.util.EnumSet.allOf(PairMetrics.Part.class), progress));
  }

  /** Cost of KID. */
  public Cost kid() {
    Features real = features(images, 6);
    Features fake = features(images, 7);
    return cost(() -> KernelDistance.of(real, fake, 1, progress));
  }

  /**
   * Cost of each metric alone, in the order of all, with the statistics that it takes and without
   * intervals; those that walk through a generator are left out.
   */
  public Map<Metric, Cost> each() {
    Features real = MadeFeatures.normal(images, dimension, 1);
    Features heldOut = MadeFeatures.normal(images, dimension, 2);
    Features fake = MadeFeatures.normal(images, dimension, 3);
    MadeFeatures reference =
        new MadeFeatures(real, 0, Optional.of(new MadeFeatures(heldOut, images, Optional.empty())));
    MadeFeatures generated = new MadeFeatures(fake, 2 * images, Optional.empty());
    Map<Metric, Cost> costs = new LinkedHashMap<>();
    Evaluator evaluator = new Evaluator(Path.of("unused"));
    try (FeatureExtractor extractor = MadeFeatures.extractor(List.of(real, heldOut, fake))) {
      for (Metric metric : Metrics.those(MetricBenchmarks::isOfImages)) {
        progress.checkCancelled();
        EvaluationRequest request =
            new EvaluationRequest(
                PixelKind.PIXELS.usual(), images, OptionalDouble.empty(), Set.of(metric), 1, false);
        costs.put(
            metric,
            cost(() -> evaluator.evaluate(generated, reference, request, extractor, progress)));
      }
    }
    return costs;
  }

  private static boolean isOfImages(Metric metric) {
    return !metric.needs(Metric.Need.GENERATOR) && !metric.needs(Metric.Need.ENCODER);
  }

  /**
   * Speed of the classifier that gives features and classes, 32x32 pixels in colour.
   *
   * @param count images to look at
   * @return images a second
   */
  public double classifierSpeed(int count) {
    try (ClassifierNetwork network =
        ClassifierNetwork.create(SHAPE, CLASSES, 1, TorchEngine.device("auto"))) {
      byte[] pixels = new byte[BATCH * SHAPE.pixels()];
      new Random(1).nextBytes(pixels);
      look(network, pixels, count / 10);
      return count / cost(() -> look(network, pixels, count)).seconds();
    }
  }

  private void look(ClassifierNetwork network, byte[] pixels, int count) {
    for (int done = 0; done < count; done += BATCH) {
      progress.checkCancelled();
      progress.report("Classifier", (double) done / count);
      Autograd.without(
          () ->
              ArrayScopes.scoped(
                  () -> network.logits(network.features(network.input(pixels))).toFloatArray()));
    }
  }

  /** The most memory that this process has held so far, in bytes, where Linux tells it. */
  public static OptionalLong peakBytes() {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return OptionalLong.empty();
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  private static Cost cost(Runnable work) {
    long processor = processorNanos();
    long begun = System.nanoTime();
    work.run();
    return new Cost((System.nanoTime() - begun) / 1e9, (processorNanos() - processor) / 1e9);
  }

  private static long processorNanos() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  private FeatureStatistics statistics(Features features) {
    try (StatisticsStream stream = new StatisticsStream(dimension)) {
      features.forEachBatch(BATCH, stream::add);
      return stream.statistics();
    }
  }

  /**
   * Features as a network gives them: 32 dimensions turned into many, with noise, negatives cut
   * off.
   */
  private Features features(int count, long seed) {
    int hidden = 32;
    SplittableRandom basisRandom = new SplittableRandom(99);
    float[] basis = new float[hidden * dimension];
    for (int i = 0; i < basis.length; i++) {
      basis[i] = (float) basisRandom.nextDouble(-1, 1);
    }
    SplittableRandom random = new SplittableRandom(seed);
    float[] rows = new float[count * dimension];
    float[] code = new float[hidden];
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < hidden; k++) {
        code[k] = (float) (random.nextDouble() + random.nextDouble() - 1);
      }
      for (int c = 0; c < dimension; c++) {
        float sum = (float) random.nextDouble(-0.2, 0.2);
        for (int k = 0; k < hidden; k++) {
          sum += code[k] * basis[k * dimension + c];
        }
        rows[i * dimension + c] = Math.max(0, sum);
      }
    }
    return new Features(count, dimension, rows);
  }
}

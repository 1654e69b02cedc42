package studio.saddlepoint.metrics.attribute;

import ai.djl.Device;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.latent.direction.Attribute;
import studio.saddlepoint.metrics.store.MetricCache;
import studio.saddlepoint.run.checkpoint.Safetensors;
import studio.saddlepoint.torch.TorchEngine;

/** The judges of data sets, trained once each and kept. */
public final class AttributeJudges {
  private static final String KIND = "judges";
  private static final int BATCH = 250;
  private static final int MOST_TESTED = 2000;

  private final MetricCache cache;

  /**
   * Judges of a folder.
   *
   * @param caches the program's folder for caches
   */
  public AttributeJudges(Path caches) {
    this.cache = new MetricCache(caches);
  }

  /** Each data set has two judges, which share nothing but the data. */
  public enum Which {
    /** By whose gradients and labels directions are found. */
    FINDING(20_160_311),
    /** Which measures what was found, and had no part in finding it. */
    MEASURING(20_190_704);

    private final long seed;

    Which(long seed) {
      this.seed = seed;
    }
  }

  /**
   * A judge, and how good it is.
   *
   * @param network to be closed
   * @param quality of each attribute by name: of a class the share of test images that are told
   *     rightly to be of it or not, of a measure the share of its variance that is told (R squared)
   */
  public record Judge(AttributeNetwork network, Map<String, Double> quality)
      implements AutoCloseable {
    @Override
    public void close() {
      network.close();
    }
  }

  /** What judges of a data set tell; nothing where it has neither classes nor factors. */
  public static List<Attribute> attributes(DataSet train) {
    return train.classNames().size() < 2 && train.withFactors().isEmpty()
        ? List.of()
        : new AttributeTargets(train).attributes();
  }

  /**
   * A judge of a data set; trains it the first time.
   *
   * @param train what it learns from
   * @param test what its quality is measured on
   * @throws studio.saddlepoint.core.StudioException if the data set has neither classes nor factors
   * @throws java.util.concurrent.CancellationException if cancelled; nothing is kept then
   */
  public Judge of(DataSet train, DataSet test, Which which, Progress progress) {
    Device device = TorchEngine.device("auto");
    List<Attribute> attributes = new AttributeTargets(train).attributes();
    Safetensors.Loaded kept =
        cache.get(KIND, key(train, test, which), () -> make(train, test, which, device, progress));
    Map<String, Double> quality = new LinkedHashMap<>();
    attributes.forEach(
        each ->
            quality.put(
                each.name(), Double.parseDouble(kept.metadata().getOrDefault(named(each), "NaN"))));
    return new Judge(
        AttributeNetwork.of(train.name(), attributes, train.shape(), kept.tensors(), device),
        quality);
  }

  private static String named(Attribute attribute) {
    return "quality of " + attribute.name();
  }

  private static String key(DataSet train, DataSet test, Which which) {
    return String.format(
        Locale.ROOT,
        "judge %s %d of %s, tested on %s",
        AttributeTraining.VERSION,
        which.seed,
        train.fingerprint(),
        test.fingerprint());
  }

  private static Safetensors.Loaded make(
      DataSet train, DataSet test, Which which, Device device, Progress progress) {
    try (AttributeNetwork network =
        AttributeTraining.train(train, which.seed, device, progress.part(0, 0.95))) {
      Map<String, String> metadata = new LinkedHashMap<>();
      double[] quality = quality(network, test, progress.part(0.95, 1));
      for (int k = 0; k < quality.length; k++) {
        metadata.put(named(network.attributes().get(k)), Double.toString(quality[k]));
      }
      return new Safetensors.Loaded(network.tensors(), metadata);
    }
  }

  /** Measures a judge on images that it has not seen. */
  private static double[] quality(AttributeNetwork network, DataSet test, Progress progress) {
    AttributeTargets targets = new AttributeTargets(test);
    int[] images = targets.images();
    int[] some = Arrays.copyOf(images, Math.min(MOST_TESTED, images.length));
    JudgeQuality quality = new JudgeQuality(targets);
    for (int from = 0; from < some.length; from += BATCH) {
      progress.checkCancelled();
      progress.report("Testing the judge", (double) from / some.length);
      int[] batch = Arrays.copyOfRange(some, from, Math.min(some.length, from + BATCH));
      quality.add(batch, network.judge(test.read(batch)));
    }
    return quality.found();
  }
}

package studio.saddlepoint.metrics;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ScaledDataSet;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.metrics.distribution.ClassCounts;
import studio.saddlepoint.metrics.extractor.Extracted;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.feature.FeatureRows;
import studio.saddlepoint.metrics.feature.FeatureStatistics;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.feature.FiniteFeatures;
import studio.saddlepoint.metrics.feature.Spread;
import studio.saddlepoint.metrics.feature.SpreadStream;
import studio.saddlepoint.metrics.feature.StatisticsStream;
import studio.saddlepoint.metrics.image.DataSetImages;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.image.ReferenceImages;
import studio.saddlepoint.metrics.store.MetricCache;
import studio.saddlepoint.run.checkpoint.HostTensor;
import studio.saddlepoint.run.checkpoint.Safetensors;

/**
 * The real images of an evaluation, by what they give: statistics, which are kept on disk, features
 * and class shares.
 */
final class RealFeatures implements Reference {
  /** Images a batch; the same on both sides, so that identical images give identical sums. */
  static final int BATCH = 64;

  private final MetricCache cache;
  private final Side side;
  private final String fingerprint;
  private final ImageSource images;
  private final int count;
  private final FeatureExtractor extractor;
  private final Optional<Reference> heldOut;
  private @Nullable Features features;
  private double @Nullable [] shares;
  private OptionalDouble confidence = OptionalDouble.empty();
  private Optional<Spread> spread = Optional.empty();

  /**
   * Real images of any source.
   *
   * @param caches where statistics are kept
   * @param side what they are
   * @param fingerprint the same for the same images only
   * @param images the images
   * @param extractor what looks at them; stays the caller's
   * @param heldOut real images that no generator was trained on
   */
  RealFeatures(
      Path caches,
      Side side,
      String fingerprint,
      ImageSource images,
      FeatureExtractor extractor,
      Optional<Reference> heldOut) {
    this.cache = new MetricCache(caches);
    this.side = side;
    this.fingerprint = fingerprint;
    this.images = images;
    this.count = side.count();
    this.extractor = extractor;
    this.heldOut = heldOut;
  }

  /**
   * The first images of a data set's train split, in a fixed random order.
   *
   * @param test the test split, held out where its images are others
   * @param count number of images to take, at most the set's size
   */
  static RealFeatures of(
      Path caches, DataSet train, DataSet test, FeatureExtractor extractor, int count) {
    boolean others = !test.fingerprint().equals(train.fingerprint());
    Optional<Reference> heldOut =
        others && test.shape().equals(train.shape())
            ? Optional.of(
                split(
                    caches,
                    "test",
                    test,
                    extractor,
                    Math.min(count, test.size()),
                    Optional.empty()))
            : Optional.empty();
    return split(caches, "train", train, extractor, count, heldOut);
  }

  /**
   * The first images of a data set's part, in a fixed random order.
   *
   * @param split which part
   * @param most number of images to take, where there are as many
   * @throws StudioException if the data set holds none back
   */
  static RealFeatures of(
      Path caches, DataSet train, DataSet test, Split split, FeatureExtractor extractor, int most) {
    if (split == Split.TRAIN) {
      return of(caches, train, test, extractor, Math.min(most, train.size()));
    }
    if (test.fingerprint().equals(train.fingerprint())) {
      throw new StudioException(
          English.of(
              "The data set \"%s\" is too small to hold images back. Compare with its training images.",
              train.name()));
    }
    return split(caches, "test", test, extractor, Math.min(most, test.size()), Optional.empty());
  }

  private static RealFeatures split(
      Path caches,
      String name,
      DataSet set,
      FeatureExtractor extractor,
      int count,
      Optional<Reference> heldOut) {
    return new RealFeatures(
        caches,
        new Side(
            Side.Kind.SPLIT,
            set instanceof ScaledDataSet scaled ? name + " " + scaled.scaling() : name,
            count,
            count == set.size()),
        set.fingerprint(),
        new DataSetImages(set, ReferenceImages.choose(set, count)),
        extractor,
        heldOut);
  }

  @Override
  public Side side() {
    return side;
  }

  @Override
  public Optional<ImageSource> images() {
    return Optional.of(images);
  }

  @Override
  public Optional<Reference> heldOut() {
    return heldOut;
  }

  /** The statistics of the images' features, computed only if they are not on disk. */
  @Override
  public FeatureStatistics statistics(Progress progress) {
    String key =
        String.format(
            Locale.ROOT, "statistics of %s by %s, %d images", fingerprint, extractor.id(), count);
    Safetensors.Loaded loaded = cache.get("statistics", key, () -> store(compute(progress)));
    HostTensor mean = loaded.tensors().get("mean");
    HostTensor covariance = loaded.tensors().get("covariance");
    if (mean == null || covariance == null) {
      throw new IllegalStateException("statistics without mean or covariance: " + key);
    }
    return new FeatureStatistics(count, MetricCache.doubles(mean), MetricCache.doubles(covariance));
  }

  private FeatureStatistics compute(Progress progress) {
    try (StatisticsStream stream = new StatisticsStream(extractor.dimension())) {
      if (features == null) {
        forEachBatch(progress, seen -> stream.add(seen.features()));
      } else {
        features.forEachBatch(BATCH, stream::add);
      }
      return stream.statistics();
    }
  }

  private static Safetensors.Loaded store(FeatureStatistics statistics) {
    int d = statistics.dimension();
    return new Safetensors.Loaded(
        Map.of(
            "mean", MetricCache.doubles(statistics.mean(), d),
            "covariance", MetricCache.doubles(statistics.covariance(), d, d)),
        Map.of("count", Long.toString(statistics.count())));
  }

  @Override
  public Optional<Features> features(Progress progress) {
    if (features == null) {
      FeatureRows rows = new FeatureRows(count, extractor.dimension());
      ClassCounts counts = new ClassCounts(extractor.classNames().size());
      forEachBatch(
          progress,
          seen -> {
            rows.add(seen.features());
            counts.add(seen.logits());
          });
      features = rows.features();
      take(counts);
    }
    return Optional.of(features);
  }

  @Override
  public Optional<double[]> classShares(Progress progress) {
    if (extractor.classNames().isEmpty()) {
      return Optional.empty();
    }
    if (shares == null) {
      ClassCounts counts = new ClassCounts(extractor.classNames().size());
      forEachBatch(progress, seen -> counts.add(seen.logits()));
      take(counts);
    }
    return Optional.of(shares);
  }

  private void take(ClassCounts counts) {
    shares = counts.shares();
    confidence = OptionalDouble.of(counts.confidence());
  }

  @Override
  public OptionalDouble classConfidence() {
    return confidence;
  }

  @Override
  public Optional<Spread> spread() {
    return spread;
  }

  private void forEachBatch(Progress progress, Consumer<Extracted> consumer) {
    SpreadStream stream = new SpreadStream(extractor.dimension());
    for (int from = 0; from < count; from += BATCH) {
      progress.checkCancelled();
      progress.report("Looking at real images", (double) from / count);
      Extracted seen = images.extract(from, Math.min(BATCH, count - from), extractor);
      FiniteFeatures.check(seen.features());
      stream.add(seen.features());
      consumer.accept(seen);
    }
    spread = Optional.of(stream.spread());
  }
}

package studio.saddlepoint.metrics;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.latent.RankedSamples;
import studio.saddlepoint.latent.SampleCodes;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.extractor.ClassifierKind;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.extractor.Extractors;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.extractor.PixelKind;
import studio.saddlepoint.metrics.feature.FeatureRows;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.image.DataSetImages;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.image.ReferenceImages;
import studio.saddlepoint.metrics.image.SnapshotImages;
import studio.saddlepoint.metrics.neighbour.PairMetrics;
import studio.saddlepoint.recipe.DataSettings;

/**
 * Real images by which the realism of samples is told (Kynkäänniemi et al. 2019, section 4.4),
 * whatever snapshot the samples are of.
 */
public final class RealismJudge implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RealismJudge.class);

  /** Real images, at most. */
  static final int REALS = 2048;

  /** Samples whose features are kept at once. */
  private static final int CHUNK = 8192;

  private final FeatureExtractor extractor;
  private final Features real;

  /**
   * A judge by features.
   *
   * @param extractor what looks at samples
   * @param real what it saw of the real images
   */
  RealismJudge(FeatureExtractor extractor, Features real) {
    this.extractor = extractor;
    this.real = real;
  }

  /**
   * A judge by the data set that a snapshot was trained on: by the features of its classifier where
   * it has classes, by pixels otherwise.
   *
   * @param data the data set
   * @param caches where classifiers of data sets are kept
   * @throws studio.saddlepoint.core.StudioException if the data set cannot be used
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static RealismJudge open(
      Snapshot snapshot, DataSettings data, Path caches, Progress progress) {
    LearntSets sets = LearntSets.open(snapshot, data, caches, progress.part(0, 0.1));
    DataSet train = sets.train();
    sets.changed().ifPresent(each -> LOG.warn(each.text()));
    FeatureExtractor extractor =
        Extractors.open(usual(train), train, sets.test(), caches, progress.part(0.1, 0.8));
    try {
      return new RealismJudge(extractor, features(train, 0, extractor, progress.part(0.8, 1)));
    } catch (RuntimeException e) {
      extractor.close();
      throw e;
    }
  }

  /** What looks at pictures of a data set unless a person chooses: its classifier, or pixels. */
  public static ExtractorChoice usual(DataSet data) {
    return data.classNames().isEmpty()
        ? PixelKind.PIXELS.usual()
        : ClassifierKind.CLASSIFIER.usual();
  }

  /**
   * What an extractor sees of a data set's images, in the order of {@link ReferenceImages}.
   *
   * @param passed how many of the first to leave out, as far as there are enough others
   */
  static Features features(
      DataSet train, int passed, FeatureExtractor extractor, Progress progress) {
    int last = Math.min(train.size(), passed + REALS);
    int first = Math.min(passed, Math.max(0, last - REALS));
    int[] order = ReferenceImages.choose(train, last);
    ImageSource images = new DataSetImages(train, Arrays.copyOfRange(order, first, last));
    return seen(images, last - first, extractor, "Looking at real images", progress);
  }

  /** The ranking of a snapshot's samples by their realism; works as long as this is open. */
  public RankedSamples.Ranking ranking(Snapshot snapshot) {
    return (candidates, count, progress) -> {
      double[] scores = new double[count];
      for (int from = 0; from < count; from += CHUNK) {
        int some = Math.min(CHUNK, count - from);
        Progress part = progress.part((double) from / count, (double) (from + some) / count);
        double[] found = scores(snapshot, candidates, from, some, part);
        System.arraycopy(found, 0, scores, from, some);
      }
      return scores;
    };
  }

  private double[] scores(
      Snapshot snapshot, SampleCodes candidates, int from, int count, Progress progress) {
    ImageSource images = new SnapshotImages(snapshot, candidates, from, count);
    Features seen =
        seen(images, count, extractor, "Comparing samples with real images", progress.part(0, 0.9));
    Set<PairMetrics.Part> realism = Set.of(PairMetrics.Part.REALISM);
    return PairMetrics.of(real, seen, realism, progress.part(0.9, 1)).realism();
  }

  private static Features seen(
      ImageSource images, int count, FeatureExtractor extractor, String stage, Progress progress) {
    FeatureRows rows = new FeatureRows(count, extractor.dimension());
    for (int i = 0; i < count; i += RealFeatures.BATCH) {
      progress.checkCancelled();
      progress.report(stage, (double) i / count);
      int some = Math.min(RealFeatures.BATCH, count - i);
      rows.add(images.extract(i, some, extractor).features());
    }
    return rows.features();
  }

  @Override
  public void close() {
    extractor.close();
  }
}

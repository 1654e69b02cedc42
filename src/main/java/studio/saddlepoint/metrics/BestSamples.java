package studio.saddlepoint.metrics;

import java.nio.file.Path;
import java.util.Locale;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.latent.KeepBest;
import studio.saddlepoint.latent.RankedSamples;
import studio.saddlepoint.latent.SeededCodes;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.image.SnapshotImages;
import studio.saddlepoint.recipe.DataSettings;

/** The ranking that tells which of a generator's samples are the best, see {@link KeepBest}. */
public final class BestSamples {
  static final String SHARED =
      "Realism chose the samples by real images that they are measured with, too, for want of others: precision is high by that alone. Compare with the held-out part.";

  private static final String JUDGED = "The checkpoint of step %d has no discriminator that fits.";

  private BestSamples() {}

  /**
   * Ranks samples of a snapshot.
   *
   * @param by what tells which are the best
   * @param candidates the samples
   * @param data the data set, which realism compares with by its own classifier where it has
   *     classes, and by pixels otherwise
   * @param caches where classifiers of data sets are kept
   * @throws StudioException if the discriminator or the data set cannot be had
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static RankedSamples rank(
      KeepBest.By by,
      Snapshot snapshot,
      SeededCodes candidates,
      DataSettings data,
      Path caches,
      Progress progress) {
    if (by == KeepBest.By.DISCRIMINATOR) {
      return byDiscriminator(snapshot).of(candidates, progress);
    }
    try (RealismJudge judge = RealismJudge.open(snapshot, data, caches, progress.part(0, 0.5))) {
      return judge.ranking(snapshot).of(candidates, progress.part(0.5, 1));
    }
  }

  /**
   * The ranking by the discriminator.
   *
   * @throws StudioException if the snapshot has none
   */
  static RankedSamples.Ranking byDiscriminator(Snapshot snapshot) {
    if (!snapshot.judges()) {
      throw new StudioException(
          String.format(Locale.ENGLISH, JUDGED, snapshot.step())
              + " Keep the best by realism instead, or choose another checkpoint.");
    }
    return RankedSamples.byDiscriminator(snapshot);
  }

  /**
   * The ranking by realism. The real images are others than the first ones, which metrics compare
   * with, as far as there are others: or the same images would choose and praise the choice.
   *
   * @param train the real images
   * @param measured how many of them, in the order of {@link ReferenceImages}, are compared with
   * @param extractor what looks at images; stays the caller's
   */
  static RankedSamples.Ranking byRealism(
      Snapshot snapshot,
      DataSet train,
      int measured,
      FeatureExtractor extractor,
      Progress progress) {
    return new RealismJudge(extractor, RealismJudge.features(train, measured, extractor, progress))
        .ranking(snapshot);
  }

  /** Samples that are compared with other real images than those of their data set. */
  static ImageSource images(Comparison.Samples given, Path caches, Progress progress) {
    Snapshot snapshot = given.snapshot();
    int count = given.count();
    int drawn = given.keep().map(keep -> keep.candidates(count)).orElse(count);
    SeededCodes codes = SnapshotImages.codes(snapshot, drawn, given.truncation(), given.seed());
    return given
        .keep()
        .map(
            keep ->
                rank(keep.by(), snapshot, codes, snapshot.recipe().data(), caches, progress)
                    .best(count, keep))
        .map(best -> new SnapshotImages(snapshot, count, best))
        .orElseGet(() -> new SnapshotImages(snapshot, count, codes));
  }

  /** The ranking of a kind, see {@link #byDiscriminator} and {@link #byRealism}. */
  static RankedSamples.Ranking ranking(
      KeepBest.By by,
      Snapshot snapshot,
      DataSet train,
      int measured,
      FeatureExtractor extractor,
      Progress progress) {
    return by == KeepBest.By.DISCRIMINATOR
        ? byDiscriminator(snapshot)
        : byRealism(snapshot, train, measured, extractor, progress);
  }

  /** How many of the train split's images so many samples are compared with. */
  static int measured(DataSet train, Split split, int samples) {
    return split == Split.TRAIN ? Math.min(samples, train.size()) : 0;
  }

  /** Whether realism chooses samples by real images that they are measured with, too. */
  static boolean praiseThemselves(EvaluationRequest request, DataSet train, Split split) {
    return request.keep().filter(keep -> keep.by() == KeepBest.By.REALISM).isPresent()
        && train.size() < measured(train, split, request.samples()) + RealismJudge.REALS;
  }
}

package studio.saddlepoint.metrics.memory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.latent.PictureConversion;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.inversion.PictureFeatures;
import studio.saddlepoint.metrics.LearntSets;
import studio.saddlepoint.metrics.RealismJudge;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.extractor.Extractors;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.feature.FeatureRows;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.image.ReferenceImages;
import studio.saddlepoint.metrics.neighbour.DensityCoverage;
import studio.saddlepoint.metrics.neighbour.PairMetrics;
import studio.saddlepoint.recipe.DataSettings;

/**
 * The training pictures of a snapshot as an extractor sees them, to look single pictures up in.
 * Used by one thread at a time.
 */
public final class TrainingPictures implements AutoCloseable {
  /** Training pictures that are looked at, at most; of slow extractors. */
  private static final int MOST = 16_384;

  private static final int MOST_SLOWLY = 2_048;
  private static final int HELD_OUT = 256;
  private static final int REALISM = 2_048;
  private static final int BATCH = 64;

  private final FeatureExtractor extractor;
  private final DataSet train;
  private final DataSet heldOut;
  private final int[] order;
  private final Features seen;
  private final UnseenDistances unseen;

  /**
   * Looks at a data set.
   *
   * @param extractor what looks; closed with this
   * @param slow whether only some training pictures can be looked at
   */
  TrainingPictures(FeatureExtractor extractor, LearntSets sets, boolean slow, Progress progress) {
    this.extractor = extractor;
    train = sets.train();
    heldOut = sets.test();
    order = ReferenceImages.choose(train, Math.min(train.size(), slow ? MOST_SLOWLY : MOST));
    seen = seen(train, order, progress.part(0, 0.8));
    unseen = unseen(progress.part(0.8, 1));
  }

  /**
   * Looks at the pictures that a snapshot was trained on.
   *
   * @param data the data set
   * @param by what looks at them; empty for the data set's classifier, or pixels where it has no
   *     classes
   * @param caches where classifiers of data sets are kept
   * @throws StudioException if the data set or the extractor cannot be used
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static TrainingPictures open(
      Snapshot snapshot,
      DataSettings data,
      Optional<ExtractorChoice> by,
      Path caches,
      Progress progress) {
    LearntSets sets = LearntSets.open(snapshot, data, caches, progress.part(0, 0.1));
    if (sets.train().size() <= DensityCoverage.NEIGHBOURS) {
      throw new StudioException(
          English.of(
              "%s has %d training pictures: there must be more than %d to compare with.",
              sets.train().name(), sets.train().size(), DensityCoverage.NEIGHBOURS));
    }
    ExtractorChoice choice = by.orElseGet(() -> RealismJudge.usual(sets.train()));
    FeatureExtractor extractor =
        Extractors.open(choice, sets.train(), sets.test(), caches, progress.part(0.1, 0.6));
    try {
      return new TrainingPictures(extractor, sets, choice.kind().slow(), progress.part(0.6, 1));
    } catch (RuntimeException e) {
      extractor.close();
      throw e;
    }
  }

  private Features seen(DataSet set, int[] which, Progress progress) {
    FeatureRows rows = new FeatureRows(which.length, extractor.dimension());
    for (int i = 0; i < which.length; i += BATCH) {
      progress.checkCancelled();
      progress.report("Looking at real images", (double) i / which.length);
      int last = Math.min(which.length, i + BATCH);
      rows.add(extractor.features(set.read(Arrays.copyOfRange(which, i, last))));
    }
    return rows.features();
  }

  /** Whether the pictures by which distances are judged were learnt from. */
  private boolean apart() {
    return !train.fingerprint().equals(heldOut.fingerprint());
  }

  /**
   * The distances of held-out pictures to their nearest training pictures; where none were held
   * out, of training pictures to the nearest others.
   */
  private UnseenDistances unseen(Progress progress) {
    int count = Math.min(HELD_OUT, heldOut.size());
    int[] which = ReferenceImages.choose(heldOut, count);
    Features others = seen(heldOut, which, progress);
    double[] found = new double[count];
    for (int i = 0; i < count; i++) {
      double least = Double.POSITIVE_INFINITY;
      for (int row = 0; row < order.length; row++) {
        if (apart() || order[row] != which[i]) {
          least = Math.min(least, squared(others, i, row));
        }
      }
      found[i] = Math.sqrt(least);
    }
    return UnseenDistances.of(found);
  }

  private double squared(Features others, int other, int row) {
    int size = seen.dimension();
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double off = seen.rows()[row * size + i] - (double) others.rows()[other * size + i];
      sum += off * off;
    }
    return sum;
  }

  /** What looks at pictures, for a person. */
  public String extractor() {
    return extractor.label();
  }

  /** Pictures that nothing was learnt from; the training pictures where none were held out. */
  public DataSet heldOut() {
    return heldOut;
  }

  /** The training pictures. */
  public DataSet train() {
    return train;
  }

  /**
   * What looks at pictures, as a function that gradients pass through; works as long as this is
   * open.
   *
   * @throws StudioException if gradients do not pass through it
   */
  public PictureFeatures features() {
    return extractor
        .differentiable()
        .<PictureFeatures>map(function -> function::apply)
        .orElseThrow(
            () ->
                new StudioException(
                    "No gradients pass through "
                        + extractor.label()
                        + ", so no code can be found by it. Choose the classifier, random convolutions or pixels as the extractor."));
  }

  /**
   * The Euclidean distance of two pictures' features.
   *
   * @param a (C, H, W), unsigned
   * @param b (C, H, W), unsigned
   */
  public double featureDistance(byte[] a, byte[] b) {
    float[] first = extractor.features(a);
    float[] second = extractor.features(b);
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += (first[i] - second[i]) * (double) (first[i] - second[i]);
    }
    return Math.sqrt(sum);
  }

  /**
   * The root of the mean squared difference of two pictures' pixels, which go from -1 to 1.
   *
   * @param a (C, H, W), unsigned
   * @param b (C, H, W), unsigned
   */
  public static double pixelDistance(byte[] a, byte[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double off = ((a[i] & 0xff) - (b[i] & 0xff)) / 127.5;
      sum += off * off / a.length;
    }
    return Math.sqrt(sum);
  }

  /**
   * The training pictures whose features are nearest.
   *
   * @param pixels (C, H, W), unsigned
   * @param count how many
   * @return nearest first; of equal ones the earlier
   */
  public List<NearPicture> nearest(byte[] pixels, int count) {
    Features one = new Features(1, seen.dimension(), extractor.features(pixels));
    double[] distances =
        IntStream.range(0, order.length).mapToDouble(row -> squared(one, 0, row)).toArray();
    List<NearPicture> near = new ArrayList<>();
    IntStream.range(0, order.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer row) -> distances[row]))
        .limit(count)
        .forEach(row -> near.add(near(pixels, order[row], Math.sqrt(distances[row]))));
    return near;
  }

  private NearPicture near(byte[] pixels, int index, double distance) {
    byte[] own = train.read(new int[] {index});
    return new NearPicture(
        PictureConversion.of(own, train.shape()),
        index,
        train.label(index),
        distance,
        pixelDistance(pixels, own));
  }

  /**
   * Tells whether a picture is a memory.
   *
   * @param pixels (C, H, W), unsigned, of the data set's shape
   * @param count how many of the nearest training pictures to show, at least 1
   * @throws StudioException if the picture is of another shape
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public MemoryCheck check(byte[] pixels, int count, Progress progress) {
    if (pixels.length != train.shape().pixels()) {
      throw new StudioException(
          English.of(
              "The picture has %d numbers, but the training pictures have %d: they cannot be compared.",
              pixels.length, train.shape().pixels()));
    }
    if (count < 1) {
      throw new StudioException("At least one training picture must be asked for.");
    }
    List<NearPicture> near = nearest(pixels, count);
    Features one = new Features(1, seen.dimension(), extractor.features(pixels));
    double realism =
        PairMetrics.of(
                seen.first(Math.min(REALISM, seen.count())),
                one,
                Set.of(PairMetrics.Part.REALISM),
                progress)
            .realism()[0];
    return new MemoryCheck(
        realism,
        near,
        unseen,
        new MemoryCheck.Scope(order.length, train.size(), apart(), extractor.label()));
  }

  @Override
  public void close() {
    extractor.close();
  }
}

package studio.saddlepoint.train.cluster;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.SplitMix64;
import studio.saddlepoint.data.DataSet;

/**
 * The making of new clusters from those of before: centres are found on some of the pictures, then
 * every picture is given the nearest. New clusters have the numbers of the old ones with which they
 * share most pictures, by the assignment problem (Liu et al. 2020, section 3.3).
 */
final class ClusterMaker {
  private static final long STREAM = 0x43454eL;
  private static final int BATCH = 250;
  private static final String STAGE = "Making clusters";

  private final DataSet data;
  private final ClusterState old;
  private final boolean other;
  private final int count;
  private final long seed;

  /**
   * A maker.
   *
   * @param other whether the data is not what the old clusters were made of, so that it is their
   *     centres alone that count
   * @param seed the run's
   */
  ClusterMaker(DataSet data, ClusterState old, boolean other, long seed) {
    this.data = data;
    this.old = old;
    this.other = other;
    this.count = old.sizes().length;
    this.seed = seed;
  }

  /**
   * Makes clusters.
   *
   * @param most pictures that centres are found on
   * @param imagesSeen real pictures that the training has seen
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  ClusterState make(FeatureReader features, int most, long imagesSeen, Progress progress) {
    try (FeatureReader.Opened reader = features.open()) {
      int[] chosen = chosen(most);
      double half = (double) chosen.length / (chosen.length + data.size());
      Points some = read(reader, chosen, progress.part(0, half));
      return assigned(centres(some, chosen), reader, imagesSeen, progress.part(half, 1));
    }
  }

  private SplittableRandom random() {
    return new SplittableRandom(SplitMix64.mix(seed ^ STREAM) + SplitMix64.mix(old.made()));
  }

  /** Others each time, in the data's order. */
  private int[] chosen(int most) {
    int size = data.size();
    int[] all = IntStream.range(0, size).toArray();
    if (size <= most) {
      return all;
    }
    SplittableRandom random = random();
    for (int i = 0; i < most; i++) {
      int j = i + random.nextInt(size - i);
      int kept = all[i];
      all[i] = all[j];
      all[j] = kept;
    }
    int[] chosen = Arrays.copyOf(all, most);
    Arrays.sort(chosen);
    return chosen;
  }

  private Points read(FeatureReader.Opened reader, int[] chosen, Progress progress) {
    float[] values = {};
    int dimension = 1;
    for (int from = 0; from < chosen.length; from += BATCH) {
      progress.checkCancelled();
      progress.report(STAGE, (double) from / chosen.length);
      int to = Math.min(chosen.length, from + BATCH);
      Points some = reader.of(data.read(Arrays.copyOfRange(chosen, from, to)));
      if (from == 0) {
        dimension = some.dimension();
        values = new float[chosen.length * dimension];
      }
      System.arraycopy(some.values(), 0, values, from * dimension, some.values().length);
    }
    return new Points(values, dimension);
  }

  private Points centres(Points some, int[] chosen) {
    Optional<Points> from = old.centres(some.dimension());
    KMeans found =
        from.map(
                each ->
                    KMeans.goOn(
                        some,
                        count,
                        other
                            ? some.nearest(each)
                            : IntStream.of(chosen).map(i -> old.labels()[i]).toArray(),
                        random()))
            .orElseGet(() -> KMeans.of(some, count, random()));
    return found.centres();
  }

  private ClusterState assigned(
      Points centres, FeatureReader.Opened reader, long imagesSeen, Progress progress) {
    Optional<Points> before = old.centres(centres.dimension());
    int[] labels = new int[data.size()];
    MeanPictures pictures = new MeanPictures(count, data.shape());
    double[][] costs = new double[count][count];
    for (int from = 0; from < labels.length; from += BATCH) {
      progress.checkCancelled();
      progress.report(STAGE, (double) from / labels.length);
      int[] images = IntStream.range(from, Math.min(labels.length, from + BATCH)).toArray();
      byte[] pixels = data.read(images);
      Points points = reader.of(pixels);
      for (int i = 0; i < images.length; i++) {
        int cluster = points.nearest(i, centres);
        labels[images[i]] = cluster;
        pictures.add(cluster, pixels, i);
        if (before.isPresent()) {
          int was = other ? points.nearest(i, before.get()) : old.labels()[images[i]];
          costs[cluster][was]--;
        }
      }
    }
    int[] numbers =
        before.isPresent() ? AssignmentProblem.solve(costs) : IntStream.range(0, count).toArray();
    int[] order = new int[count]; // the new cluster that has each number
    for (int i = 0; i < count; i++) {
      order[numbers[i]] = i;
    }
    long[] sizes = pictures.sizes();
    return new ClusterState(
        IntStream.of(labels).map(i -> numbers[i]).toArray(),
        IntStream.of(order).mapToLong(i -> sizes[i]).toArray(),
        Optional.of(centres.inOrder(order)),
        pictures.means(order),
        pictures.small(),
        old.made() + 1,
        imagesSeen);
  }
}

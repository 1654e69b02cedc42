package studio.saddlepoint.train.cluster;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.Batch;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.recipe.method.ClusterSettings;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.HostTensor;
import studio.saddlepoint.train.step.StepClasses;
import studio.saddlepoint.train.step.StepRandom;

/**
 * Clusters in the place of classes (self-conditioned GAN, Liu et al. 2020, section 3): each picture
 * has the number of the cluster that its features fall in, and generated ones have those as often
 * as real ones. They are made anew now and then. Labels are never looked at, but for numbers that
 * tell how well clusters agree with them.
 */
public final class Clusters implements StepClasses {
  private static final String RENEW = "clusters.renew";

  private final DataSet data;
  private final long seed;
  private ClusterState now;

  /** Whether the data is not what clusters were made of, so that they are to be made anew. */
  private boolean renew;

  /**
   * Clusters by chance, as before they are made for the first time.
   *
   * @param data whose pictures
   * @param count how many, K
   * @param seed the run's
   */
  public Clusters(DataSet data, int count, long seed) {
    this.data = data;
    this.seed = seed;
    now = ClusterState.byChance(data, count, seed);
  }

  /**
   * Whether they are to be made before the next step.
   *
   * @param imagesSeen real pictures seen so far
   */
  public boolean due(ClusterSettings settings, long imagesSeen) {
    return renew
        || (now.made() == 0
            ? imagesSeen >= settings.first()
            : imagesSeen - now.seen() >= settings.every());
  }

  /** The data is not what it was: they are made anew from the centres of before. */
  public void renew() {
    renew = now.made() > 0;
  }

  /**
   * Begins at the centres of another run's clusters, whose numbers the networks that are taken over
   * know; they are made anew at once.
   */
  public void beginAt(Checkpoint other) {
    ClusterState.of(other)
        .filter(each -> each.sizes().length == now.sizes().length)
        .ifPresent(
            each -> {
              now = each.forOther(data, seed);
              renew = true;
            });
  }

  /**
   * Makes them anew.
   *
   * @param features of the discriminator as it is now
   * @return what there is to tell, by key: {@code clusters.nmi} and {@code clusters.purity} of data
   *     with labels, {@code clusters.moved}, the share of pictures that have another one than
   *     before, {@code clusters.smallest} and {@code clusters.largest}, shares of all pictures
   * @throws java.util.concurrent.CancellationException if cancelled; nothing has changed then
   */
  public Map<String, Double> make(
      FeatureReader features, ClusterSettings settings, long imagesSeen, Progress progress) {
    ClusterState before = now;
    now =
        new ClusterMaker(data, before, renew, seed)
            .make(features, settings.sample(), imagesSeen, progress);
    Map<String, Double> told = new LinkedHashMap<>();
    if (before.made() > 0 && !renew) {
      told.put("clusters.moved", moved(before.labels(), now.labels()));
    }
    renew = false;
    told.put("clusters.smallest", share(Arrays.stream(now.sizes()).min().orElse(0)));
    told.put("clusters.largest", share(Arrays.stream(now.sizes()).max().orElse(0)));
    if (data.classNames().size() > 1) {
      int[] labels = IntStream.range(0, data.size()).map(data::label).toArray();
      ClusterAgreement agreement = ClusterAgreement.of(now.labels(), labels);
      told.put("clusters.nmi", agreement.nmi());
      told.put("clusters.purity", agreement.purity());
    }
    return told;
  }

  private double share(long pictures) {
    return (double) pictures / data.size();
  }

  private static double moved(int[] before, int[] after) {
    long moved = IntStream.range(0, before.length).filter(i -> before[i] != after[i]).count();
    return (double) moved / before.length;
  }

  /**
   * The clusters that pictures fall in by their features of now, whichever they have.
   *
   * @param pixels (N, C, H, W), unsigned
   * @return (N); zeros before clusters are made for the first time
   */
  public int[] nearest(FeatureReader features, byte[] pixels) {
    if (now.centres().isEmpty()) {
      return new int[pixels.length / data.shape().pixels()];
    }
    try (FeatureReader.Opened reader = features.open()) {
      return reader.of(pixels).nearest(now.centres().get());
    }
  }

  /** Clusters for generated pictures, in order, each as often as real ones have it. */
  public int[] spread(int n) {
    return IntStream.range(0, n).map(i -> at((i + 0.5) / n)).toArray();
  }

  @Override
  public int[] of(Batch batch) {
    return IntStream.of(batch.images()).map(i -> now.labels()[i]).toArray();
  }

  /** As often as real pictures have them (Liu et al. 2020, section 3.1). */
  @Override
  public NDArray drawn(StepRandom random, NDManager manager, int n, int classes) {
    return random.classes(manager, n, this::at);
  }

  /**
   * The cluster at a share of all pictures, where they lie in the order of their clusters.
   *
   * @param share 0 to below 1
   */
  private int at(double share) {
    double left = share * data.size();
    int last = 0;
    for (int i = 0; i < now.sizes().length; i++) {
      last = now.sizes()[i] > 0 ? i : last;
      left -= now.sizes()[i];
      if (left < 0) {
        return i;
      }
    }
    return last;
  }

  /** What snapshots need. */
  public Map<String, HostTensor> shown() {
    return now.shown();
  }

  /** All of it, beside {@link #shown}. */
  public Map<String, HostTensor> tensors() {
    return now.tensors();
  }

  /** Numbers, as checkpoints hold them. */
  public Map<String, String> numbers() {
    Map<String, String> numbers = new LinkedHashMap<>(now.numbers());
    if (renew) {
      numbers.put(RENEW, Boolean.toString(true));
    }
    return numbers;
  }

  /**
   * Goes to where a checkpoint was made. Where the data has another number of pictures since, they
   * are to be made anew.
   */
  public void restore(Checkpoint checkpoint) {
    int count = now.sizes().length;
    now = ClusterState.of(checkpoint).orElseGet(() -> ClusterState.byChance(data, count, seed));
    boolean others = now.labels().length != data.size();
    renew = others || checkpoint.state().containsKey(RENEW);
    now = others ? now.forOther(data, seed) : now;
  }
}

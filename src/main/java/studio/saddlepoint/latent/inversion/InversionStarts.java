package studio.saddlepoint.latent.inversion;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import studio.saddlepoint.latent.LatentCodes;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.Snapshot;

/**
 * The codes from which an inversion begins: those that are given, such as an encoder's; in w the
 * mean; then of {@value #CANDIDATES} codes by seed for each start that is left those whose pictures
 * are nearest.
 */
final class InversionStarts {
  private static final int CANDIDATES = 16;
  private static final int BATCH = 32;
  private static final int SPREAD_CODES = 256;

  private final Snapshot snapshot;
  private final InversionSettings settings;
  private final int label;

  InversionStarts(Snapshot snapshot, InversionSettings settings, int label) {
    this.snapshot = snapshot;
    this.settings = settings;
    this.label = label;
  }

  /**
   * The codes.
   *
   * @param given codes to begin from, at most as many as there are starts
   */
  float[][] choose(List<LatentPoint> given, PictureLoss loss) {
    float[][] starts = new float[settings.starts()][];
    int placed = 0;
    for (LatentPoint point : given.subList(0, Math.min(given.size(), starts.length))) {
      starts[placed++] = code(point);
    }
    if (settings.space() != InversionSpace.Z && placed < starts.length) {
      starts[placed++] = mean();
    }
    if (placed < starts.length) {
      float[][] nearest = nearest(starts.length - placed, loss);
      System.arraycopy(nearest, 0, starts, placed, nearest.length);
    }
    return starts;
  }

  private float[] mean() {
    float[] mean = snapshot.meanW();
    return settings.space() == InversionSpace.W_PLUS
        ? InversionSpace.W.expanded(mean, snapshot.w())
        : mean;
  }

  private float[] code(LatentPoint point) {
    if (settings.space() == InversionSpace.Z) {
      return point.code(snapshot.latent().size(), Double.POSITIVE_INFINITY);
    }
    float[] w = point.w(snapshot.half(label), Double.POSITIVE_INFINITY);
    return settings.space() == InversionSpace.W ? Arrays.copyOf(w, snapshot.w().size()) : w;
  }

  private float[][] nearest(int count, PictureLoss loss) {
    int many = count * CANDIDATES;
    float[][] codes = new float[many][];
    double[] losses = new double[many];
    for (int from = 0; from < many; from += BATCH) {
      int some = Math.min(BATCH, many - from);
      float[][] drawn = drawn(from, some);
      float[][] entering =
          Arrays.stream(drawn)
              .map(each -> settings.space().expanded(each, snapshot.w()))
              .toArray(float[][]::new);
      float[] found =
          snapshot.measure(settings.space().enters(), entering, labels(some), List.of(), loss::of);
      for (int i = 0; i < some; i++) {
        codes[from + i] = drawn[i];
        losses[from + i] = found[i];
      }
    }
    return IntStream.range(0, many)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> losses[i]))
        .limit(count)
        .map(i -> codes[i])
        .toArray(float[][]::new);
  }

  /** Codes by the seed, in the space of the inversion. */
  private float[][] drawn(int from, int count) {
    float[][] z =
        LatentCodes.rows(
            from, count, snapshot.latent().size(), Double.POSITIVE_INFINITY, settings.seed());
    if (settings.space() == InversionSpace.Z) {
      return z;
    }
    int size = settings.space().size(snapshot);
    return Arrays.stream(mapped(z)).map(each -> Arrays.copyOf(each, size)).toArray(float[][]::new);
  }

  /** From z to w, whatever truncation the snapshot has. */
  private float[][] mapped(float[][] z) {
    return Arrays.stream(z).map(snapshot.half(label)::map).toArray(float[][]::new);
  }

  private int[] labels(int count) {
    int[] labels = new int[count];
    Arrays.fill(labels, label);
    return labels;
  }

  /** The root of the mean squared distance of w from its mean (Karras et al. 2020, appendix D). */
  double spread() {
    if (settings.space() == InversionSpace.Z) {
      return 0;
    }
    float[] mean = snapshot.meanW();
    double sum = 0;
    float[][] codes =
        mapped(LatentCodes.gaussian(SPREAD_CODES, snapshot.latent().size(), settings.seed()));
    for (float[] w : codes) {
      for (int i = 0; i < mean.length; i++) {
        sum += (w[i] - mean[i]) * (double) (w[i] - mean[i]);
      }
    }
    return Math.sqrt(sum / codes.length);
  }
}

package studio.saddlepoint.metrics;

import java.util.OptionalDouble;
import java.util.Set;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.distribution.Bootstrap;
import studio.saddlepoint.metrics.distribution.Interval;
import studio.saddlepoint.metrics.feature.FeatureRows;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.image.SnapshotImages;
import studio.saddlepoint.metrics.neighbour.PairMetrics;

/**
 * The effect of truncation on how varied a generator's pictures are: how much of its own
 * untruncated pictures the most truncated ones still cover, beside how much others that are not
 * truncated cover (recall, Kynkäänniemi et al. 2019). Behind a first layer without bias, a norm
 * cancels the scale of z, and truncation leaves next to nothing of it.
 *
 * @param truncated recall of pictures truncated at {@value #THRESHOLD}
 * @param untruncated where the recall of as many other untruncated ones lies: the 95 % intervals of
 *     two such sets together, since the covering pictures are drawn, too
 */
public record TruncationEffect(double truncated, Interval untruncated) {
  /** The threshold that is looked at, the lowest of the sliders. */
  public static final double THRESHOLD = 0.1;

  private static final int SAMPLES = 1000;
  private static final int SIDE = 16;
  private static final long SEED = 0x5472756e63L;

  /** Whether recall does not fall beyond its interval. */
  public boolean none() {
    return truncated >= untruncated.low();
  }

  /**
   * Measures it by the generator's own pictures, of {@value #SIDE} by {@value #SIDE} mean pixels.
   * Works in small pieces, so that others can draw with the snapshot meanwhile.
   *
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static TruncationEffect measure(Snapshot snapshot, Progress progress) {
    while (!snapshot.prepare(THRESHOLD)) {
      progress.checkCancelled();
    }
    Features real = features(snapshot, OptionalDouble.empty(), SEED, progress.part(0.1, 0.4));
    Features other = features(snapshot, OptionalDouble.empty(), SEED + 1, progress.part(0.4, 0.5));
    Features another =
        features(snapshot, OptionalDouble.empty(), SEED + 2, progress.part(0.5, 0.6));
    Features truncated =
        features(snapshot, OptionalDouble.of(THRESHOLD), SEED + 1, progress.part(0.6, 0.8));
    Interval one = interval(covered(real, other, progress.part(0.8, 0.87)));
    Interval two = interval(covered(real, another, progress.part(0.87, 0.94)));
    boolean[] still = covered(real, truncated, progress.part(0.94, 1));
    return new TruncationEffect(
        share(still),
        new Interval(Math.min(one.low(), two.low()), Math.max(one.high(), two.high())));
  }

  private static Interval interval(boolean[] inside) {
    return Bootstrap.ofShare(inside, SEED);
  }

  private static boolean[] covered(Features real, Features fake, Progress progress) {
    return PairMetrics.of(real, fake, Set.of(PairMetrics.Part.PRECISION_RECALL), progress)
        .membership()
        .realInside();
  }

  private static double share(boolean[] inside) {
    int count = 0;
    for (boolean each : inside) {
      count += each ? 1 : 0;
    }
    return (double) count / inside.length;
  }

  private static Features features(
      Snapshot snapshot, OptionalDouble truncation, long seed, Progress progress) {
    ImageSource images = new SnapshotImages(snapshot, SAMPLES, truncation, seed);
    FeatureRows rows = new FeatureRows(SAMPLES, snapshot.shape().channels() * SIDE * SIDE);
    for (int from = 0; from < SAMPLES; from += RealFeatures.BATCH) {
      progress.checkCancelled();
      progress.report("Looking at truncated samples", (double) from / SAMPLES);
      int count = Math.min(RealFeatures.BATCH, SAMPLES - from);
      rows.add(means(images.images(from, count), snapshot.shape().width()));
    }
    return rows.features();
  }

  /** Means of squares of pixels: planes (width x width) to planes ({@value #SIDE} squared). */
  private static float[] means(float[] pixels, int width) {
    int square = width / SIDE;
    int planes = pixels.length / (width * width);
    float[] means = new float[planes * SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      int plane = i / (width * width);
      int y = i / width % width / square;
      int x = i % width / square;
      means[(plane * SIDE + y) * SIDE + x] += pixels[i] / (square * square);
    }
    return means;
  }
}

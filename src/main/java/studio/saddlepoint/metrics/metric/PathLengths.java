package studio.saddlepoint.metrics.metric;

import java.util.Arrays;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.LatentCodes;
import studio.saddlepoint.metrics.distribution.Draws;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.feature.FiniteFeatures;
import studio.saddlepoint.metrics.image.LatentImages;

/**
 * Perceptual path length (Karras et al. 2019, section 4.1): how much an image changes, in squared
 * distance of features over the squared step, for a small step on the way between two codes.
 */
public final class PathLengths {
  /** Length of a step, of a whole path of 1, as the authors chose. */
  static final double STEP = 1e-4;

  /** Percentiles between which the mean is taken, as the authors chose. */
  static final double LOW = 1;

  static final double HIGH = 99;

  private static final int BATCH = 32;

  /** Where paths run. */
  public enum Space {
    /** Between codes as they are drawn, turning evenly (slerp). */
    Z,
    /** Between codes as the generator maps them, straight (lerp). */
    W
  }

  private PathLengths() {}

  /**
   * Distances over the step's square, at uniform places of ways between random codes. Pixels are
   * not rounded to bytes; both ends of a step have the same class and noise.
   *
   * @param space where the ways run
   * @param images what makes the images
   * @param extractor can look at images that are not rounded
   * @param pairs how many
   * @param seed decides the codes and places
   * @param progress told how far it is
   * @return {@code (pairs)}
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static double[] ofLatentCodes(
      Space space,
      LatentImages images,
      FeatureExtractor extractor,
      int pairs,
      long seed,
      Progress progress) {
    float[][] from = images.draw(pairs, seed + 1);
    float[][] to = images.draw(pairs, seed + 2);
    int[] labels = images.drawLabels(pairs, seed + 3);
    Draws draws = new Draws(seed + 4);
    double[] distances = new double[pairs];
    for (int first = 0; first < pairs; first += BATCH) {
      progress.checkCancelled();
      progress.report("Walking through the latent space", (double) first / pairs);
      int count = Math.min(BATCH, pairs - first);
      double[] places = new double[count];
      Arrays.setAll(places, i -> draws.uniform());
      int[] classes = twice(Arrays.copyOfRange(labels, first, first + count));
      float[][] ends =
          ends(
              space,
              images,
              Arrays.copyOfRange(from, first, first + count),
              Arrays.copyOfRange(to, first, first + count),
              classes,
              places);
      float[] seen =
          extractor
              .perceive(images.synthesize(ends, classes))
              .orElseThrow(() -> new IllegalStateException(extractor.id()));
      FiniteFeatures.check(seen);
      int size = seen.length / ends.length;
      for (int i = 0; i < count; i++) {
        double squared = 0;
        for (int c = 0; c < size; c++) {
          double difference = (double) seen[i * size + c] - seen[(count + i) * size + c];
          squared += difference * difference;
        }
        distances[first + i] = squared / (STEP * STEP);
      }
    }
    return distances;
  }

  private static int[] twice(int[] labels) {
    int[] both = Arrays.copyOf(labels, 2 * labels.length);
    System.arraycopy(labels, 0, both, labels.length, labels.length);
    return both;
  }

  /**
   * Both ends of steps, mapped.
   *
   * @param classes of first ends, then of last ends, {@code (2 N)}
   * @return {@code (2 N, W)}: first ends, then last ends
   */
  private static float[][] ends(
      Space space,
      LatentImages images,
      float[][] from,
      float[][] to,
      int[] classes,
      double[] places) {
    boolean straight = space == Space.W;
    int count = places.length;
    int[] labels = Arrays.copyOf(classes, count);
    float[][] start = straight ? images.map(from, labels) : from;
    float[][] end = straight ? images.map(to, labels) : to;
    float[][] ends = new float[2 * count][];
    for (int i = 0; i < 2 * count; i++) {
      int pair = i % count;
      double t = i < count ? places[pair] : places[pair] + STEP;
      ends[i] =
          straight
              ? LatentCodes.lerp(start[pair], end[pair], t)
              : LatentCodes.slerp(start[pair], end[pair], t);
    }
    return straight ? ends : images.map(ends, classes);
  }

  /** The path length of distances: the mean between the authors' percentiles. */
  public static double mean(double[] distances) {
    return trimmedMean(distances, LOW, HIGH);
  }

  /**
   * The mean of the distances between two percentiles, ends included.
   *
   * @param distances over the step's square
   * @param low percentile of the smallest, 0 to 100
   * @param high percentile of the largest, 0 to 100
   */
  public static double trimmedMean(double[] distances, double low, double high) {
    double[] sorted = distances.clone();
    Arrays.sort(sorted);
    int last = sorted.length - 1;
    double least = sorted[(int) Math.floor(low / 100 * last)];
    double most = sorted[(int) Math.ceil(high / 100 * last)];
    return Arrays.stream(sorted)
        .filter(each -> least <= each && each <= most)
        .average()
        .orElse(Double.NaN);
  }
}

package studio.saddlepoint.train.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Clusters around means (Lloyd 1982), whose first centres are points far from each other, by chance
 * (k-means++, Arthur and Vassilvitskii 2007, section 2.2). A cluster that loses all points is given
 * the one that is farthest from its own centre. The same points and numbers give the same clusters.
 *
 * @param centres {@code (K, D)}
 * @param labels the nearest centre of each point, {@code (N)}
 * @param inertia sum of the squared distances to it
 */
record KMeans(Points centres, int[] labels, double inertia) {
  /** Tries from new centres, of which the one with the least inertia counts. */
  private static final int TRIES = 3;

  /** Rounds after which what still moves is left so. */
  private static final int MOST_ROUNDS = 50;

  private static final int NONE = -1;

  /**
   * Clusters of points.
   *
   * @param points at least one
   * @param count K; of points of which fewer differ, some clusters stay empty
   */
  static KMeans of(Points points, int count, SplittableRandom random) {
    int[] unknown = new int[points.count()];
    Arrays.fill(unknown, NONE);
    KMeans best = goOn(points, count, unknown, random);
    for (int i = 1; i < TRIES; i++) {
      KMeans other = goOn(points, count, unknown, random);
      best = other.inertia < best.inertia ? other : best;
    }
    return best;
  }

  /**
   * Clusters that begin where others stood: at the means of their points.
   *
   * @param before the cluster of each point; -1 where it had none. A cluster without points begins
   *     at a point that is far from the centres of all others
   */
  static KMeans goOn(Points points, int count, int[] before, SplittableRandom random) {
    double[] sums = new double[count * points.dimension()];
    int[] sizes = new int[count];
    sum(points, before, sums, sizes);
    float[] centres = means(sums, sizes, new float[sums.length]);
    seed(points, centres, sizes, random);
    return lloyd(points, new Points(centres, points.dimension()));
  }

  private static KMeans lloyd(Points points, Points begin) {
    int count = begin.count();
    Points centres = begin;
    int[] labels = points.nearest(centres);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double[] sums = new double[count * points.dimension()];
      int[] sizes = new int[count];
      sum(points, labels, sums, sizes);
      float[] moved = means(sums, sizes, centres.values().clone());
      revive(points, labels, sizes, moved, centres);
      centres = new Points(moved, points.dimension());
      int[] next = points.nearest(centres);
      if (Arrays.equals(next, labels)) {
        break;
      }
      labels = next;
    }
    double inertia = 0;
    for (int i = 0; i < labels.length; i++) {
      inertia += points.squaredDistance(i, centres, labels[i], Double.POSITIVE_INFINITY);
    }
    return new KMeans(centres, labels, inertia);
  }

  private static void sum(Points points, int[] labels, double[] sums, int[] sizes) {
    int dimension = points.dimension();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] != NONE) {
        sizes[labels[i]]++;
        for (int d = 0; d < dimension; d++) {
          sums[labels[i] * dimension + d] += points.values()[i * dimension + d];
        }
      }
    }
  }

  /** Means in the place of those centres that have points. */
  private static float[] means(double[] sums, int[] sizes, float[] centres) {
    int dimension = sums.length / sizes.length;
    for (int c = 0; c < sizes.length; c++) {
      for (int d = 0; d < dimension && sizes[c] > 0; d++) {
        centres[c * dimension + d] = (float) (sums[c * dimension + d] / sizes[c]);
      }
    }
    return centres;
  }

  /** Chooses points as centres of clusters without any, by the squares of how far they are. */
  private static void seed(Points points, float[] centres, int[] sizes, SplittableRandom random) {
    int dimension = points.dimension();
    double[] distances = new double[points.count()];
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    Points all = new Points(centres, dimension);
    boolean any = false;
    for (int c = 0; c < sizes.length; c++) {
      if (sizes[c] > 0) {
        nearer(points, all, c, distances);
        any = true;
      }
    }
    for (int c = 0; c < sizes.length; c++) {
      if (sizes[c] == 0) {
        int chosen = any ? draw(distances, random) : random.nextInt(points.count());
        System.arraycopy(points.values(), chosen * dimension, centres, c * dimension, dimension);
        nearer(points, all, c, distances);
        any = true;
      }
    }
  }

  private static void nearer(Points points, Points centres, int centre, double[] distances) {
    for (int i = 0; i < distances.length; i++) {
      distances[i] =
          Math.min(distances[i], points.squaredDistance(i, centres, centre, distances[i]));
    }
  }

  /** A place by its weight; any where all weights are 0. */
  private static int draw(double[] weights, SplittableRandom random) {
    double left = random.nextDouble() * Arrays.stream(weights).sum();
    for (int i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return random.nextInt(weights.length);
  }

  /** Gives each cluster without points the one that is farthest from its own centre. */
  private static void revive(
      Points points, int[] labels, int[] sizes, float[] moved, Points centres) {
    int dimension = points.dimension();
    boolean[] taken = new boolean[labels.length];
    for (int c = 0; c < sizes.length; c++) {
      if (sizes[c] == 0) {
        int farthest = NONE;
        double most = 0;
        for (int i = 0; i < labels.length; i++) {
          if (!taken[i] && sizes[labels[i]] > 1) {
            double distance =
                points.squaredDistance(i, centres, labels[i], Double.POSITIVE_INFINITY);
            if (distance > most) {
              most = distance;
              farthest = i;
            }
          }
        }
        if (farthest != NONE) {
          taken[farthest] = true;
          sizes[labels[farthest]]--;
          System.arraycopy(points.values(), farthest * dimension, moved, c * dimension, dimension);
        }
      }
    }
  }
}

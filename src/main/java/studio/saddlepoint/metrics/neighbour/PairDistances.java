package studio.saddlepoint.metrics.neighbour;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.Optional;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.feature.FiniteFeatures;
import studio.saddlepoint.torch.TorchEngine;

/**
 * Squared Euclidean distances between the rows of two sets, in blocks of rows and never as a whole
 * matrix. They come from matrix products of centred rows, with a bound of their rounding error;
 * what that leaves open is decided exactly, see {@link PairBlock}.
 *
 * <p>All distances here are in one unit, a power of two that depends on the sets; {@link #distance}
 * gives them as they are.
 */
final class PairDistances implements AutoCloseable {
  private static final int BLOCK_NUMBERS = 1 << 21;

  private final NDManager manager;
  private final double scale;
  private final CentredRows left;
  private final CentredRows right;

  /** What is done with each block. */
  interface BlockConsumer {
    void accept(PairBlock block);
  }

  /**
   * Distances between sets.
   *
   * @throws studio.saddlepoint.core.StudioException if a feature is not a finite number
   */
  PairDistances(Features first, Features second) {
    if (first.dimension() != second.dimension()) {
      throw new IllegalArgumentException(
          "features of " + first.dimension() + " and " + second.dimension());
    }
    FiniteFeatures.check(first.rows());
    FiniteFeatures.check(second.rows());
    this.manager = TorchEngine.manager(Device.cpu());
    float[] centre = CentredRows.centre(first);
    double largest =
        Math.max(CentredRows.largest(first, centre), CentredRows.largest(second, centre));
    this.scale = largest == 0 ? 1 : Math.scalb(1.0, -Math.getExponent(largest));
    this.left = new CentredRows(manager, first, centre, scale);
    this.right = first == second ? left : new CentredRows(manager, second, centre, scale);
  }

  /** Squared distances of each row of the first set to its k nearest neighbours there, (k, n). */
  double[][] reachOfFirst(int k, Progress progress) {
    return reach(left, k, progress);
  }

  /** Squared distances of each row of the second set to its k nearest neighbours there, (k, n). */
  double[][] reachOfSecond(int k, Progress progress) {
    if (left == right) {
      return reach(left, k, progress);
    }
    // Around its own centre: a collapsed generator's images are all in one far place.
    try (NDManager own = TorchEngine.manager(Device.cpu())) {
      Features features = right.features();
      return reach(
          new CentredRows(own, features, CentredRows.centre(features), scale), k, progress);
    }
  }

  /** Hands over every pair, in blocks of rows of the first set with all rows of the second. */
  void forEachBlock(Progress progress, BlockConsumer consumer) {
    forEachBlock(left, right, progress, consumer);
  }

  /** A squared distance as the distance that it is. */
  double distance(double squared) {
    return Math.sqrt(squared) / scale;
  }

  @Override
  public void close() {
    manager.close();
  }

  private double[][] reach(CentredRows side, int k, Progress progress) {
    int n = side.features().count();
    if (n <= k) {
      throw new IllegalArgumentException(n + " rows have no " + k + "-th neighbour");
    }
    Optional<double[][]> halves = reachByHalves(side, k, progress);
    if (halves.isPresent()) {
      return halves.get();
    }
    double[][] reach = new double[k][n];
    double[] nearest = new double[k];
    forEachBlock(
        side,
        side,
        progress,
        block -> {
          for (int i = 0; i < block.rows; i++) {
            nearest(block, i, nearest);
            for (int c = 0; c < k; c++) {
              reach[c][block.from + i] = nearest[c];
            }
          }
        });
    return reach;
  }

  /**
   * By each pair once; empty where rows have so many others at nearly the same distance that this
   * is no way to find the nearest.
   */
  private Optional<double[][]> reachByHalves(CentredRows side, int k, Progress progress) {
    int n = side.features().count();
    NearestRows candidates = new NearestRows(n, k);
    for (int from = 0; from < n; ) {
      int rows = Math.max(1, Math.min(n - from, BLOCK_NUMBERS / (n - from)));
      progress.checkCancelled();
      double left = (double) (n - from) / n;
      progress.report("Comparing features", 1 - left * left);
      if (!candidates.add(PairBlock.half(side, from, rows, scale))) {
        return Optional.empty();
      }
      from += rows;
    }
    double[][] reach = new double[k][n];
    double[] nearest = new double[k];
    for (int row = 0; row < n; row++) {
      Arrays.fill(nearest, Double.POSITIVE_INFINITY);
      for (int other : candidates.of(row)) {
        insert(nearest, side.exact(row, other));
      }
      for (int c = 0; c < k; c++) {
        reach[c][row] = nearest[c];
      }
    }
    return Optional.of(reach);
  }

  /** Exact: of all rows that may be among the k nearest, given the errors of the distances. */
  private static void nearest(PairBlock block, int i, double[] nearest) {
    int row = block.from + i;
    int last = nearest.length - 1;
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    for (int j = 0; j < block.columns; j++) {
      double most = block.most(i, j);
      if (most < nearest[last] && j != row) {
        insert(nearest, most);
      }
    }
    double upper = nearest[last];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    // No row can be nearer than k copies.
    for (int j = 0; j < block.columns && nearest[last] > 0; j++) {
      if (block.least(i, j) <= Math.min(upper, nearest[last]) && j != row) {
        insert(nearest, block.exact(i, j));
      }
    }
  }

  /** Keeps the smallest values, ascending. */
  private static void insert(double[] smallest, double value) {
    int place = smallest.length - 1;
    if (value >= smallest[place]) {
      return;
    }
    while (place > 0 && smallest[place - 1] > value) {
      smallest[place] = smallest[place - 1];
      place--;
    }
    smallest[place] = value;
  }

  private void forEachBlock(
      CentredRows a, CentredRows b, Progress progress, BlockConsumer consumer) {
    int n = a.features().count();
    int rows = Math.max(1, Math.min(n, BLOCK_NUMBERS / b.features().count()));
    for (int from = 0; from < n; from += rows) {
      progress.checkCancelled();
      progress.report("Comparing features", (double) from / n);
      consumer.accept(new PairBlock(a, b, from, Math.min(rows, n - from), scale));
    }
  }
}

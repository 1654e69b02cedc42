package studio.saddlepoint.metrics.neighbour;

import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.feature.Features;

/**
 * Improved precision and recall (Kynkäänniemi et al. 2019, equations 1 and 2): the share of
 * generated images inside the manifold of the real ones, and the reverse. A manifold is the union
 * of balls around its points, each reaching to the k-th nearest neighbour in its own set.
 *
 * @param precision 0 to 1
 * @param recall 0 to 1
 */
public record PrecisionRecall(double precision, double recall) {
  /** Neighbours, as the authors chose. */
  public static final int NEIGHBOURS = 3;

  /** The harmonic mean of both, 0 if both are 0. */
  public double f1() {
    return f1(precision, recall);
  }

  /** {@code 2 p r / (p + r)}, 0 if both are 0. */
  public static double f1(double precision, double recall) {
    double sum = precision + recall;
    return sum == 0 ? 0 : 2 * precision * recall / sum;
  }

  /**
   * Computes both, in row batches. Ties count as inside, exactly.
   *
   * @param real features of real images, more than k
   * @param fake features of generated images, more than k
   * @param k neighbours
   * @param progress told how far it is
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static PrecisionRecall of(Features real, Features fake, int k, Progress progress) {
    return of(real, fake, k, false, progress);
  }

  /**
   * Computes both with balls that do not hold their surface, as Naeem et al. 2020 do.
   *
   * @param real features of real images, more than k
   * @param fake features of generated images, more than k
   * @param k neighbours
   * @param progress told how far it is
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static PrecisionRecall ofOpenBalls(
      Features real, Features fake, int k, Progress progress) {
    return of(real, fake, k, true, progress);
  }

  private static PrecisionRecall of(
      Features real, Features fake, int k, boolean open, Progress progress) {
    try (PairDistances distances = new PairDistances(real, fake)) {
      double[][] realReach = distances.reachOfFirst(k, progress.part(0, 1 / 3.0));
      double[][] fakeReach = distances.reachOfSecond(k, progress.part(1 / 3.0, 2 / 3.0));
      Membership membership = new Membership(realReach[k - 1], fakeReach[k - 1], open);
      distances.forEachBlock(progress.part(2 / 3.0, 1), membership);
      return membership.shares();
    }
  }

  /** Finds which points lie inside the other set's manifold. */
  public static final class Membership implements PairDistances.BlockConsumer {
    private final double[] realReach;
    private final double[] fakeReach;
    private final boolean open;
    private final boolean[] realInside;
    private final boolean[] fakeInside;

    /**
     * To be handed all blocks of real with generated features.
     *
     * @param realReach squared radius of each real point
     * @param fakeReach squared radius of each generated point
     * @param open whether the balls leave out their surface
     */
    Membership(double[] realReach, double[] fakeReach, boolean open) {
      this.realReach = realReach;
      this.fakeReach = fakeReach;
      this.open = open;
      this.realInside = new boolean[realReach.length];
      this.fakeInside = new boolean[fakeReach.length];
    }

    @Override
    public void accept(PairBlock block) {
      for (int i = 0; i < block.rows; i++) {
        int r = block.from + i;
        for (int f = 0; f < block.columns; f++) {
          if (!fakeInside[f]) {
            fakeInside[f] = inside(block, i, f, realReach[r]);
          }
          if (!realInside[r]) {
            realInside[r] = inside(block, i, f, fakeReach[f]);
          }
        }
      }
    }

    private boolean inside(PairBlock block, int i, int f, double reach) {
      return open ? block.closer(i, f, reach) : block.within(i, f, reach);
    }

    /** Both numbers, when all blocks were handed over. */
    public PrecisionRecall shares() {
      return new PrecisionRecall(share(fakeInside), share(realInside));
    }

    /** Whether each generated point is inside the real ones' manifold. */
    public boolean[] fakeInside() {
      return fakeInside;
    }

    /** Whether each real point is inside the generated ones' manifold. */
    public boolean[] realInside() {
      return realInside;
    }

    private static double share(boolean[] inside) {
      int count = 0;
      for (boolean each : inside) {
        count += each ? 1 : 0;
      }
      return (double) count / inside.length;
    }
  }
}

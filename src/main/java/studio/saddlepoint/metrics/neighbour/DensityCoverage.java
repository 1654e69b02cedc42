package studio.saddlepoint.metrics.neighbour;

import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.feature.Features;

/**
 * Density and coverage (Naeem et al. 2020, equations 3 and 4): how many balls around real points,
 * each reaching to the k-th nearest real neighbour, hold a generated point, over k; and the share
 * of real points whose ball holds at least one. Balls do not hold their surface.
 *
 * @param density 0 or more; 1 is that of the real images
 * @param coverage 0 to 1
 */
public record DensityCoverage(double density, double coverage) {
  /** Neighbours, as the authors chose. */
  public static final int NEIGHBOURS = 5;

  /**
   * Computes both, in row batches. Ties count as outside, exactly.
   *
   * @param real features of real images, more than k
   * @param fake features of generated images, at least one
   * @param k neighbours
   * @param progress told how far it is
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static DensityCoverage of(Features real, Features fake, int k, Progress progress) {
    try (PairDistances distances = new PairDistances(real, fake)) {
      double[][] reach = distances.reachOfFirst(k, progress.part(0, 0.5));
      Counting counting = new Counting(reach[k - 1], fake.count(), k);
      distances.forEachBlock(progress.part(0.5, 1), counting);
      return counting.result();
    }
  }

  /** Counts in how many real balls each generated point lies. */
  public static final class Counting implements PairDistances.BlockConsumer {
    private final double[] realReach;
    private final int k;
    private final double[] balls;
    private final boolean[] covered;

    /**
     * To be handed all blocks of real with generated features.
     *
     * @param realReach squared radius of each real point
     * @param fakes number of generated points
     * @param k neighbours that the radius is of
     */
    Counting(double[] realReach, int fakes, int k) {
      this.realReach = realReach;
      this.k = k;
      this.balls = new double[fakes];
      this.covered = new boolean[realReach.length];
    }

    @Override
    public void accept(PairBlock block) {
      for (int i = 0; i < block.rows; i++) {
        int r = block.from + i;
        for (int f = 0; f < block.columns; f++) {
          if (block.closer(i, f, realReach[r])) {
            balls[f]++;
            covered[r] = true;
          }
        }
      }
    }

    /** Both numbers, when all blocks were handed over. */
    public DensityCoverage result() {
      double sum = 0;
      for (double each : balls) {
        sum += each;
      }
      int found = 0;
      for (boolean each : covered) {
        found += each ? 1 : 0;
      }
      return new DensityCoverage(
          sum / ((double) k * balls.length), (double) found / covered.length);
    }

    /** Each generated point's density: balls that it is in, over k. */
    public double[] densities() {
      return java.util.Arrays.stream(balls).map(each -> each / k).toArray();
    }

    /** Whether each real point's ball holds a generated one. */
    public boolean[] covered() {
      return covered;
    }
  }
}

package studio.saddlepoint.metrics.neighbour;

import java.util.Arrays;

/**
 * Realism scores (Kynkäänniemi et al. 2019, equation 3): for each generated point the largest ratio
 * of a real point's radius to their distance, over the real points whose radius is at most the
 * median. 1 and more is inside the manifold.
 */
final class Realism implements PairDistances.BlockConsumer {
  private final double[] realReach;
  private final double median;
  private final double[] best;

  /**
   * To be handed all blocks of real with generated features.
   *
   * @param realReach squared radius of each real point
   * @param fakes number of generated points
   */
  Realism(double[] realReach, int fakes) {
    this.realReach = realReach;
    double[] sorted = realReach.clone();
    Arrays.sort(sorted);
    this.median = sorted[(sorted.length - 1) / 2];
    this.best = new double[fakes];
  }

  @Override
  public void accept(PairBlock block) {
    for (int i = 0; i < block.rows; i++) {
      double reach = realReach[block.from + i];
      if (reach > median) {
        continue;
      }
      for (int f = 0; f < block.columns; f++) {
        if (best[f] * block.least(i, f) <= reach) {
          double squared = block.exact(i, f);
          double ratio = squared == 0 ? Double.POSITIVE_INFINITY : reach / squared;
          best[f] = Math.max(best[f], ratio);
        }
      }
    }
  }

  /** Each generated point's score; infinite for the copy of a real one. */
  double[] scores() {
    return Arrays.stream(best).map(Math::sqrt).toArray();
  }
}

package studio.saddlepoint.metrics.metric;

import java.util.List;

/** The caveats that metrics of neighbourhoods in feature space share. */
final class Neighbourhoods {
  private static final int ENOUGH = 1_000;

  private Neighbourhoods() {}

  /** Where there are too few images to see the manifolds. */
  static List<Caveat> coarse(Evidence evidence) {
    return Caveat.fewer(
        evidence.least(),
        ENOUGH,
        "precision, recall, density and coverage see the manifolds coarsely; compare only with the same number");
  }
}

package studio.saddlepoint.lab.heap;

/**
 * The earth mover's distance, or Wasserstein-1, of two heaps on a line: from left to right, what a
 * bar has too much is carried on to the next, cost(i + 1) = cost(i) + P(i) - Q(i), and the distance
 * is the width of a bar times the sum of |cost| (Arjovsky et al. 2017, equation 1; Vallender 1974).
 *
 * @param carried earth that is carried past the right side of each bar; negative to the left
 * @param width of a bar
 */
public record EarthMover(double[] carried, double width) {
  /** Less than this is rounding. */
  private static final double NOTHING = 1e-12;

  /**
   * Moves a heap onto another.
   *
   * @param p masses, which sum to 1
   * @param q as many masses, which sum to 1
   * @param width of a bar
   */
  public static EarthMover between(double[] p, double[] q, double width) {
    double[] carried = new double[p.length];
    double cost = 0;
    for (int i = 0; i < p.length; i++) {
      cost += p[i] - q[i];
      carried[i] = cost;
    }
    return new EarthMover(carried, width);
  }

  /** Moves the earth of two heaps. */
  public static EarthMover of(HeapBars bars) {
    return between(bars.real(), bars.generated(), HeapBars.WIDTH);
  }

  /** The distance: mass times the way that it goes. */
  public double distance() {
    return spent(carried.length);
  }

  /**
   * The part of the distance that the first bars have cost.
   *
   * @param bars how many, from 0 to all
   */
  public double spent(int bars) {
    double sum = 0;
    for (int i = 0; i < bars; i++) {
      sum += Math.abs(carried[i]);
    }
    return sum * width;
  }

  /**
   * The best critic of those that rise by at most 1 in 1: it maximises the mean over P less the
   * mean over Q, which is the distance then (Kantorovich and Rubinstein; Arjovsky et al. 2017,
   * equation 2). It falls by 1 where earth is carried to the right and rises where to the left.
   *
   * @return a height for each bar; 0 in the middle
   */
  public double[] bestCritic() {
    double[] heights = new double[carried.length];
    for (int i = 1; i < heights.length; i++) {
      heights[i] = heights[i - 1] - width * direction(i - 1);
    }
    double middle = heights[heights.length / 2];
    for (int i = 0; i < heights.length; i++) {
      heights[i] -= middle;
    }
    return heights;
  }

  private double direction(int bar) {
    return Math.abs(carried[bar]) < NOTHING ? 0 : Math.signum(carried[bar]);
  }

  /**
   * How the distance grows with the place of the generated heap, when these are the costs of its
   * bars.
   */
  public double slope(HeapBars bars) {
    double sum = 0;
    double moved = 0;
    for (int i = 0; i < carried.length; i++) {
      moved -= bars.moving()[i];
      sum += direction(i) * moved;
    }
    return sum * width;
  }
}

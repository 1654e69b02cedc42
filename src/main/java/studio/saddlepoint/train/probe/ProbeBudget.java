package studio.saddlepoint.train.probe;

/**
 * The time that looks may take: a share of that of the training they are made in. A look is due
 * when one more like the last would stay within it.
 */
public final class ProbeBudget {
  /** How many steps the first look is taken to cost. */
  private static final double FIRST_STEPS = 4;

  private double trained;
  private double spent;
  private double last;
  private long steps;

  /** Counts a step. */
  public void trained(double seconds) {
    trained += seconds;
    steps++;
  }

  /** Counts a look. */
  public void spent(double seconds) {
    spent += seconds;
    last = seconds;
  }

  /**
   * Whether a look is within the budget.
   *
   * @param share of the training's time, 0 to 1
   */
  public boolean allows(double share) {
    double expected = spent > 0 ? last : steps == 0 ? 0 : FIRST_STEPS * trained / steps;
    return steps > 0 && spent + expected <= share * (trained + spent + expected);
  }

  /** The share of the time that looks took, 0 to 1. */
  public double share() {
    double all = trained + spent;
    return all == 0 ? 0 : spent / all;
  }
}

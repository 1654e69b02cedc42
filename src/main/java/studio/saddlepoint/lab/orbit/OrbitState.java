package studio.saddlepoint.lab.orbit;

/**
 * Where the two players stand and what they remember.
 *
 * @param step steps made
 * @param x the minimising player
 * @param y the maximising player
 * @param xBefore x before the last step
 * @param yBefore y before the last step
 * @param xPast mean of all x before now, the first of them counted twice, as {@code
 *     train.regularizer.HistoricalAveraging} does
 * @param yPast mean of all y before now, likewise
 * @param xMean running mean of x (EMA)
 * @param yMean running mean of y (EMA)
 */
public record OrbitState(
    long step,
    double x,
    double y,
    double xBefore,
    double yBefore,
    double xPast,
    double yPast,
    double xMean,
    double yMean) {
  /** Beyond this nothing is to be seen any more. */
  private static final double BEYOND = 1e12;

  /** Both players at rest at a point. */
  public static OrbitState at(double x, double y) {
    return new OrbitState(0, x, y, x, y, x, y, x, y);
  }

  /** The distance to the equilibrium, which is 0. */
  public double distance() {
    return Math.hypot(x, y);
  }

  /** The distance of the running mean to the equilibrium. */
  public double meanDistance() {
    return Math.hypot(xMean, yMean);
  }

  /** Whether they are so far away that stepping on shows nothing. */
  public boolean lost() {
    return !(distance() < BEYOND);
  }

  /** After a step to a point; means are as before. */
  OrbitState moved(double toX, double toY) {
    return new OrbitState(step + 1, toX, toY, x, y, xPast, yPast, xMean, yMean);
  }

  /**
   * With means that have taken the step in: the past as historical averaging has it, mean + (x -
   * mean) / (count + 1), and the running mean with the decay of {@code model.WeightAverage}, which
   * grows with the steps.
   *
   * @param from before the step
   * @param averaging weight of the past in the running mean
   */
  OrbitState settled(OrbitState from, double averaging) {
    double count = from.step + 2;
    double pastX = from.xPast + (from.x - from.xPast) / count;
    double pastY = from.yPast + (from.y - from.yPast) / count;
    double past = Math.min(averaging, (1.0 + from.step) / (10.0 + from.step));
    return new OrbitState(
        step,
        x,
        y,
        xBefore,
        yBefore,
        pastX,
        pastY,
        past * from.xMean + (1 - past) * x,
        past * from.yMean + (1 - past) * y);
  }
}

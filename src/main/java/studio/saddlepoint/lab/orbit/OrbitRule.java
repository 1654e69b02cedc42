package studio.saddlepoint.lab.orbit;

/**
 * How two players step in the game min over x, max over y of xy, whose only equilibrium is 0. It is
 * also the Dirac-GAN with a linear discriminator y and a generator that makes one point x, the real
 * one being 0 (Mescheder et al. 2018, definition 2.1).
 *
 * <p>With g = y the gradient of x and h = x that of y, and all terms that are on:
 *
 * <pre>
 * x' = x - rate (g + 2 history (x - mean x)) + momentum (x - x before)
 * y' = y + rate (h - 2 history (y - mean y) - penalty y) + momentum (y - y before)
 * </pre>
 *
 * Alternating steps take h of x' instead of x. Optimistic steps take 2 g - g before and 2 h - h
 * before in place of g and h (Daskalakis et al. 2018, equation 7). Momentum is Polyak's; that of
 * GANs may be negative (Gidel et al. 2019, section 3). History is the weight of historical
 * averaging (Salimans et al. 2016, section 3.3), penalty that of a zero-centred gradient penalty on
 * D, penalty / 2 |dD/dv|^2 (Mescheder et al. 2018, section 4.1).
 *
 * @param rate learning rate of both, above 0
 * @param alternating whether y answers the step that x has just made
 * @param momentum -1 to 1, both excluded
 * @param history weight of historical averaging; 0 is off
 * @param penalty weight of the zero-centred penalty; 0 is off
 * @param optimistic whether steps look ahead by the last one
 * @param averaging weight of the past in the running mean of both (EMA), 0 to 1, 1 excluded; it
 *     changes nothing of the steps
 */
public record OrbitRule(
    double rate,
    boolean alternating,
    double momentum,
    double history,
    double penalty,
    boolean optimistic,
    double averaging) {
  /** Plain simultaneous steps of a rate. */
  public static OrbitRule simultaneous(double rate) {
    return new OrbitRule(rate, false, 0, 0, 0, false, 0);
  }

  /** Checks the numbers. */
  public OrbitRule {
    if (!(rate > 0 && Math.abs(momentum) < 1 && history >= 0 && penalty >= 0)) {
      throw new IllegalArgumentException(
          "A rate is above 0, momentum within -1 and 1, weights at least 0");
    }
    if (!(averaging >= 0 && averaging < 1)) {
      throw new IllegalArgumentException("The past weighs 0 to below 1, not " + averaging);
    }
  }

  /** The same, y answering x or not. */
  public OrbitRule inTurn(boolean alternate) {
    return new OrbitRule(rate, alternate, momentum, history, penalty, optimistic, averaging);
  }

  /** The same with another rate. */
  public OrbitRule at(double other) {
    return new OrbitRule(other, alternating, momentum, history, penalty, optimistic, averaging);
  }

  /** The same with another momentum. */
  public OrbitRule withMomentum(double other) {
    return new OrbitRule(rate, alternating, other, history, penalty, optimistic, averaging);
  }

  /** The same with another weight of historical averaging. */
  public OrbitRule withHistory(double other) {
    return new OrbitRule(rate, alternating, momentum, other, penalty, optimistic, averaging);
  }

  /** The same with another zero-centred penalty. */
  public OrbitRule withPenalty(double other) {
    return new OrbitRule(rate, alternating, momentum, history, other, optimistic, averaging);
  }

  /** The same, looking ahead or not. */
  public OrbitRule lookingAhead(boolean ahead) {
    return new OrbitRule(rate, alternating, momentum, history, penalty, ahead, averaging);
  }

  /** The same with another running mean. */
  public OrbitRule averaged(double past) {
    return new OrbitRule(rate, alternating, momentum, history, penalty, optimistic, past);
  }

  /** One step of both players. */
  public OrbitState next(OrbitState now) {
    return yMoves(now, xMoves(now)).settled(now, averaging);
  }

  /** Where x is after its step. */
  private double xMoves(OrbitState now) {
    double gradient = optimistic ? 2 * now.y() - now.yBefore() : now.y();
    return now.x()
        - rate * (gradient + 2 * history * (now.x() - now.xPast()))
        + momentum * (now.x() - now.xBefore());
  }

  private OrbitState yMoves(OrbitState now, double x) {
    double seen = alternating ? x : now.x();
    double before = alternating ? now.x() : now.xBefore();
    double gradient = optimistic ? 2 * seen - before : seen;
    double y =
        now.y()
            + rate * (gradient - 2 * history * (now.y() - now.yPast()) - penalty * now.y())
            + momentum * (now.y() - now.yBefore());
    return now.moved(x, y);
  }
}

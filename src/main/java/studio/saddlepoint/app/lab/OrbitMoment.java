package studio.saddlepoint.app.lab;

import studio.saddlepoint.lab.orbit.OrbitRule;
import studio.saddlepoint.lab.orbit.OrbitState;

/**
 * A moment of the game of two numbers.
 *
 * @param rule how both step
 * @param state where they stand
 */
record OrbitMoment(OrbitRule rule, OrbitState state) {
  /** What the sliders begin with where something is off. */
  static final OrbitMoment DEFAULT =
      new OrbitMoment(OrbitRule.simultaneous(0.1), OrbitState.at(1, 0));

  static final double LEAST_RATE = 0.01;
  static final double MOST_RATE = 1;
  static final double MOST_MOMENTUM = 0.9;
  static final double MOST_WEIGHT = 2;
  static final double MOST_AVERAGING = 0.99;

  OrbitMoment with(OrbitRule other) {
    return new OrbitMoment(other, state);
  }

  /** Both at rest elsewhere. */
  OrbitMoment from(double x, double y) {
    return new OrbitMoment(rule, OrbitState.at(x, y));
  }

  /** One step of both players. */
  OrbitMoment next() {
    return new OrbitMoment(rule, rule.next(state));
  }
}

package studio.saddlepoint.train.augment;

import java.util.function.BooleanSupplier;
import studio.saddlepoint.train.step.RandomSource;

/**
 * The draws of one change of a picture: whether it happens, and by how much.
 *
 * @param random where the numbers come from
 * @param probability of the change; 1 and all above mean always
 */
record Chances(RandomSource random, double probability) implements BooleanSupplier {
  /** Whether it happens; drawn anew with each call. */
  @Override
  public boolean getAsBoolean() {
    return probability >= 1 || probability > 0 && random.next() < probability;
  }

  /** The same numbers for a change that happens with another probability. */
  Chances at(double other) {
    return new Chances(random, other);
  }

  /** A uniform number from -most to most where it happens, otherwise 0. */
  double uniform(double most) {
    return getAsBoolean() ? uniformAlways(most) : 0;
  }

  /** A uniform number from -most to most. */
  double uniformAlways(double most) {
    return (2 * random.next() - 1) * most;
  }

  /** A normal number of this deviation where it happens, otherwise 0. */
  double normal(double deviation) {
    return getAsBoolean() ? deviation * random.nextNormal() : 0;
  }

  /** 2 to the power of a normal number of this deviation where it happens, otherwise 1. */
  double logNormal(double deviation) {
    return Math.pow(2, normal(deviation));
  }

  /** A whole number from 0 to below {@code bound} where it happens, otherwise 0. */
  int whole(int bound) {
    return getAsBoolean() ? (int) (random.next() * bound) : 0;
  }
}

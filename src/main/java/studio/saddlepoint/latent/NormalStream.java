package studio.saddlepoint.latent;

import studio.saddlepoint.core.SplitMix64;

/**
 * Standard normal numbers that are the same on every machine and Java version: SplitMix64 (Steele,
 * Lea, Flood 2014, figure 13), Box and Muller's transform, and StrictMath. Every (seed, place) has
 * a stream of its own, so that one component can be drawn again without moving any other.
 */
final class NormalStream {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  NormalStream(long seed, long place) {
    state = SplitMix64.mix(SplitMix64.mix(seed + GAMMA) + SplitMix64.mix(place * GAMMA + GAMMA));
  }

  /** Uniform in 0 (without) to 1 (with), so that its logarithm is finite. */
  double uniform() {
    state += GAMMA;
    return ((SplitMix64.mix(state) >>> 11) + 1) * 0x1.0p-53;
  }

  /** Standard normal. */
  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(uniform()));
    return radius * StrictMath.cos(2 * Math.PI * uniform());
  }

  /**
   * Standard normal under the condition that its magnitude is at most the threshold. Narrow
   * intervals draw from the uniform distribution and accept with exp(-x^2 / 2), since nearly every
   * normal number would be thrown away; the distribution is the same.
   */
  double normalWithin(double threshold) {
    while (true) {
      if (threshold >= 1) {
        double drawn = normal();
        if (Math.abs(drawn) <= threshold) {
          return drawn;
        }
      } else {
        double drawn = threshold * (2 * uniform() - 1);
        if (uniform() <= StrictMath.exp(-drawn * drawn / 2)) {
          return drawn;
        }
      }
    }
  }
}

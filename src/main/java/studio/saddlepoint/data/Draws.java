package studio.saddlepoint.data;

import studio.saddlepoint.core.SplitMix64;

/**
 * Random numbers that are the same on every machine and Java version: SplitMix64 (Steele, Lea,
 * Flood 2014, figure 13), and StrictMath for what is derived.
 */
public final class Draws {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  private Draws(long state) {
    this.state = state;
  }

  /** An own stream of numbers for each tuple of keys. */
  public static Draws of(long... keys) {
    long mixed = 0;
    for (long key : keys) {
      mixed = SplitMix64.mix(mixed + GAMMA + SplitMix64.mix(key + GAMMA));
    }
    return new Draws(mixed);
  }

  long nextLong() {
    state += GAMMA;
    return SplitMix64.mix(state);
  }

  /** Uniform in 0 (with) to 1 (without). */
  public double uniform() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /** Uniform between two numbers, the second one excluded. */
  public double uniform(double from, double to) {
    return from + (to - from) * uniform();
  }

  /** Uniform in 0 to bound - 1; bias below 2^-31 (multiply and shift). */
  int below(int bound) {
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }

  boolean chance(double probability) {
    return uniform() < probability;
  }

  /** Nearly normal with mean 0, deviation 1, never beyond 3.47: a sum of four uniforms. */
  public double normal() {
    return (uniform() + uniform() + uniform() + uniform() - 2) * 1.7320508075688772;
  }

  /** A random order of 0 to size - 1 (Fisher and Yates). */
  int[] permutation(int size) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = below(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}

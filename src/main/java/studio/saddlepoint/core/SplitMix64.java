package studio.saddlepoint.core;

/** The generator SplitMix64 (Steele, Lea, Flood 2014, figure 13), of which all seeds are mixed. */
public final class SplitMix64 {
  private SplitMix64() {}

  /** The generator's last step, which turns near numbers into far ones: one to one. */
  public static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}

package studio.saddlepoint.nn;

import studio.saddlepoint.core.English;

/**
 * The side of the pictures that networks which grow make and judge now, and how far its last
 * doubling is faded in (Karras et al. 2018, section 2).
 *
 * @param size pixels on a side, at least 1
 * @param fade share of the newest layers, 0 (only those before) to 1 (only the newest)
 */
public record Resolution(int size, double fade) {
  /** Checks the numbers. */
  public Resolution {
    if (size < 1 || !(fade >= 0 && fade <= 1)) {
      throw new IllegalArgumentException(English.of("resolution %d with a fade of %s", size, fade));
    }
  }

  /** A resolution at which nothing is fading. */
  public static Resolution of(int size) {
    return new Resolution(size, 1);
  }
}

package studio.saddlepoint.core;

/**
 * An image ready to be drawn.
 *
 * @param width in pixels
 * @param height in pixels
 * @param argb rows from the top, one opaque {@code 0xAARRGGBB} a pixel; length {@code width *
 *     height}, not to be changed
 */
public record Picture(int width, int height, int[] argb) {
  /** Refuses arrays of another length. */
  public Picture {
    if (argb.length != width * height) {
      throw new IllegalArgumentException(argb.length + " pixels for " + width + "x" + height);
    }
  }
}

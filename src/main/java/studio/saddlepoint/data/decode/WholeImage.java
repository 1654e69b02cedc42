package studio.saddlepoint.data.decode;

import java.util.Arrays;
import studio.saddlepoint.data.ImageShape;

/**
 * An image of a file, as it is: all of it, colours as stored, without its transparency.
 *
 * @param shape of three channels
 * @param pixels unsigned bytes in the order (3, H, W); grey images have three equal planes
 */
public record WholeImage(ImageShape shape, byte[] pixels) {
  /** Whether the three planes are equal. */
  public boolean isGrey() {
    int plane = pixels.length / 3;
    return Arrays.equals(pixels, 0, 2 * plane, pixels, plane, 3 * plane);
  }
}

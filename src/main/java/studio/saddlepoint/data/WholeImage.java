package studio.saddlepoint.data;

import java.util.Arrays;

/**
 * An image of a file, as it is: all of it, colours as stored, without its transparency.
 *
 * @param shape of three channels
 * @param pixels unsigned bytes in the order (3, H, W); grey images have three equal planes
 */
record WholeImage(ImageShape shape, byte[] pixels) {
    /** Whether the three planes are equal. */
    boolean isGrey() {
        int plane = pixels.length / 3;
        return Arrays.equals(pixels, 0, 2 * plane, pixels, plane, 3 * plane);
    }
}

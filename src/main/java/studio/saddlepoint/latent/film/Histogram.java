package studio.saddlepoint.latent.film;

import java.util.Arrays;

/**
 * The colours of a picture.
 *
 * @param colours different ones, 0xRRGGBB, ascending
 * @param counts how many pixels have each
 */
record Histogram(int[] colours, int[] counts) {
  /** Counts the colours of pixels. */
  static Histogram of(int[] pixels) {
    int[] sorted = pixels.clone();
    Arrays.sort(sorted);
    int[] colours = new int[sorted.length];
    int[] counts = new int[sorted.length];
    int found = 0;
    for (int each : sorted) {
      if (found == 0 || colours[found - 1] != each) {
        colours[found++] = each;
      }
      counts[found - 1]++;
    }
    return new Histogram(Arrays.copyOf(colours, found), Arrays.copyOf(counts, found));
  }

  /** Red, green or blue of a colour. */
  static int channel(int colour, int channel) {
    return colour >> 16 - 8 * channel & 0xff;
  }
}

package studio.saddlepoint.recipe.method;

import studio.saddlepoint.recipe.parameter.Parameter;

/**
 * Progressive growing (Karras et al. 2018, section 2): both networks begin with small pictures;
 * each doubling is faded in, then trained on.
 *
 * @param from side of the first pictures in pixels, a power of two; 0 is off
 * @param fadeImages real pictures over which a doubling is faded in
 * @param stableImages real pictures seen at a size before the next doubling
 */
public record GrowingSettings(
    @Parameter(
            label = "Grow from",
            value = "0",
            min = 0,
            max = 512,
            unit = "pixels",
            help =
                "Side of the first pictures: 4 begins at 4x4, and sides double until they are the data's (Karras et al. 2018). 0 is off.")
        int from,
    @Parameter(
            label = "Fade over",
            value = "10000",
            min = 0,
            max = 1e9,
            unit = "images",
            advanced = true,
            help =
                "Real pictures over which the layers of a new size come in, from nothing to all.")
        long fadeImages,
    @Parameter(
            label = "Stay for",
            value = "10000",
            min = 0,
            max = 1e9,
            unit = "images",
            advanced = true,
            help = "Real pictures seen at each size before the next one is faded in.")
        long stableImages) {

  /** Whether the networks grow. */
  public boolean on() {
    return from > 0;
  }

  /**
   * Real pictures until the last doubling is all there.
   *
   * @param size side of the largest pictures
   */
  public long images(int size) {
    int doublings = Math.max(0, Integer.numberOfTrailingZeros(size / Math.max(1, from)));
    return doublings * (fadeImages + stableImages);
  }
}

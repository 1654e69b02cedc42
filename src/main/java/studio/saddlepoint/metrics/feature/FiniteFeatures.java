package studio.saddlepoint.metrics.feature;

import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;

/** Refuses features that are no numbers, which would spoil every metric without a word. */
public final class FiniteFeatures {
  private FiniteFeatures() {}

  /**
   * Checks rows.
   *
   * @param rows {@code (n, d)}
   * @throws StudioException if one holds NaN or an infinity
   */
  public static void check(float[] rows) {
    for (float each : rows) {
      if (!Float.isFinite(each)) {
        throw new StudioException(
            English.of(
                "The extractor gives %s as a feature, so nothing can be measured with it. Check the images, or choose another extractor.",
                each));
      }
    }
  }
}

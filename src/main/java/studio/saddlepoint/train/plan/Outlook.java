package studio.saddlepoint.train.plan;

/**
 * What to expect of a training.
 *
 * @param low the least FID; 0 where nobody knows
 * @param high the greatest FID; infinite where nobody knows
 * @param text the same in sentences, with what it was measured on and by
 */
public record Outlook(double low, double high, String text) {
  static Outlook unknown(PictureKind kind) {
    return new Outlook(
        0,
        Double.POSITIVE_INFINITY,
        "Nobody has measured it on "
            + kind.title()
            + " yet: watch the sample sheets, and let Evaluate measure it.");
  }
}

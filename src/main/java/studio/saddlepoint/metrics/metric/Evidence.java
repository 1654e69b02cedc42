package studio.saddlepoint.metrics.metric;

/**
 * The facts of a measurement by which its numbers are doubted.
 *
 * @param doubts what was seen of both sides
 * @param fake number of generated images; 0 where it is not known
 * @param real number of real images; 0 where it is not known
 * @param features numbers in a feature
 * @param classes that the extractor tells apart; 0 where none
 * @param alone whether there are no held-out images to compare with
 */
public record Evidence(
    ReliabilitySigns doubts, int fake, int real, int features, int classes, boolean alone) {
  /** Where only what was seen is known. */
  public static Evidence of(ReliabilitySigns doubts) {
    return new Evidence(doubts, 0, 0, 0, 0, false);
  }

  /** Where only the number of generated images is known. */
  public static Evidence ofSamples(int fake) {
    return new Evidence(ReliabilitySigns.NONE, fake, 0, 0, 0, true);
  }

  /** The smaller number of both sides' images, as far as they are known; 0 where none is. */
  int least() {
    return real > 0 && fake > 0 ? Math.min(real, fake) : Math.max(real, fake);
  }
}

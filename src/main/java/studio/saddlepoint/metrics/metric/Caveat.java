package studio.saddlepoint.metrics.metric;

import java.util.List;
import java.util.Locale;

/**
 * A thing to bear in mind of one metric. Metrics that say the same in the same words share one
 * warning.
 *
 * @param kind decides where it comes among others
 * @param text sentences for a person; what comes before the first colon says it in short
 */
public record Caveat(Kind kind, String text) {
  /** Kinds of caveats, in the order in which they are told. */
  public enum Kind {
    /** The generated images are all alike. */
    ALIKE,
    /** Images have exact copies among themselves. */
    COPIES,
    /** The generated images are nothing like the real ones. */
    UNLIKE,
    /** The value is none that there can be. */
    IMPOSSIBLE,
    /** The value moves with the number of images. */
    BIASED,
    /** There are fewer real images than generated ones. */
    FEW_REAL,
    /** The value is rough for want of images. */
    ROUGH,
    /** There is no value. */
    MISSING
  }

  /** Where there are fewer images than a value wants. */
  static List<Caveat> fewer(int count, int enough, String consequence) {
    return count > 0 && count < enough
        ? List.of(
            new Caveat(
                Kind.ROUGH,
                String.format(Locale.ENGLISH, "Fewer than %,d images: %s.", enough, consequence)))
        : List.of();
  }
}

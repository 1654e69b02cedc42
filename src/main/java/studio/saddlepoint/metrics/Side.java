package studio.saddlepoint.metrics;

import java.util.Locale;

/**
 * One side of a comparison.
 *
 * @param kind what kind of images
 * @param name what they are called: {@code train}, a folder's or a file's name
 * @param count number of images; 0 where it is not known
 * @param whole whether these are all that there are
 */
public record Side(Kind kind, String name, int count, boolean whole) {
  /** Kinds of images. */
  public enum Kind {
    /** A part of a data set. */
    SPLIT,
    /** Images of a folder. */
    FOLDER,
    /** Statistics alone, without images. */
    STATISTICS,
    /** Samples of a generator. */
    SAMPLES
  }

  /**
   * For a person, in {@code 2,048 vs ...}: {@code train}, {@code 2,048 of train}. A whole part of a
   * data set needs no count.
   */
  public String label() {
    if (kind == Kind.SPLIT && whole || count == 0) {
      return name;
    }
    return name.isEmpty()
        ? String.format(Locale.ENGLISH, "%,d", count)
        : String.format(Locale.ENGLISH, "%,d of %s", count, name);
  }
}

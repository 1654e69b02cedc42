package studio.saddlepoint.latent.direction;

/**
 * Something that can be told of a picture by a number.
 *
 * @param name for a person, such as {@code circle} or {@code hue cosine}
 * @param kind of which kind it is
 */
public record Attribute(String name, Kind kind) {
  /** The kinds of attributes. */
  public enum Kind {
    /** A class, of which a picture has one: its number is a logit. */
    CLASS,
    /** A factor by itself, such as a place or a size. */
    FACTOR
  }
}

package studio.saddlepoint.latent.code;

import java.util.Optional;

/**
 * A code that is kept with a run.
 *
 * @param code with its name
 * @param thumbnail its picture when it was kept; empty where none was drawn
 */
public record Bookmark(NamedCode code, Optional<Thumbnail> thumbnail) {
  /** A bookmark without a picture. */
  public static Bookmark of(NamedCode code) {
    return new Bookmark(code, Optional.empty());
  }

  /** Its name. */
  public String name() {
    return code.name();
  }

  /**
   * Its name as it stands in a list of codes, so that {@link Bookmarks#find} finds it: as it is, or
   * {@code bookmark("...")} where it has marks of codes.
   */
  public String key() {
    return name().matches("[^\",()]+") ? name() : NamesInCodes.written(name());
  }

  /** The same under another name. */
  public Bookmark named(String other) {
    return new Bookmark(code.named(other), thumbnail);
  }

  /** The same with another picture. */
  public Bookmark shown(Thumbnail other) {
    return new Bookmark(code, Optional.of(other));
  }
}

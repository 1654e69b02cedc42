package studio.saddlepoint.app.preferences;

import java.util.Optional;
import java.util.stream.Stream;

/** How large the window's texts are. */
public enum TextSize {
  /** For large windows seen from near. */
  SMALL(85),
  /** As it was drawn. */
  USUAL(100),
  /** A step up. */
  LARGE(115),
  /** Two. */
  LARGER(130),
  /** Three. */
  LARGEST(150);

  private final int percent;

  TextSize(int percent) {
    this.percent = percent;
  }

  /** In percent of the usual size. */
  public int percent() {
    return percent;
  }

  /** By what sizes are multiplied. */
  public double factor() {
    return percent / 100.0;
  }

  /** A kept size; empty where a text is none. */
  public static Optional<TextSize> of(String text) {
    return Stream.of(values())
        .filter(each -> Integer.toString(each.percent).equals(text.strip()))
        .findAny();
  }
}

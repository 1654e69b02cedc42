package studio.saddlepoint.latent;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.saddlepoint.core.StudioException;

/**
 * Styled layers one after the other, counted from 0 for the coarsest.
 *
 * @param from the first of them
 * @param to the last of them; before the first where there are none
 */
public record LayerRange(int from, int to) {
  /** No layers. */
  public static final LayerRange NONE = new LayerRange(0, -1);

  /** All layers, however many there are. */
  public static final LayerRange ALL = new LayerRange(0, 9999);

  private static final Pattern TEXT = Pattern.compile("(\\d{1,4})(?:\\s*-\\s*(\\d{1,4}))?");

  /** Checks both. */
  public LayerRange {
    if (from < 0 || to < from - 1) {
      throw new StudioException(
          "The layers are "
              + from
              + " to "
              + to
              + ": name the first and the last, counted from 0, such as 4-7.");
    }
  }

  /**
   * Reads {@code 4-7}, or {@code 4} for one layer.
   *
   * @throws StudioException if it is neither
   */
  public static LayerRange parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new StudioException(
          "\""
              + text
              + "\" names no layers: give the first and the last, counted from 0, such as 4-7.");
    }
    int from = Integer.parseInt(matcher.group(1));
    int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
    return to < from ? parse(to + "-" + from) : new LayerRange(from, to);
  }

  /** The finer half of some layers: what lies between the coarse styles and the rest. */
  public static LayerRange finerHalf(int layers) {
    return new LayerRange(layers / 2, layers - 1);
  }

  /** Whether it has no layers. */
  public boolean isEmpty() {
    return to < from;
  }

  /** Whether a layer is among them. */
  public boolean contains(int layer) {
    return layer >= from && layer <= to;
  }

  /**
   * Checks that a generator has them.
   *
   * @param layers how many it has
   * @throws StudioException if not
   */
  public void requireWithin(int layers) {
    if (to >= layers && !equals(ALL)) {
      throw new StudioException(
          "There is no layer "
              + to
              + ": this generator has "
              + layers
              + " styled layers, 0 to "
              + (layers - 1)
              + ".");
    }
  }

  /**
   * The sizes that they work at, such as {@code 16x16 to 32x32}.
   *
   * @param sizes of all layers
   */
  public String sizes(List<Integer> sizes) {
    if (isEmpty()) {
      return "";
    }
    int first = sizes.get(from);
    int last = sizes.get(Math.min(to, sizes.size() - 1));
    return first == last ? first + "x" + first : first + "x" + first + " to " + last + "x" + last;
  }

  /** Such as {@code 4-7}, or {@code all}. */
  @Override
  public String toString() {
    return isEmpty()
        ? "none"
        : equals(ALL) ? "all" : from == to ? Integer.toString(from) : from + "-" + to;
  }
}

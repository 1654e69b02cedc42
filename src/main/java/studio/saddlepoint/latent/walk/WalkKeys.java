package studio.saddlepoint.latent.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.LatentPoint;

/** The keys of a walk as a text, such as {@code 42, vary(7,0.25,9)}. */
public final class WalkKeys {
  private WalkKeys() {}

  /**
   * Reads keys. They are parted by commas, but for those within brackets.
   *
   * @throws StudioException if one of them cannot be read
   */
  public static List<LatentPoint> parse(String text) {
    return parse(text, LatentPoint::parse);
  }

  /**
   * Reads keys, of which some may have names.
   *
   * @param code reads one of them
   * @throws StudioException if one of them cannot be read
   */
  public static List<LatentPoint> parse(String text, Function<String, LatentPoint> code) {
    return parts(text).stream().map(code).toList();
  }

  /** Parts a text at commas that stand neither in brackets nor in quotation marks. */
  public static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int begin = 0;
    for (int i = 0; i <= text.length(); i++) {
      char letter = i == text.length() ? ',' : text.charAt(i);
      quoted ^= letter == '"';
      depth += quoted ? 0 : letter == '(' ? 1 : letter == ')' ? -1 : 0;
      if (i == text.length() || letter == ',' && depth <= 0 && !quoted) {
        parts.add(text.substring(begin, i).strip());
        begin = i + 1;
      }
    }
    return parts;
  }

  /** Writes what {@link #parse(String)} reads. */
  public static String text(List<LatentPoint> keys) {
    return keys.stream().map(LatentPoint::toString).collect(Collectors.joining(", "));
  }
}

package studio.saddlepoint.latent.walk;

import java.util.ArrayList;
import java.util.List;
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
    List<LatentPoint> points = new ArrayList<>();
    int depth = 0;
    int begin = 0;
    for (int i = 0; i <= text.length(); i++) {
      char letter = i == text.length() ? ',' : text.charAt(i);
      depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
      if (letter == ',' && (depth <= 0 || i == text.length())) {
        points.add(LatentPoint.parse(text.substring(begin, i)));
        begin = i + 1;
      }
    }
    return points;
  }

  /** Writes what {@link #parse} reads. */
  public static String text(List<LatentPoint> keys) {
    return keys.stream().map(LatentPoint::toString).collect(Collectors.joining(", "));
  }
}

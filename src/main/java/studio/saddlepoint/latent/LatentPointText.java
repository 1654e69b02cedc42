package studio.saddlepoint.latent;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import studio.saddlepoint.core.StudioException;

/** Reads and writes the text of a {@link LatentPoint}. */
final class LatentPointText {
  private static final int DEEPEST = 200;

  private final String text;
  private int place;

  LatentPointText(String text) {
    this.text = text.replaceAll("\\s+", "");
  }

  /** A share with at most four digits, so that the text stays short. */
  static String number(double share) {
    return BigDecimal.valueOf(share)
        .setScale(4, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  LatentPoint read() {
    LatentPoint point = point(0);
    if (place != text.length()) {
      throw refused();
    }
    return point;
  }

  private LatentPoint point(int depth) {
    if (depth > DEEPEST) {
      throw refused();
    }
    if (skip("lerp(")) {
      return between(LatentPoint.Between::new, Interpolation.LERP, depth);
    } else if (skip("slerp(")) {
      return between(LatentPoint.Between::new, Interpolation.SLERP, depth);
    } else if (skip("lerpw(")) {
      return between(BetweenInW::new, Interpolation.LERP, depth);
    } else if (skip("slerpw(")) {
      return between(BetweenInW::new, Interpolation.SLERP, depth);
    } else if (skip("plane(")) {
      return plane(InPlane::new, depth);
    } else if (skip("planew(")) {
      return plane(PlaneInW::new, depth);
    } else if (skip("vary(")) {
      LatentPoint base = point(depth + 1);
      expect(",");
      double strength = share();
      expect(",");
      long seed = whole();
      expect(")");
      return new LatentPoint.Varied(base, strength, seed);
    }
    if (skip("code(")) {
      return new LatentPoint.Given(numbers());
    } else if (skip("w(")) {
      return new CodeInW(numbers());
    }
    if (skip("sheet(")) {
      long seed = whole();
      expect(",");
      long index = whole();
      expect(")");
      return new LatentPoint.Sheet(seed, (int) Math.max(-1, Math.min(index, Integer.MAX_VALUE)));
    }
    return new LatentPoint.Seed(whole());
  }

  /** Makes a point between two others. */
  private interface Between {
    LatentPoint of(Interpolation way, LatentPoint a, LatentPoint b, double t);
  }

  /** Makes a point in the plane through three others. */
  private interface Plane {
    LatentPoint of(LatentPoint origin, LatentPoint a, LatentPoint b, double x, double y);
  }

  private LatentPoint plane(Plane plane, int depth) {
    LatentPoint origin = point(depth + 1);
    expect(",");
    LatentPoint a = point(depth + 1);
    expect(",");
    LatentPoint b = point(depth + 1);
    expect(",");
    double x = share();
    expect(",");
    double y = share();
    expect(")");
    return plane.of(origin, a, b, x, y);
  }

  private LatentPoint between(Between between, Interpolation way, int depth) {
    LatentPoint a = point(depth + 1);
    expect(",");
    LatentPoint b = point(depth + 1);
    expect(",");
    double t = share();
    expect(")");
    return between.of(way, a, b, t);
  }

  private List<Float> numbers() {
    List<Float> numbers = new ArrayList<>();
    do {
      try {
        numbers.add(Float.parseFloat(token()));
      } catch (NumberFormatException e) {
        throw refused();
      }
    } while (skip(","));
    expect(")");
    return numbers;
  }

  private double share() {
    try {
      return Double.parseDouble(token());
    } catch (NumberFormatException e) {
      throw refused();
    }
  }

  private long whole() {
    try {
      return Long.parseLong(token());
    } catch (NumberFormatException e) {
      throw refused();
    }
  }

  private String token() {
    int from = place;
    while (place < text.length() && "(),".indexOf(text.charAt(place)) < 0) {
      place++;
    }
    return text.substring(from, place);
  }

  private boolean skip(String word) {
    if (text.startsWith(word, place)) {
      place += word.length();
      return true;
    }
    return false;
  }

  private void expect(String mark) {
    if (!skip(mark)) {
      throw refused();
    }
  }

  private StudioException refused() {
    String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
    return new StudioException(
        "\""
            + shown
            + "\" is no latent code: write a whole number such as 42, or paste what was copied, such as slerp(42,7,0.3) or vary(42,0.25,9).");
  }
}

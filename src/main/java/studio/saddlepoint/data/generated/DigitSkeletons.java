package studio.saddlepoint.data.generated;

import java.util.ArrayList;
import java.util.List;
import studio.saddlepoint.data.Draws;

/**
 * The ten digits as people write them: the way of the pen in a box of 1 x 1, x to the right, y
 * down.
 *
 * <p>A variant is text: strokes apart by {@code ;}, points {@code x,y}. The pen runs smoothly
 * through the points (a Catmull-Rom spline) but for those marked {@code !}, where it turns sharply.
 */
final class DigitSkeletons {
  /** A point the pen passes. */
  record Point(double x, double y, boolean corner) {}

  /** One way to write a digit: strokes of points, and its usual width to height. */
  record Variant(double weight, double aspect, List<List<Point>> strokes) {}

  private static final List<List<Variant>> DIGITS =
      List.of(
          List.of(
              variant(
                  4,
                  0.72,
                  "0.58,0.01 0.24,0.1 0.03,0.48 0.17,0.88 0.48,1 0.82,0.86 0.98,0.48 0.84,0.1 0.5,0.02"),
              variant(
                  3,
                  0.62,
                  "0.7,0.06 0.38,0.03 0.08,0.3 0.04,0.7 0.3,0.98 0.68,0.93 0.94,0.62 0.92,0.22 0.62,0.01 0.36,0.05"),
              variant(
                  2,
                  0.85,
                  "0.42,0.04 0.1,0.28 0.06,0.7 0.4,1 0.8,0.88 0.98,0.5 0.82,0.12 0.5,0 0.34,0.08"),
              variant(
                  1,
                  0.7,
                  "0.62,0.14 0.4,0.02 0.08,0.3 0.06,0.74 0.4,1 0.84,0.84 0.96,0.42 0.78,0.08 0.52,0.06 0.4,0.16")),
          List.of(
              variant(6, 0.2, "0.5,0 0.52,0.33 0.48,0.66 0.5,1"),
              variant(2, 0.4, "0.02,0.24 0.36,0.12 0.72,0! 0.7,0.5 0.7,1"),
              variant(
                  1,
                  0.6,
                  "0.14,0.22 0.34,0.12 0.54,0! 0.54,0.5 0.54,1; 0.06,1 0.5,0.99 0.98,0.98")),
          List.of(
              variant(
                  4,
                  0.75,
                  "0.08,0.22 0.26,0.05 0.55,0 0.82,0.12 0.84,0.34 0.58,0.66 0.04,0.98! 0.5,0.96 0.99,0.94"),
              variant(
                  4,
                  0.82,
                  "0.1,0.2 0.32,0.03 0.64,0.02 0.8,0.22 0.7,0.5 0.42,0.8 0.16,0.96 0.03,0.88 0.14,0.76 0.4,0.84 0.7,0.97 1,0.9"),
              variant(
                  2,
                  0.72,
                  "0.04,0.12 0.4,0 0.78,0.08 0.86,0.3 0.62,0.6 0.1,0.94! 0.34,0.88 0.64,0.96 0.98,0.99")),
          List.of(
              variant(
                  4,
                  0.68,
                  "0.08,0.13 0.36,0.01 0.72,0.04 0.84,0.22 0.68,0.4 0.34,0.47! 0.74,0.52 0.95,0.72 0.8,0.93 0.44,1 0.04,0.9"),
              variant(
                  3,
                  0.7,
                  "0.1,0.1 0.44,0 0.78,0.09 0.8,0.28 0.56,0.43 0.34,0.46 0.4,0.49 0.7,0.53 0.94,0.72 0.76,0.95 0.38,1 0.02,0.86"),
              variant(
                  1,
                  0.66,
                  "0.08,0.03 0.46,0.03 0.86,0.02! 0.64,0.22 0.4,0.4! 0.8,0.48 0.96,0.7 0.78,0.94 0.38,1 0.04,0.89")),
          List.of(
              variant(
                  4,
                  0.76,
                  "0.14,0.03 0.1,0.28 0.04,0.55! 0.5,0.56 0.96,0.5; 0.82,0.04 0.78,0.5 0.74,1"),
              variant(
                  3,
                  0.76,
                  "0.12,0.04 0.07,0.34 0.2,0.52 0.5,0.52 0.86,0.42!; 0.9,0.02 0.85,0.4 0.78,1"),
              variant(
                  2, 0.8, "0.66,0 0.36,0.3 0.02,0.64! 0.5,0.65 1,0.6; 0.7,0.02 0.68,0.5 0.66,1")),
          List.of(
              variant(
                  3,
                  0.72,
                  "0.92,0.02 0.6,0.03 0.26,0.05! 0.22,0.22 0.16,0.43! 0.5,0.37 0.82,0.48 0.9,0.72 0.7,0.94 0.36,1 0.03,0.9"),
              variant(
                  3,
                  0.76,
                  "0.24,0.06 0.2,0.24 0.14,0.44! 0.46,0.38 0.78,0.5 0.84,0.74 0.62,0.96 0.3,1 0.04,0.92; 0.24,0.05 0.6,0.05 1,0"),
              variant(
                  2,
                  0.7,
                  "0.94,0.02 0.54,0.02 0.24,0.14 0.2,0.32 0.44,0.44 0.76,0.56 0.84,0.78 0.6,0.97 0.28,0.99 0.04,0.88")),
          List.of(
              variant(
                  4,
                  0.66,
                  "0.76,0.02 0.4,0.18 0.13,0.48 0.06,0.77 0.28,0.98 0.64,0.97 0.9,0.78 0.76,0.58 0.44,0.57 0.13,0.76"),
              variant(
                  3,
                  0.56,
                  "0.5,0 0.24,0.24 0.06,0.6 0.12,0.9 0.46,1 0.84,0.9 0.92,0.7 0.66,0.58 0.34,0.66 0.14,0.84"),
              variant(
                  1,
                  0.72,
                  "0.96,0.06 0.62,0.02 0.28,0.2 0.06,0.56 0.14,0.88 0.46,1 0.8,0.88 0.86,0.64 0.6,0.52 0.28,0.6 0.1,0.76")),
          List.of(
              variant(4, 0.7, "0.04,0.06 0.5,0.05 0.96,0.02! 0.68,0.44 0.4,1"),
              variant(
                  2,
                  0.72,
                  "0.04,0.07 0.5,0.05 0.94,0.03! 0.66,0.46 0.42,1; 0.26,0.52 0.56,0.5 0.88,0.47"),
              variant(2, 0.7, "0.06,0.24 0.1,0.07! 0.5,0.07 0.96,0.04! 0.74,0.4 0.52,1"),
              variant(2, 0.62, "0.02,0.12 0.4,0.02 0.8,0.03 0.92,0.2 0.72,0.56 0.5,1")),
          List.of(
              variant(
                  4,
                  0.66,
                  "0.84,0.12 0.52,0 0.17,0.1 0.17,0.31 0.5,0.48 0.85,0.69 0.82,0.92 0.48,1 0.13,0.9 0.14,0.68 0.5,0.48 0.82,0.3 0.86,0.1"),
              variant(
                  2,
                  0.62,
                  "0.5,0.45 0.16,0.33 0.16,0.1 0.5,0 0.84,0.1 0.84,0.33 0.5,0.45 0.1,0.62 0.1,0.9 0.5,1 0.9,0.9 0.9,0.62 0.5,0.45"),
              variant(
                  2,
                  0.7,
                  "0.94,0.06 0.56,0.02 0.2,0.12 0.22,0.34 0.54,0.5 0.78,0.72 0.7,0.94 0.36,1 0.1,0.84 0.26,0.62 0.6,0.42 0.88,0.2 0.9,0.04")),
          List.of(
              variant(
                  4,
                  0.64,
                  "0.86,0.16 0.58,0.01 0.22,0.08 0.06,0.3 0.26,0.48 0.6,0.43 0.88,0.14! 0.84,0.5 0.76,1"),
              variant(
                  3,
                  0.64,
                  "0.84,0.18 0.56,0.01 0.2,0.1 0.08,0.32 0.32,0.48 0.66,0.4 0.87,0.16! 0.88,0.5 0.7,0.88 0.4,1 0.1,0.92"),
              variant(
                  2,
                  0.6,
                  "0.8,0.28 0.62,0.44 0.28,0.48 0.08,0.28 0.28,0.06 0.64,0.02 0.86,0.16 0.82,0.5 0.6,1")));

  private DigitSkeletons() {}

  /** A way to write a digit, the usual ones more often. */
  static Variant draw(int digit, Draws draws) {
    List<Variant> variants = DIGITS.get(digit);
    double sum = variants.stream().mapToDouble(Variant::weight).sum();
    double at = draws.uniform() * sum;
    for (Variant variant : variants) {
      at -= variant.weight();
      if (at < 0) {
        return variant;
      }
    }
    return variants.get(variants.size() - 1);
  }

  private static Variant variant(double weight, double aspect, String text) {
    List<List<Point>> strokes = new ArrayList<>();
    for (String stroke : text.split(";")) {
      List<Point> points = new ArrayList<>();
      for (String point : stroke.trim().split(" ")) {
        boolean corner = point.endsWith("!");
        String[] numbers = (corner ? point.substring(0, point.length() - 1) : point).split(",");
        points.add(
            new Point(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]), corner));
      }
      strokes.add(List.copyOf(points));
    }
    return new Variant(weight, aspect, List.copyOf(strokes));
  }
}

package studio.saddlepoint.lab.plane;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Real points of the plane: round heaps of the same size around centres, the modes. All lie within
 * 1.5 of 0.
 *
 * @param centres of the modes; at least one
 * @param deviation of the points around their centre, on each axis
 */
public record PlaneData(List<Centre> centres, double deviation) {
  /**
   * The middle of a mode.
   *
   * @param x from left to right
   * @param y from the bottom to the top
   */
  public record Centre(double x, double y) {}

  /** A point farther than so many deviations from all centres is off the modes (VEEGAN). */
  private static final double NEAR = 3;

  private static final double GAUSSIANS_DEVIATION = 0.025;
  private static final double DEVIATION = 0.04;

  /** Copies the centres. */
  public PlaneData {
    centres = List.copyOf(centres);
    if (centres.isEmpty()) {
      throw new IllegalArgumentException("Points need at least one centre");
    }
  }

  /** Eight modes on a circle (Metz et al. 2017, section 3.1). */
  public static PlaneData ring() {
    return along(
        8, DEVIATION, t -> new Centre(Math.cos(2 * Math.PI * t), Math.sin(2 * Math.PI * t)));
  }

  /** Five times five modes (VEEGAN, Srivastava et al. 2017), as {@code bench} trains them. */
  public static PlaneData gaussians() {
    List<Centre> centres = new ArrayList<>();
    for (int row = -2; row <= 2; row++) {
      for (int column = -2; column <= 2; column++) {
        centres.add(new Centre(column / 2.0, row / 2.0));
      }
    }
    return new PlaneData(centres, GAUSSIANS_DEVIATION);
  }

  /** A spiral of a turn and a half, as 40 modes that touch. */
  public static PlaneData spiral() {
    return along(
        40,
        DEVIATION,
        t -> {
          double radius = 0.15 + 1.05 * t;
          double angle = 3 * Math.PI * Math.sqrt(t);
          return new Centre(radius * Math.cos(angle), radius * Math.sin(angle));
        });
  }

  /** Two half circles that reach into each other, as 40 modes that touch. */
  public static PlaneData moons() {
    List<Centre> centres = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      double angle = Math.PI * i / 19;
      centres.add(new Centre(0.8 * Math.cos(angle) - 0.4, 0.8 * Math.sin(angle) - 0.2));
      centres.add(new Centre(0.4 - 0.8 * Math.cos(angle), 0.2 - 0.8 * Math.sin(angle)));
    }
    return new PlaneData(centres, DEVIATION);
  }

  /** Points that a person has drawn. */
  public static PlaneData drawn(List<Centre> points) {
    return new PlaneData(points, DEVIATION);
  }

  private interface Curve {
    Centre at(double t);
  }

  private static PlaneData along(int count, double deviation, Curve curve) {
    List<Centre> centres = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      centres.add(curve.at((double) i / count));
    }
    return new PlaneData(centres, deviation);
  }

  /**
   * Draws points, each mode as often as any other.
   *
   * @return x and y of each in turn
   */
  public float[] sample(SplittableRandom random, int count) {
    float[] points = new float[2 * count];
    for (int i = 0; i < count; i++) {
      Centre centre = centres.get(random.nextInt(centres.size()));
      points[2 * i] = (float) (centre.x() + deviation * random.nextGaussian());
      points[2 * i + 1] = (float) (centre.y() + deviation * random.nextGaussian());
    }
    return points;
  }

  /**
   * What generated points have of the modes.
   *
   * @param modes that at least one point is within 3 deviations of
   * @param off share of the points that are within 3 deviations of none
   */
  public record Covered(int modes, double off) {}

  /** Counts what points have of the modes. */
  public Covered covered(float[] points) {
    boolean[] hit = new boolean[centres.size()];
    int off = 0;
    for (int i = 0; i < points.length; i += 2) {
      int nearest = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int k = 0; k < hit.length; k++) {
        double far = Math.hypot(points[i] - centres.get(k).x(), points[i + 1] - centres.get(k).y());
        if (far < least) {
          least = far;
          nearest = k;
        }
      }
      if (least <= NEAR * deviation) {
        hit[nearest] = true;
      } else {
        off++;
      }
    }
    int modes = 0;
    for (boolean each : hit) {
      modes += each ? 1 : 0;
    }
    return new Covered(modes, points.length == 0 ? 0 : 2.0 * off / points.length);
  }
}

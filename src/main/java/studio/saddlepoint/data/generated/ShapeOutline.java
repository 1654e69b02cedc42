package studio.saddlepoint.data.generated;

import java.util.List;

/**
 * The outlines of the embedded shapes as signed distances, negative inside (formulas after I.
 * Quilez, "2D distance functions", and half planes).
 */
enum ShapeOutline {
  CIRCLE("circle", 0) {
    @Override
    double distance(double x, double y, double r) {
      return Math.sqrt(x * x + y * y) - r;
    }
  },
  SQUARE("square", 90) {
    @Override
    double distance(double x, double y, double r) {
      return box(x, y, 0.84 * r, 0.84 * r);
    }
  },
  TRIANGLE("triangle", 120) {
    @Override
    double distance(double x, double y, double r) {
      double side = 0.8660254037844386 * Math.abs(x) - 0.5 * y;
      return Math.max(y, side) - 0.56 * r;
    }
  },
  STAR("star", 72) {
    @Override
    double distance(double x, double y, double r) {
      return star(x, y, 1.15 * r);
    }
  },
  CROSS("cross", 90) {
    @Override
    double distance(double x, double y, double r) {
      return Math.min(box(x, y, 1.02 * r, 0.34 * r), box(x, y, 0.34 * r, 1.02 * r));
    }
  },
  RING("ring", 0) {
    @Override
    double distance(double x, double y, double r) {
      return Math.abs(Math.sqrt(x * x + y * y) - 0.75 * r) - 0.25 * r;
    }
  };

  /** All, by label. */
  static final List<ShapeOutline> ALL = List.of(values());

  private final String title;
  private final double period;

  ShapeOutline(String title, double period) {
    this.title = title;
    this.period = period;
  }

  /** The shape's name for a person. */
  String title() {
    return title;
  }

  /** Degrees after which a turned shape looks the same; 0 where turning changes nothing. */
  double period() {
    return period;
  }

  /**
   * Distance to the outline.
   *
   * @param x place from the shape's middle, to the right
   * @param y place from the shape's middle, down
   * @param r the shape's radius
   */
  abstract double distance(double x, double y, double r);

  private static double box(double x, double y, double halfWidth, double halfHeight) {
    double dx = Math.abs(x) - halfWidth;
    double dy = Math.abs(y) - halfHeight;
    double outX = Math.max(dx, 0);
    double outY = Math.max(dy, 0);
    return Math.sqrt(outX * outX + outY * outY) + Math.min(Math.max(dx, dy), 0);
  }

  private static double star(double x, double y, double r) {
    double kx = 0.8090169943749475;
    double ky = -0.5877852522924731;
    double inner = 0.45;
    double px = Math.abs(x);
    double py = -y;
    double first = 2 * Math.max(kx * px + ky * py, 0);
    px -= first * kx;
    py -= first * ky;
    double second = 2 * Math.max(-kx * px + ky * py, 0);
    px += second * kx;
    py -= second * ky;
    px = Math.abs(px);
    py -= r;
    double bx = -inner * ky;
    double by = inner * kx - 1;
    double h = Math.min(r, Math.max(0, (px * bx + py * by) / (bx * bx + by * by)));
    double dx = px - bx * h;
    double dy = py - by * h;
    return Math.sqrt(dx * dx + dy * dy) * Math.signum(py * bx - px * by);
  }
}

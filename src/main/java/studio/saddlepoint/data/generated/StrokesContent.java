package studio.saddlepoint.data.generated;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.saddlepoint.data.DataKind;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.Draws;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.SizeCount;
import studio.saddlepoint.data.generated.DigitSkeletons.Point;
import studio.saddlepoint.data.generated.DigitSkeletons.Variant;
import studio.saddlepoint.data.pack.PackContent;

/**
 * The embedded digits: pen strokes whose control points, slant, proportions, width and place vary,
 * white on black, 28x28 within a black border of 2 (all of it doubled at size 64, and so on; at
 * size 28 without the border).
 */
public final class StrokesContent implements PackContent {
  /** Changes with every change of what is drawn. */
  public static final String VERSION = "v1";

  static final int TRAIN = 60_000;
  static final int TEST = 10_000;

  private static final long SEED = 0x5354524F4B4553L;
  private static final int CLASSES = 10;

  /** Side of the image in pen units; the border of 2 included. */
  private static final double CANVAS = 32;

  /** Width of the border in pen units. */
  private static final int BORDER = 2;

  /** The size at which an image is the canvas without its border. */
  private static final int WITHOUT_BORDER = 28;

  /** How far strokes keep from the edge of the canvas, in pen units. */
  private static final double MARGIN = 4;

  private final int size;

  /**
   * The digits at a size.
   *
   * @param size width and height in pixels: 28, or 32 or more
   */
  public StrokesContent(int size) {
    this.size = size;
  }

  @Override
  public DataKind kind() {
    return DataKind.GENERATED;
  }

  @Override
  public String name() {
    return "Strokes";
  }

  @Override
  public ImageShape shape() {
    return new ImageShape(1, size, size);
  }

  @Override
  public int count() {
    return TRAIN + TEST;
  }

  @Override
  public int trainCount() {
    return TRAIN;
  }

  @Override
  public boolean ownSplits() {
    return true;
  }

  @Override
  public List<String> classNames() {
    return IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList();
  }

  @Override
  public int label(int index) {
    return index % CLASSES;
  }

  @Override
  public List<SizeCount> originalSizes() {
    return List.of(new SizeCount(28, 28, count()));
  }

  @Override
  public Optional<DataProblem> draw(int index, byte[] target, int offset) {
    if (size == WITHOUT_BORDER) {
      byte[] bordered = new byte[(int) (CANVAS * CANVAS)];
      Optional<DataProblem> problem = new StrokesContent((int) CANVAS).draw(index, bordered, 0);
      for (int row = 0; row < size; row++) {
        int from = (row + BORDER) * (int) CANVAS + BORDER;
        System.arraycopy(bordered, from, target, offset + row * size, size);
      }
      return problem;
    }
    Draws draws = Draws.of(SEED, index);
    Variant variant = DigitSkeletons.draw(label(index), draws);
    Placed placed = place(variant, draws);
    double scale = size / CANVAS;
    double softness = Math.max(1.2, draws.uniform(1.1, 1.7) * scale * 0.8);
    Pen pen = new Pen(size, softness);
    double radius = penRadius(draws);
    double pressure = draws.uniform(0, 0.22);
    for (double[][] stroke : placed.strokes) {
      drawStroke(pen, stroke, radius, pressure, scale, draws);
    }
    double ink = draws.uniform(0.9, 1) * 255;
    int border = (int) (BORDER * scale);
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        boolean outside = Math.min(row, column) < border || Math.max(row, column) >= size - border;
        double value = outside ? 0 : Math.min(255, pen.coverage(column, row) * ink * 1.05);
        target[offset + row * size + column] = (byte) (int) (value + 0.5);
      }
    }
    return Optional.empty();
  }

  /** Half the pen's width in pen units: mostly 1 to 1.5, seldom a fine or a broad pen. */
  private static double penRadius(Draws draws) {
    return Math.min(2.1, Math.max(0.65, 1.2 + 0.3 * draws.normal()));
  }

  private static void drawStroke(
      Pen pen, double[][] stroke, double radius, double pressure, double scale, Draws draws) {
    int points = stroke.length;
    double[] x = new double[points];
    double[] y = new double[points];
    double[] width = new double[points];
    boolean[] corner = new boolean[points];
    for (int i = 0; i < points; i++) {
      x[i] = stroke[i][0] * scale;
      y[i] = stroke[i][1] * scale;
      corner[i] = stroke[i][2] > 0;
      width[i] = radius * scale * (1 + pressure * draws.normal());
    }
    pen.curve(x, y, corner, width);
  }

  /** Strokes of {x, y, corner} in pen units. */
  private record Placed(double[][][] strokes) {}

  private static Placed place(Variant variant, Draws draws) {
    double height = Math.min(22, Math.max(14.5, 19 + 1.5 * draws.normal()));
    double width = height * variant.aspect() * Math.max(0.74, 1 + 0.16 * draws.normal());
    double slant = Math.min(0.5, Math.max(-0.22, 0.14 + 0.18 * draws.normal()));
    double angle = 0.09 * draws.normal();
    double sin = StrictMath.sin(angle);
    double cos = StrictMath.cos(angle);
    double jitter = draws.uniform(0.012, 0.04);
    Warp warp = Warp.draw(draws);
    double[][][] strokes = new double[variant.strokes().size()][][];
    for (int s = 0; s < strokes.length; s++) {
      List<Point> points = variant.strokes().get(s);
      strokes[s] = new double[points.size()][];
      for (int i = 0; i < points.size(); i++) {
        Point point = points.get(i);
        double u = point.x() + jitter * draws.normal() + warp.x(point.x(), point.y());
        double v = point.y() + jitter * draws.normal() + warp.y(point.x(), point.y());
        double x = (u - 0.5) * width - (v - 0.5) * height * slant;
        double y = (v - 0.5) * height;
        strokes[s][i] = new double[] {x * cos - y * sin, x * sin + y * cos, point.corner() ? 1 : 0};
      }
    }
    centre(strokes, draws.normal(), draws.normal());
    return new Placed(strokes);
  }

  /** Moves the box around the strokes near the middle, and shrinks what would stick out. */
  private static void centre(double[][][] strokes, double shiftX, double shiftY) {
    double[] x = range(strokes, 0);
    double[] y = range(strokes, 1);
    double room = CANVAS - 2 * (MARGIN + 0.5);
    double side = Math.max(x[1] - x[0], y[1] - y[0]);
    double shrink = Math.min(1, room / side);
    double freeX = (room - shrink * (x[1] - x[0])) / 2;
    double freeY = (room - shrink * (y[1] - y[0])) / 2;
    double moveX = CANVAS / 2 + Math.max(-freeX, Math.min(freeX, shiftX));
    double moveY = CANVAS / 2 + Math.max(-freeY, Math.min(freeY, shiftY));
    for (double[][] stroke : strokes) {
      for (double[] point : stroke) {
        point[0] = (point[0] - (x[0] + x[1]) / 2) * shrink + moveX;
        point[1] = (point[1] - (y[0] + y[1]) / 2) * shrink + moveY;
      }
    }
  }

  private static double[] range(double[][][] strokes, int axis) {
    double low = Double.MAX_VALUE;
    double high = -Double.MAX_VALUE;
    for (double[][] stroke : strokes) {
      for (double[] point : stroke) {
        low = Math.min(low, point[axis]);
        high = Math.max(high, point[axis]);
      }
    }
    return new double[] {low, high};
  }

  /** A smooth bend of the whole box: one slow wave along each axis. */
  private record Warp(double[] amplitude, double[] frequency, double[] phase) {
    static Warp draw(Draws draws) {
      double[] amplitude = new double[4];
      double[] frequency = new double[4];
      double[] phase = new double[4];
      for (int i = 0; i < 4; i++) {
        amplitude[i] = 0.035 * draws.normal();
        frequency[i] = draws.uniform(2, 5);
        phase[i] = draws.uniform(0, 2 * Math.PI);
      }
      return new Warp(amplitude, frequency, phase);
    }

    double x(double x, double y) {
      return wave(0, y) + wave(1, x);
    }

    double y(double x, double y) {
      return wave(2, x) + wave(3, y);
    }

    private double wave(int i, double at) {
      return amplitude[i] * StrictMath.sin(frequency[i] * at + phase[i]);
    }
  }
}

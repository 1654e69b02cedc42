package studio.saddlepoint.data.generated;

import java.util.List;
import java.util.Optional;
import studio.saddlepoint.data.DataKind;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.Draws;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.SizeCount;
import studio.saddlepoint.data.pack.PackContent;

/** The embedded colour images: one shape of known factors before a soft background. */
public final class ShapesContent implements PackContent {
  /** Changes with every change of what is drawn. */
  public static final String VERSION = "v1";

  static final int TRAIN = 20_000;
  static final int TEST = 4_000;

  static final List<String> FACTOR_NAMES =
      List.of("shape", "hue", "size", "rotation", "x", "y", "background hue");

  static final List<String> MEASURE_NAMES =
      List.of(
          "size",
          "x",
          "y",
          "hue cosine",
          "hue sine",
          "rotation cosine",
          "rotation sine",
          "background cosine",
          "background sine");

  private static final long SEED = 0x534841504553L;
  private static final int FACTORS = 1;
  private static final int BACKGROUND = 2;

  private final int size;

  /**
   * The shapes at a size.
   *
   * @param size width and height in pixels
   */
  public ShapesContent(int size) {
    this.size = size;
  }

  /**
   * What an image is made from, in the order of {@link #FACTOR_NAMES}: the label; hue, 0 to 1;
   * radius as a share of the image's width; degrees, 0 to the shape's symmetry; the middle's place,
   * 0 to 1, from the left and from the top; the background's hue, 0 to 1.
   */
  static double[] factors(int index) {
    Draws draws = Draws.of(SEED, FACTORS, index);
    int shape = index % ShapeOutline.ALL.size();
    double hue = draws.uniform();
    double radius = draws.uniform(0.15, 0.34);
    double rotation = draws.uniform() * ShapeOutline.ALL.get(shape).period();
    double room = 0.48 - 1.12 * radius;
    double x = 0.5 + draws.uniform(-room, room);
    double y = 0.5 + draws.uniform(-room, room);
    return new double[] {shape, hue, radius, rotation, x, y, draws.uniform()};
  }

  /**
   * What there is to measure, in the order of {@link #MEASURE_NAMES}. A shape that looks the same
   * however it is turned has no rotation: both numbers are 0.
   */
  static double[] measures(int index) {
    double[] factors = factors(index);
    double period = ShapeOutline.ALL.get((int) factors[0]).period();
    double turn = period > 0 ? factors[3] / period : 0;
    double turned = period > 0 ? 1 : 0;
    return new double[] {
      factors[2],
      factors[4],
      factors[5],
      cosine(factors[1]),
      sine(factors[1]),
      turned * cosine(turn),
      turned * sine(turn),
      cosine(factors[6]),
      sine(factors[6])
    };
  }

  private static double cosine(double turns) {
    return StrictMath.cos(2 * Math.PI * turns);
  }

  private static double sine(double turns) {
    return StrictMath.sin(2 * Math.PI * turns);
  }

  @Override
  public DataKind kind() {
    return DataKind.GENERATED;
  }

  @Override
  public String name() {
    return "Shapes";
  }

  @Override
  public ImageShape shape() {
    return new ImageShape(3, size, size);
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
    return ShapeOutline.ALL.stream().map(ShapeOutline::title).toList();
  }

  @Override
  public int label(int index) {
    return index % ShapeOutline.ALL.size();
  }

  @Override
  public List<SizeCount> originalSizes() {
    return List.of(new SizeCount(size, size, count()));
  }

  @Override
  public Optional<DataProblem> draw(int index, byte[] target, int offset) {
    double[] factors = factors(index);
    ShapeOutline outline = ShapeOutline.ALL.get((int) factors[0]);
    Draws draws = Draws.of(SEED, BACKGROUND, index);
    double[] ink = rgb(factors[1], draws.uniform(0.65, 1), draws.uniform(0.8, 1));
    double hue = factors[6];
    double[] near = rgb(hue, draws.uniform(0.1, 0.5), draws.uniform(0.1, 0.45));
    double[] far = rgb(hue + 0.12, draws.uniform(0.1, 0.5), draws.uniform(0.1, 0.45));
    double angle = draws.uniform(0, 2 * Math.PI);
    double slopeX = StrictMath.cos(angle);
    double slopeY = StrictMath.sin(angle);
    double turn = StrictMath.toRadians(factors[3]);
    double cos = StrictMath.cos(turn);
    double sin = StrictMath.sin(turn);
    double radius = factors[2];
    int plane = size * size;
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        double u = (column + 0.5) / size;
        double v = (row + 0.5) / size;
        double dx = u - factors[4];
        double dy = v - factors[5];
        double x = dx * cos + dy * sin;
        double y = dy * cos - dx * sin;
        double edge = 0.5 - outline.distance(x, y, radius) * size / 1.25;
        double cover = Math.min(1, Math.max(0, edge));
        double slope = 0.5 + 0.7 * ((u - 0.5) * slopeX + (v - 0.5) * slopeY);
        double blend = slope * slope * (3 - 2 * slope);
        double shade = 1 - 0.22 * Math.min(1, Math.max(0, 0.5 + 0.5 * dy / radius));
        int at = offset + row * size + column;
        for (int c = 0; c < 3; c++) {
          double ground = near[c] + (far[c] - near[c]) * blend;
          double value = ground + (ink[c] * shade - ground) * cover;
          target[at + c * plane] = (byte) (int) (value * 255 + 0.5);
        }
      }
    }
    return Optional.empty();
  }

  /** Red, green and blue, 0 to 1, of hue (in turns), saturation and value (A. R. Smith 1978). */
  private static double[] rgb(double hue, double saturation, double value) {
    double[] color = new double[3];
    for (int c = 0; c < 3; c++) {
      double k = (5 - 2 * c + hue * 6) % 6;
      double less = Math.max(0, Math.min(1, Math.min(k, 4 - k)));
      color[c] = value * (1 - saturation * less);
    }
    return color;
  }
}

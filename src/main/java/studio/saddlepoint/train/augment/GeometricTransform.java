package studio.saddlepoint.train.augment;

import studio.saddlepoint.recipe.method.AugmentSettings;

/**
 * The geometric change of one picture, made in the order of the components (ADA, Karras et al.
 * 2020, appendix B: pixel blitting, then general geometric transformations). Lengths are in pixels,
 * angles in radians; x goes right, y goes down, and a positive angle turns x to y.
 *
 * @param flip whether left and right are exchanged
 * @param quarterTurns turns by 90 degrees, 0 to 3
 * @param shiftX whole pixels to the right
 * @param shiftY whole pixels down
 * @param scale factor of the size, in both directions
 * @param rotationBefore angle of the rotation before the anisotropic scaling
 * @param anisotropy factor of the width, and one over that of the height
 * @param rotationAfter angle of the rotation after the anisotropic scaling
 * @param moveX pixels to the right, with fractions
 * @param moveY pixels down, with fractions
 */
public record GeometricTransform(
    boolean flip,
    int quarterTurns,
    int shiftX,
    int shiftY,
    double scale,
    double rotationBefore,
    double anisotropy,
    double rotationAfter,
    double moveX,
    double moveY) {
  /** No change. */
  public static final GeometricTransform NONE =
      new GeometricTransform(false, 0, 0, 0, 1, 0, 1, 0, 0, 0);

  /** Most of an integer translation, over the size. */
  private static final double SHIFT = 0.125;

  /** Deviation of the fractional translation, over the size. */
  private static final double MOVE = 0.125;

  /** Deviation of log2 of both scalings. */
  private static final double SCALE = 0.2;

  private static final double[] IDENTITY = {1, 0, 0, 0, 1, 0};

  /**
   * Draws the change of one picture: each step of it with the probability, by the paper's
   * distributions. A rotation has two chances of 1 - sqrt(1 - p), so that a picture is rotated with
   * probability p.
   *
   * @param settings which groups there are
   * @param chances the probability and the numbers
   * @param height of the picture in pixels
   * @param width of the picture in pixels
   */
  static GeometricTransform draw(AugmentSettings settings, Chances chances, int height, int width) {
    GeometricTransform made = settings.pixelBlitting() ? blit(chances, height, width) : NONE;
    return settings.geometry() ? made.withGeometry(chances, height, width) : made;
  }

  private static GeometricTransform blit(Chances chances, int height, int width) {
    boolean flip = chances.whole(2) == 1;
    int turns = chances.whole(4);
    boolean shifted = chances.getAsBoolean();
    int right = shifted ? (int) Math.rint(chances.uniformAlways(SHIFT) * width) : 0;
    int down = shifted ? (int) Math.rint(chances.uniformAlways(SHIFT) * height) : 0;
    return new GeometricTransform(flip, turns, right, down, 1, 0, 1, 0, 0, 0);
  }

  private GeometricTransform withGeometry(Chances chances, int height, int width) {
    Chances turning =
        chances.at(1 - Math.sqrt(1 - Math.min(1, Math.max(0, chances.probability()))));
    double scaled = chances.logNormal(SCALE);
    double before = turning.uniform(Math.PI);
    double stretched = chances.logNormal(SCALE);
    double after = turning.uniform(Math.PI);
    boolean moved = chances.getAsBoolean();
    double right = moved ? MOVE * width * chances.random().nextNormal() : 0;
    double down = moved ? MOVE * height * chances.random().nextNormal() : 0;
    return new GeometricTransform(
        flip, quarterTurns, shiftX, shiftY, scaled, before, stretched, after, right, down);
  }

  /**
   * Where the changed picture takes its pixels from: the inverse of the change as a matrix.
   *
   * @return a, b, c, d, e, f: the pixel at (x, y) of the changed picture is that at (a x + b y + c,
   *     d x + e y + f) of the picture, both measured from the middle
   */
  public double[] inverse() {
    double[] matrix = IDENTITY;
    if (flip) {
      matrix = times(matrix, -1, 0, 0, 0, 1, 0);
    }
    double[] quarter = {1, 0, -1, 0}; // the cosine of quarter turns, without rounding
    double cosine = quarter[Math.floorMod(quarterTurns, 4)];
    double sine = quarter[Math.floorMod(quarterTurns - 1, 4)];
    matrix = times(matrix, cosine, sine, 0, -sine, cosine, 0);
    matrix = times(matrix, 1, 0, -shiftX, 0, 1, -shiftY);
    matrix = times(matrix, 1 / scale, 0, 0, 0, 1 / scale, 0);
    matrix = rotated(matrix, rotationBefore);
    matrix = times(matrix, 1 / anisotropy, 0, 0, 0, anisotropy, 0);
    matrix = rotated(matrix, rotationAfter);
    return times(matrix, 1, 0, -moveX, 0, 1, -moveY);
  }

  private static double[] rotated(double[] matrix, double angle) {
    double cosine = Math.cos(angle);
    double sine = Math.sin(angle);
    return times(matrix, cosine, sine, 0, -sine, cosine, 0);
  }

  /** The product of two maps; the one on the right comes first. */
  private static double[] times(double[] left, double... right) {
    return new double[] {
      left[0] * right[0] + left[1] * right[3],
      left[0] * right[1] + left[1] * right[4],
      left[0] * right[2] + left[1] * right[5] + left[2],
      left[3] * right[0] + left[4] * right[3],
      left[3] * right[1] + left[4] * right[4],
      left[3] * right[2] + left[4] * right[5] + left[5]
    };
  }
}

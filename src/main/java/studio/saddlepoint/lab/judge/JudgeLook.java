package studio.saddlepoint.lab.judge;

import java.util.List;
import studio.saddlepoint.core.Picture;

/**
 * A checkpoint over the plane. Points are x and y in turn, of a {@link PicturePlane}; arrays are
 * not changed by anybody.
 *
 * @param step of the checkpoint
 * @param heat what its discriminator says of the picture at each place of a square from -{@link
 *     #REACH} to {@link #REACH}, (side, side), from the bottom left on, row by row
 * @param side of the square of {@code heat}
 * @param probability whether it says how probably a picture is real, 0 to 1; a score without bounds
 *     otherwise
 * @param real real pictures
 * @param fake what the generator makes of the same codes at each checkpoint
 * @param pictures the first of those
 * @param ofReal mean of what the discriminator says of real pictures
 * @param ofFake mean of what it says of generated ones
 */
public record JudgeLook(
    long step,
    float[] heat,
    int side,
    boolean probability,
    float[] real,
    float[] fake,
    List<Picture> pictures,
    double ofReal,
    double ofFake) {
  /** Where the square ends that is looked at, in deviations. */
  public static final double REACH = 3;

  /** How far the generated points have gone since an earlier look, on average. */
  public double wandered(JudgeLook from) {
    double sum = 0;
    for (int i = 0; i < fake.length; i += 2) {
      sum += Math.hypot(fake[i] - from.fake[i], fake[i + 1] - from.fake[i + 1]);
    }
    return 2 * sum / fake.length;
  }

  /** How far the middles of real and generated points are apart. */
  public double apart() {
    return Math.hypot(mean(fake, 0) - mean(real, 0), mean(fake, 1) - mean(real, 1));
  }

  private static double mean(float[] points, int axis) {
    double sum = 0;
    for (int i = axis; i < points.length; i += 2) {
      sum += points[i];
    }
    return 2 * sum / points.length;
  }
}

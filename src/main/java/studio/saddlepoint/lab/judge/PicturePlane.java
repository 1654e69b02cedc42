package studio.saddlepoint.lab.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.lab.plane.PlaneData.Centre;
import studio.saddlepoint.latent.direction.PrincipalDirections;

/**
 * The plane of the first two principal components of real pictures. Its points are x and y in
 * deviations of the data along each component, so that most of the data lies within 2 of 0, the
 * mean picture.
 *
 * @param shape of the pictures
 * @param components the mean picture and the first two components, of pixels in -1..1
 */
public record PicturePlane(ImageShape shape, PrincipalDirections components) {
  /** Pictures that the components are found from, at most. */
  private static final int PICTURES = 600;

  /** A deviation of the data, and where its farthest pictures are, among points of the lab. */
  private static final double UNIT = 0.5;

  private static final double EDGE = 1.5;

  /**
   * The plane of a data set.
   *
   * @param data at least three pictures
   */
  public static PicturePlane of(DataSet data) {
    float[] pixels = signed(data, spread(data, PICTURES));
    int size = data.shape().pixels();
    float[][] rows = new float[pixels.length / size][];
    Arrays.setAll(rows, i -> Arrays.copyOfRange(pixels, i * size, (i + 1) * size));
    return new PicturePlane(data.shape(), PrincipalDirections.of(rows, 2));
  }

  /**
   * Pictures of a data set as points for {@code lab.plane}: half a unit is a deviation, and what
   * lies beyond three deviations is at the edge.
   *
   * @param most how many pictures, at most
   */
  public static List<Centre> centres(DataSet data, int most) {
    float[] points = of(data).points(signed(data, spread(data, most)));
    List<Centre> centres = new ArrayList<>();
    for (int i = 0; i < points.length; i += 2) {
      centres.add(new Centre(centre(points[i]), centre(points[i + 1])));
    }
    return centres;
  }

  private static double centre(float deviations) {
    return Math.max(-EDGE, Math.min(EDGE, UNIT * deviations));
  }

  /** Indices of pictures, evenly over a data set. */
  static int[] spread(DataSet data, int most) {
    int[] images = new int[Math.min(most, data.size())];
    Arrays.setAll(images, i -> (int) ((long) i * data.size() / images.length));
    return images;
  }

  /** Pictures (N, C, H, W) in -1..1. */
  static float[] signed(DataSet data, int[] images) {
    byte[] bytes = data.read(images);
    float[] pixels = new float[bytes.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (bytes[i] & 0xff) / 127.5f - 1;
    }
    return pixels;
  }

  /**
   * The pictures at points: the mean, and so much of each component. What would be darker than
   * black or brighter than white is black or white.
   *
   * @param points x and y of each in turn
   * @return (N, C, H, W) in -1..1
   */
  public float[] pictures(float[] points) {
    int size = shape.pixels();
    float[] pixels = new float[points.length / 2 * size];
    for (int n = 0; n < points.length / 2; n++) {
      for (int i = 0; i < size; i++) {
        double value =
            components.mean()[i]
                + points[2 * n] * components.deviations()[0] * components.components()[0][i]
                + points[2 * n + 1] * components.deviations()[1] * components.components()[1][i];
        pixels[n * size + i] = (float) Math.max(-1, Math.min(1, value));
      }
    }
    return pixels;
  }

  /**
   * The points below pictures: where they lie seen along all other components.
   *
   * @param pixels (N, C, H, W) in -1..1
   * @return x and y of each in turn
   */
  public float[] points(float[] pixels) {
    int size = shape.pixels();
    float[] points = new float[2 * pixels.length / size];
    for (int n = 0; n < points.length / 2; n++) {
      for (int k = 0; k < 2; k++) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
          sum += components.components()[k][i] * (pixels[n * size + i] - components.mean()[i]);
        }
        points[2 * n + k] = (float) (sum / Math.max(1e-12, components.deviations()[k]));
      }
    }
    return points;
  }
}

package studio.saddlepoint.train.augment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import studio.saddlepoint.torch.ArrayScopes;

/**
 * The change of one picture's colours, made in the order of the components (ADA, Karras et al.
 * 2020, appendix B: color transformations). Pixels go from -1 for black to 1 for white.
 *
 * @param brightness what is added to all channels
 * @param contrast factor of all channels
 * @param lumaFlip whether light and dark are exchanged and the hue stays
 * @param hue angle in radians by which colours are turned around the grey axis
 * @param saturation factor of the distance from the grey axis
 */
public record ColourTransform(
    double brightness, double contrast, boolean lumaFlip, double hue, double saturation) {
  /** No change. */
  public static final ColourTransform NONE = new ColourTransform(0, 1, false, 0, 1);

  private static final double BRIGHTNESS = 0.2;
  private static final double CONTRAST = 0.5;
  private static final double SATURATION = 1;
  private static final int SIDE = 4;

  /**
   * Draws the change of one picture, each step of it with the probability, by the paper's
   * distributions. Grey pictures have neither hue nor saturation.
   */
  static ColourTransform draw(Chances chances, boolean grey) {
    double brightness = chances.normal(BRIGHTNESS);
    double contrast = chances.logNormal(CONTRAST);
    boolean lumaFlip = chances.whole(2) == 1;
    double hue = grey ? 0 : chances.uniform(Math.PI);
    double saturation = grey ? 1 : chances.logNormal(SATURATION);
    return new ColourTransform(brightness, contrast, lumaFlip, hue, saturation);
  }

  /** The change as a matrix on homogeneous colours (r, g, b, 1), row by row (4, 4). */
  public double[] matrix() {
    double[] matrix = {1, 0, 0, brightness, 0, 1, 0, brightness, 0, 0, 1, brightness, 0, 0, 0, 1};
    matrix = times(linear(contrast, 0, 0), matrix);
    if (lumaFlip) {
      matrix = times(linear(1, -2.0 / 3, 0), matrix); // I - 2 v v^T, v the grey axis
    }
    double cosine = Math.cos(hue);
    matrix = times(linear(cosine, (1 - cosine) / 3, Math.sin(hue) / Math.sqrt(3)), matrix);
    return times(linear(saturation, (1 - saturation) / 3, 0), matrix);
  }

  /**
   * A map of colours that treats the three channels alike: {@code own} of the channel itself,
   * {@code all} of the sum of all channels, {@code cross} of the cross product with (1, 1, 1).
   */
  private static double[] linear(double own, double all, double cross) {
    double[] matrix = new double[SIDE * SIDE];
    for (int i = 0; i < 3; i++) {
      matrix[i * SIDE + i] = own + all;
      matrix[i * SIDE + (i + 2) % 3] = all + cross;
      matrix[i * SIDE + (i + 1) % 3] = all - cross;
    }
    matrix[SIDE * SIDE - 1] = 1;
    return matrix;
  }

  private static double[] times(double[] left, double[] right) {
    double[] product = new double[SIDE * SIDE];
    for (int i = 0; i < SIDE; i++) {
      for (int j = 0; j < SIDE; j++) {
        for (int k = 0; k < SIDE; k++) {
          product[i * SIDE + j] += left[i * SIDE + k] * right[k * SIDE + j];
        }
      }
    }
    return product;
  }

  /**
   * Changes the colours of every picture by a matrix of its own: y = M (x, 1). A grey picture has
   * the mean of the first three rows of M.
   *
   * @param x (N, C, H, W), C being 1 or 3
   * @param matrices N matrices as {@link #matrix} gives them
   * @return (N, C, H, W); gradients of any order go to x
   * @throws IllegalArgumentException if the pictures have neither 1 nor 3 channels
   */
  public static NDArray apply(NDArray x, List<double[]> matrices) {
    int n = matrices.size();
    int channels = Math.toIntExact(x.getShape().get(1));
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException(
          "Colours are changed of pictures with 1 or 3 channels, not " + channels);
    }
    float[] factors = new float[n * channels * channels];
    float[] sums = new float[n * channels];
    for (int i = 0; i < n; i++) {
      double[] matrix = matrices.get(i);
      for (int row = 0; row < channels; row++) {
        sums[i * channels + row] =
            (float) (channels == 1 ? meanOfRows(matrix, 3) : at(matrix, row, 3));
        for (int column = 0; column < channels; column++) {
          factors[(i * channels + row) * channels + column] =
              (float) (channels == 1 ? greyFactor(matrix) : at(matrix, row, column));
        }
      }
    }
    NDArray factor = ArrayScopes.of(x.getManager(), factors, new Shape(n, channels, channels));
    NDArray sum = ArrayScopes.of(x.getManager(), sums, new Shape(n, channels, 1));
    NDArray product = factor.toType(x.getDataType(), false).matMul(x.reshape(n, channels, -1));
    return product.add(sum.toType(x.getDataType(), false)).reshape(x.getShape());
  }

  private static double at(double[] matrix, int row, int column) {
    return matrix[row * SIDE + column];
  }

  private static double greyFactor(double[] matrix) {
    return meanOfRows(matrix, 0) + meanOfRows(matrix, 1) + meanOfRows(matrix, 2);
  }

  private static double meanOfRows(double[] matrix, int column) {
    return (at(matrix, 0, column) + at(matrix, 1, column) + at(matrix, 2, column)) / 3;
  }
}

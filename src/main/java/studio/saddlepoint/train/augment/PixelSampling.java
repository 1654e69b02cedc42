package studio.saddlepoint.train.augment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.LayerOps;

/**
 * Pictures taken anew from other pictures by affine maps: bilinear interpolation, and reflection at
 * the middles of the outermost pixels.
 *
 * <p>ADA's authors sample an enlarged picture and filter it by a wavelet before and after (Karras
 * et al. 2020, appendix B); the decision "ADA's pictures are sampled without the wavelet" says why
 * that is left out.
 */
public final class PixelSampling {
  private final int height;
  private final int width;
  private final long[] index;
  private final float[] fractions;

  private PixelSampling(int pictures, int height, int width, boolean whole) {
    this.height = height;
    this.width = width;
    index = new long[pictures * height * width];
    fractions = new float[whole ? 0 : 2 * index.length];
  }

  /**
   * Samples every picture by a map of its own. Maps between whole pixels copy them exactly.
   *
   * @param x (N, C, H, W)
   * @param inverses N maps from pixels of the outcome to those of x, as {@link
   *     GeometricTransform#inverse} gives them
   * @return (N, C, H, W); gradients of any order go to x
   * @throws IllegalArgumentException if there is not one map for each picture
   */
  public static NDArray of(NDArray x, List<double[]> inverses) {
    int pictures = Math.toIntExact(x.getShape().get(0));
    if (inverses.size() != pictures) {
      throw new IllegalArgumentException(inverses.size() + " maps for " + pictures + " pictures");
    }
    int height = Math.toIntExact(x.getShape().get(2));
    int width = Math.toIntExact(x.getShape().get(3));
    boolean whole = inverses.stream().allMatch(each -> isWhole(each, height, width));
    PixelSampling sampling = new PixelSampling(pictures, height, width, whole);
    for (int n = 0; n < pictures; n++) {
      sampling.fill(n, inverses.get(n));
    }
    return sampling.apply(x, pictures);
  }

  /** Whether the map goes from whole pixels to whole pixels. */
  private static boolean isWhole(double[] map, int height, int width) {
    double middleX = (width - 1) / 2.0;
    double middleY = (height - 1) / 2.0;
    double firstX = map[2] + middleX - map[0] * middleX - map[1] * middleY;
    double firstY = map[5] + middleY - map[3] * middleX - map[4] * middleY;
    for (double each : new double[] {map[0], map[1], map[3], map[4], firstX, firstY}) {
      if (each != Math.rint(each)) {
        return false;
      }
    }
    return true;
  }

  private void fill(int n, double[] map) {
    int at = n * height * width;
    for (int row = 0; row < height; row++) {
      double v = row - (height - 1) / 2.0;
      double startX = map[1] * v + map[2] + (width - 1) / 2.0;
      double startY = map[4] * v + map[5] + (height - 1) / 2.0;
      for (int column = 0; column < width; column++) {
        double u = column - (width - 1) / 2.0;
        double x = reflected(map[0] * u + startX, width - 1);
        double y = reflected(map[3] * u + startY, height - 1);
        int left = (int) x;
        int top = (int) y;
        index[at] = top * width + left;
        if (fractions.length > 0) {
          int to = at + n * height * width; // two rows of fractions for one of the index
          fractions[to] = (float) (x - left);
          fractions[to + height * width] = (float) (y - top);
        }
        at++;
      }
    }
  }

  /** A place along an axis, brought back between its first and its last pixel. */
  private static double reflected(double at, int last) {
    if (at >= 0 && at <= last) {
      return at;
    }
    if (last == 0) {
      return 0;
    }
    double inPeriod = at - 2 * last * Math.floor(at / (2 * last));
    return Math.max(0, inPeriod > last ? 2 * last - inPeriod : inPeriod);
  }

  private NDArray apply(NDArray x, int pictures) {
    NDArray from = ArrayScopes.of(x.getManager(), index).reshape(pictures, -1);
    long pixels = fractions.length / 2 / pictures;
    NDArray shares = ArrayScopes.of(x.getManager(), fractions, new Shape(pictures, 2, pixels));
    return LayerOps.samplePixels(x, from, shares.toType(x.getDataType(), false));
  }
}

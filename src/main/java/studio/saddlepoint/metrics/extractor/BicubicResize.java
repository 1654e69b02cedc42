package studio.saddlepoint.metrics.extractor;

/**
 * Cubic resizing that filters before it makes smaller, on floats, as the Python Imaging Library
 * does and clean-fid measures with (Parmar et al. 2022, "On Aliased Resizing"): cubic convolution
 * with a = -1/2 (Keys 1981), widened by the scale when making smaller, weights cut off at the
 * border and scaled to the sum 1; rows first, then columns; at last clipped to 0..255.
 */
public final class BicubicResize implements PlaneResize {
  private static final double A = -0.5;
  private static final int SUPPORT = 2;

  private final int width;
  private final int height;
  private final Taps across;
  private final Taps down;

  /**
   * From width and height to others.
   *
   * @param width of the source, in pixels
   * @param height of the source
   * @param toWidth of the target
   * @param toHeight of the target
   */
  public BicubicResize(int width, int height, int toWidth, int toHeight) {
    this.width = width;
    this.height = height;
    this.across = Taps.of(width, toWidth);
    this.down = Taps.of(height, toHeight);
  }

  @Override
  public void plane(float[] source, int from, float[] target, int to) {
    int wide = across.first.length;
    float[] rows = new float[height * wide];
    for (int y = 0; y < height; y++) {
      int row = from + y * width;
      for (int x = 0; x < wide; x++) {
        double[] weights = across.weights[x];
        int first = row + across.first[x];
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
          sum += weights[k] * source[first + k];
        }
        rows[y * wide + x] = (float) sum;
      }
    }
    double[] sums = new double[wide];
    for (int y = 0; y < down.first.length; y++) {
      java.util.Arrays.fill(sums, 0);
      double[] weights = down.weights[y];
      for (int k = 0; k < weights.length; k++) {
        int row = (down.first[y] + k) * wide;
        double weight = weights[k];
        for (int x = 0; x < wide; x++) {
          sums[x] += weight * rows[row + x];
        }
      }
      for (int x = 0; x < wide; x++) {
        target[to + y * wide + x] = Math.max(0, Math.min(255, (float) sums[x]));
      }
    }
  }

  /** For each target pixel: the first source pixel and the weights from there, of sum 1. */
  private record Taps(int[] first, double[][] weights) {
    static Taps of(int from, int to) {
      int[] first = new int[to];
      double[][] weights = new double[to][];
      double scale = (double) from / to;
      double reach = Math.max(1, scale);
      for (int i = 0; i < to; i++) {
        double middle = (i + 0.5) * scale;
        int low = Math.max(0, (int) (middle - SUPPORT * reach + 0.5));
        int high = Math.min(from, (int) (middle + SUPPORT * reach + 0.5));
        double[] row = new double[high - low];
        double sum = 0;
        for (int k = 0; k < row.length; k++) {
          row[k] = cubic((k + low - middle + 0.5) / reach);
          sum += row[k];
        }
        for (int k = 0; k < row.length; k++) {
          row[k] /= sum;
        }
        first[i] = low;
        weights[i] = row;
      }
      return new Taps(first, weights);
    }

    private static double cubic(double at) {
      double x = Math.abs(at);
      if (x < 1) {
        return ((A + 2) * x - (A + 3)) * x * x + 1;
      }
      return x < 2 ? (((x - 5) * x + 8) * x - 4) * A : 0;
    }
  }
}

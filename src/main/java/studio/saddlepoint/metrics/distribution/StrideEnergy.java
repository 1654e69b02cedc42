package studio.saddlepoint.metrics.distribution;

/**
 * The share of pictures' spectral energy at the frequencies of a stride of 2, where transposed
 * convolutions and strided gradients leave their checkerboard (Odena et al. 2016).
 *
 * <p>With the DFT {@code F(u, v) = sum over y, x of g(y, x) exp(-2 pi i (u y / H + v x / W))} of a
 * picture's grey values less their mean, H and W even, these are all bins of period 2 along an
 * axis, whatever they do along the other: {@code (H/2, v)} for every v, and {@code (u, W/2)} for
 * every u; {@code (H/2, W/2)}, period 2 along both, counts once. That makes H + W - 1 of the HW - 1
 * bins beside {@code (0, 0)}, so that white noise has a share of {@code (H + W - 1) / (HW - 1)} on
 * average. An odd last row or column is left out. The share is of the energy of all pictures
 * together, so that flat ones count for little.
 *
 * <p>By Parseval no transform is needed: {@code sum over v of |F(H/2, v)|^2} is {@code W} times the
 * sum over columns of {@code (sum over y of (-1)^y g(y, x))^2}, and so on.
 */
public final class StrideEnergy {
  private double atStride;
  private double all;

  /**
   * Adds a picture.
   *
   * @param grey (H, W), row by row
   * @param height H, at least 2
   * @param width W, at least 2
   */
  public void add(double[] grey, int height, int width) {
    int h = height / 2 * 2;
    int w = width / 2 * 2;
    double mean = mean(grey, h, w, width);
    double[] columns = new double[w];
    double rows = 0;
    double both = 0;
    double squares = 0;
    for (int y = 0; y < h; y++) {
      double row = 0;
      for (int x = 0; x < w; x++) {
        double value = grey[y * width + x] - mean;
        squares += value * value;
        columns[x] += sign(y) * value;
        row += sign(x) * value;
      }
      rows += row * row;
      both += sign(y) * row;
    }
    double ofColumns = 0;
    for (double column : columns) {
      ofColumns += column * column;
    }
    // the last line of differences may leave a rounding error below 0
    atStride += Math.max(0, w * ofColumns + h * rows - both * both);
    all += (double) h * w * squares;
  }

  /** The share of the energy, 0 to 1; 0 where all pictures are flat. */
  public double share() {
    return all == 0 ? 0 : atStride / all;
  }

  private static double mean(double[] grey, int h, int w, int width) {
    double sum = 0;
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        sum += grey[y * width + x];
      }
    }
    return sum / ((double) h * w);
  }

  private static int sign(int index) {
    return index % 2 == 0 ? 1 : -1;
  }
}

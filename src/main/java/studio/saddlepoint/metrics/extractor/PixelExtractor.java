package studio.saddlepoint.metrics.extractor;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.torch.LayerOps;
import studio.saddlepoint.torch.Scalars;

/**
 * The pixels themselves as features, 0 to 1, in the order {@code (C, H, W)}. Images of more than 32
 * pixels on a side are averaged down, since covariances grow with the square of the dimension: in
 * whole blocks where that leaves at least 16 pixels on the longer side, otherwise by the area that
 * each pixel covers.
 */
public final class PixelExtractor implements FeatureExtractor {
  private static final int LARGEST = 32;

  /** What each byte stands for. */
  private static final double[] SHARES =
      IntStream.range(0, 256).mapToDouble(value -> value / 255.0).toArray();

  private final ImageShape shape;
  private final Areas across;
  private final Areas down;

  /**
   * Pixels of images of a shape.
   *
   * @param shape of each image
   */
  public PixelExtractor(ImageShape shape) {
    this.shape = shape;
    int longer = Math.max(shape.height(), shape.width());
    int kept = Math.min(LARGEST, longer);
    for (int block = 2; longer > LARGEST && longer / block >= LARGEST / 2; block++) {
      if (longer / block <= LARGEST && shape.height() % block == 0 && shape.width() % block == 0) {
        kept = longer / block;
        break;
      }
    }
    this.across = Areas.of(shape.width(), side(shape.width(), kept, longer));
    this.down = Areas.of(shape.height(), side(shape.height(), kept, longer));
  }

  private static int side(int side, int kept, int longer) {
    return Math.max(1, (int) Math.round((double) side * kept / longer));
  }

  private boolean whole() {
    return across.count() == shape.width() && down.count() == shape.height();
  }

  @Override
  public String id() {
    return String.format(Locale.ROOT, "pixels-%dx%d", across.count(), down.count());
  }

  @Override
  public String label() {
    String size =
        across.count() == down.count()
            ? String.valueOf(across.count())
            : across.count() + "x" + down.count();
    return whole() ? "pixels" : "pixels averaged to " + size;
  }

  @Override
  public int dimension() {
    return shape.channels() * across.count() * down.count();
  }

  @Override
  public float[] features(byte[] pixels) {
    return features(
        pixels.length,
        (from, length, rows) -> {
          for (int p = 0; p < length; p++) {
            rows[p] = SHARES[pixels[from + p] & 0xff];
          }
        });
  }

  @Override
  public Optional<float[]> perceive(float[] pixels) {
    return Optional.of(
        features(
            pixels.length,
            (from, length, rows) -> {
              for (int p = 0; p < length; p++) {
                rows[p] = (pixels[from + p] + 1) / 2;
              }
            }));
  }

  /** Where pixels are averaged, whole blocks of them alone. */
  @Override
  public Optional<UnaryOperator<NDArray>> differentiable() {
    int block = shape.width() / across.count();
    boolean blocks =
        block * across.count() == shape.width() && block * down.count() == shape.height();
    return blocks ? Optional.of(pixels -> shares(pixels, block)) : Optional.empty();
  }

  private static NDArray shares(NDArray pixels, int block) {
    NDArray kept = block == 1 ? pixels : LayerOps.averagePool(pixels, block);
    return Scalars.mul(kept.reshape(kept.getShape().get(0), -1).add(1), 0.5);
  }

  @Override
  public boolean byManyThreads() {
    return true;
  }

  /** Some pixels that lie behind each other, 0 to 1. */
  private interface Values {
    void unpack(int from, int length, double[] rows);
  }

  /** Of images of any size, no more rows are unpacked at once than one feature covers. */
  private float[] features(int count, Values values) {
    float[] features = new float[count / shape.pixels() * dimension()];
    int plane = shape.height() * shape.width();
    double[] rows = new double[down.longest() * shape.width()];
    for (int from = 0; from < count; from += plane) {
      int to = from / plane * across.count() * down.count();
      for (int y = 0; y < down.count(); y++) {
        int first = from + down.first[y] * shape.width();
        values.unpack(first, down.weights[y].length * shape.width(), rows);
        average(rows, y, features, to + y * across.count());
      }
    }
    return features;
  }

  private void average(double[] rows, int y, float[] target, int place) {
    for (int x = 0; x < across.count(); x++) {
      double sum = 0;
      for (int i = 0; i < down.weights[y].length; i++) {
        int row = i * shape.width() + across.first[x];
        double inRow = 0;
        for (int j = 0; j < across.weights[x].length; j++) {
          inRow += across.weights[x][j] * rows[row + j];
        }
        sum += down.weights[y][i] * inRow;
      }
      target[place + x] = (float) sum;
    }
  }

  @Override
  public void close() {}

  /** For each pixel kept: the first one that it covers, and the shares of these, of sum 1. */
  private record Areas(int[] first, double[][] weights) {
    static Areas of(int from, int to) {
      int[] first = new int[to];
      double[][] weights = new double[to][];
      for (int i = 0; i < to; i++) {
        // In units of 1/to of a pixel, all edges are whole numbers.
        long low = (long) i * from;
        long high = low + from;
        first[i] = (int) (low / to);
        weights[i] = new double[(int) ((high + to - 1) / to) - first[i]];
        for (int k = 0; k < weights[i].length; k++) {
          long left = Math.max(low, (long) (first[i] + k) * to);
          long right = Math.min(high, (long) (first[i] + k + 1) * to);
          weights[i][k] = (double) (right - left) / from;
        }
      }
      return new Areas(first, weights);
    }

    int count() {
      return first.length;
    }

    int longest() {
      return Arrays.stream(weights).mapToInt(each -> each.length).max().orElse(0);
    }
  }
}

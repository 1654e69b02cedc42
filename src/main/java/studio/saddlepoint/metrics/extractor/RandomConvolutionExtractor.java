package studio.saddlepoint.metrics.extractor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.TorchEngine;

/**
 * Features of a convolutional network that nobody trained: 4x4 convolutions of stride 2 with
 * weights by seed until fewer than {@value #SMALL} pixels are left on a side, then the means of the
 * four quarters. It needs no file and no labels, and has learned no kind of pictures, so it suits
 * all alike (Naeem et al. 2020 measure with random networks for this reason). The same seed gives
 * the same network on every computer.
 */
final class RandomConvolutionExtractor implements FeatureExtractor {
  private static final String VERSION = "1";
  private static final int[] WIDTHS = {32, 64};
  private static final int KERNEL = 4;
  private static final int SMALL = 8;
  private static final int QUARTERS = 2;
  private static final double SLOPE = 0.2;
  private static final double BIAS_DEVIATION = 0.1;
  private static final int AT_ONCE_PIXELS = 1 << 20;

  private record Stage(NDArray weight, NDArray bias) {}

  private final long seed;
  private final ImageShape shape;
  private final NDManager manager;
  private final List<Stage> stages = new ArrayList<>();

  /**
   * An extractor.
   *
   * @param seed decides the weights
   * @param shape of the images, at least 4 pixels high and wide
   * @throws StudioException if they are smaller
   */
  RandomConvolutionExtractor(long seed, ImageShape shape, Device device) {
    int side = Math.min(shape.height(), shape.width());
    if (side < KERNEL) {
      throw new StudioException(
          English.of(
              "Images of %dx%d pixels are too small for random convolutions. Choose pixels as the extractor.",
              shape.width(), shape.height()));
    }
    this.seed = seed;
    this.shape = shape;
    this.manager = TorchEngine.manager(device);
    Random random = new Random(seed);
    int channels = ColourPlanes.COLOURS;
    do {
      int width = WIDTHS[Math.min(stages.size(), WIDTHS.length - 1)];
      double deviation = Math.sqrt(2 / (1 + SLOPE * SLOPE) / (channels * KERNEL * KERNEL));
      stages.add(
          new Stage(
              draw(random, deviation, width, channels, KERNEL, KERNEL),
              draw(random, BIAS_DEVIATION, width)));
      channels = width;
      side /= 2;
    } while (side >= SMALL);
  }

  private NDArray draw(Random random, double deviation, long... sizes) {
    Shape size = new Shape(sizes);
    float[] values = new float[Math.toIntExact(size.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * deviation);
    }
    return ArrayScopes.outsideScopes(() -> ArrayScopes.of(manager, values, size));
  }

  @Override
  public String id() {
    return String.format(Locale.ROOT, "random-convolution-%s-%d", VERSION, seed);
  }

  @Override
  public String label() {
    return "random convolutions, seed " + seed;
  }

  @Override
  public int dimension() {
    return dimension(shape);
  }

  /** Numbers in a feature of images of a shape: of the last stage, a mean for each quarter. */
  static int dimension(ImageShape shape) {
    boolean again = Math.min(shape.height(), shape.width()) / 2 >= SMALL;
    return WIDTHS[again ? WIDTHS.length - 1 : 0] * QUARTERS * QUARTERS;
  }

  @Override
  public float[] features(byte[] pixels) {
    return see(ColourPlanes.of(pixels, shape));
  }

  @Override
  public Optional<float[]> perceive(float[] pixels) {
    return Optional.of(see(ColourPlanes.of(pixels, shape)));
  }

  /** Features of images (N, 3, H, W) of 0 to 255, a few at a time. */
  private float[] see(float[] colours) {
    int image = ColourPlanes.COLOURS * shape.height() * shape.width();
    int n = colours.length / image;
    int most = Math.max(1, AT_ONCE_PIXELS / image);
    float[] features = new float[n * dimension()];
    for (int from = 0; from < n; from += most) {
      int count = Math.min(most, n - from);
      float[] some = new float[count * image];
      for (int i = 0; i < some.length; i++) {
        some[i] = colours[from * image + i] / 127.5f - 1;
      }
      float[] found = Autograd.without(() -> ArrayScopes.scoped(() -> run(some, count)));
      System.arraycopy(found, 0, features, from * dimension(), found.length);
    }
    return features;
  }

  private float[] run(float[] images, int n) {
    NDArray y =
        maps(
            manager.create(
                images, new Shape(n, ColourPlanes.COLOURS, shape.height(), shape.width())));
    Shape map = y.getShape();
    return quarters(y.toFloatArray(), (int) map.get(2), (int) map.get(3));
  }

  /** What the last stage makes of images (N, 3, H, W) of -1 to 1. */
  private NDArray maps(NDArray images) {
    NDArray y = images;
    for (Stage stage : stages) {
      y = Ops.conv2d(y, stage.weight, stage.bias, 2, 1);
      y = Ops.leakyRelu(y, SLOPE);
    }
    return y;
  }

  @Override
  public Optional<UnaryOperator<NDArray>> differentiable() {
    return Optional.of(pixels -> quarters(maps(ColourPlanes.of(pixels))));
  }

  /** As {@link #quarters(float[], int, int)}, of (N, C, H, W). */
  private static NDArray quarters(NDArray maps) {
    Shape map = maps.getShape();
    long high = (map.get(2) + 1) / QUARTERS;
    long wide = (map.get(3) + 1) / QUARTERS;
    NDList means = new NDList();
    for (int quarter = 0; quarter < QUARTERS * QUARTERS; quarter++) {
      long top = quarter / QUARTERS * (map.get(2) - high);
      long left = quarter % QUARTERS * (map.get(3) - wide);
      String part = ":, :, " + top + ":" + (top + high) + ", " + left + ":" + (left + wide);
      NDArray cut = maps.get(new NDIndex(part)).reshape(map.get(0), map.get(1), high * wide);
      means.add(cut.mean(new int[] {2}));
    }
    return NDArrays.stack(means, 2).reshape(map.get(0), -1);
  }

  /** Means of the four quarters of each plane, which share a middle row or column. */
  private static float[] quarters(float[] planes, int height, int width) {
    int n = planes.length / (height * width);
    float[] means = new float[n * QUARTERS * QUARTERS];
    int high = (height + 1) / QUARTERS;
    int wide = (width + 1) / QUARTERS;
    for (int plane = 0; plane < n; plane++) {
      for (int quarter = 0; quarter < QUARTERS * QUARTERS; quarter++) {
        int top = quarter / QUARTERS * (height - high);
        int left = quarter % QUARTERS * (width - wide);
        double sum = 0;
        for (int y = top; y < top + high; y++) {
          for (int x = left; x < left + wide; x++) {
            sum += planes[(plane * height + y) * width + x];
          }
        }
        means[plane * QUARTERS * QUARTERS + quarter] = (float) (sum / (high * wide));
      }
    }
    return means;
  }

  @Override
  public void close() {
    manager.close();
  }
}

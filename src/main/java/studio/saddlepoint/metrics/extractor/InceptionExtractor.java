package studio.saddlepoint.metrics.extractor;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.metrics.store.KnownWeights;

/**
 * Inception-v3 of 2015, as StyleGAN2-ADA's metrics have it: a TorchScript file whose {@code
 * forward} takes colour images of 0 to 255, resizes them, and gives 2,048 features with {@code
 * return_features}, or the probabilities of 1,008 classes, without a bias before the softmax, with
 * {@code no_output_bias}.
 *
 * <p>Resizing is TensorFlow 1's bilinear one inside the file, or clean-fid's or pytorch-fid's
 * before it: images that are 299 pixels wide already pass through the file's own resizing as they
 * are. The file then takes {@code x/128 - 1}, pytorch-fid {@code x/127.5 - 1}, for which images are
 * scaled.
 */
final class InceptionExtractor implements AnySize {
  private static final String NO_BIAS = "no_output_bias";
  private static final Map<String, Boolean> FEATURES =
      Map.of(TorchScriptExtractor.RETURN_FEATURES, true);
  private static final Map<String, Boolean> PROBABILITIES = Map.of(NO_BIAS, true);
  private static final String LAST_WEIGHT = "output.weight";
  private static final int SIDE = 299;
  private static final int AT_ONCE = 16;
  private static final float TO_FILE_SCALE = 128 / 127.5f;
  private static final double SAME = 1e-4;

  private final NetworkFile network;
  private final ExtractorVariant resize;
  private final ImageShape shape;
  private final int dimension;
  private final List<String> classNames;
  private final Optional<NetworkFile.Matrix> lastLayer;

  /**
   * Tries an open file on two images.
   *
   * @param network closed with this, or at once if it is another network
   * @param shape of the images
   * @throws StudioException if it is another network
   */
  InceptionExtractor(NetworkFile network, ExtractorVariant resize, ImageShape shape) {
    this.network = network;
    this.resize = resize;
    this.shape = shape;
    try {
      if (!network.hasSwitch(TorchScriptExtractor.RETURN_FEATURES) || !network.hasSwitch(NO_BIAS)) {
        throw new StudioException(
            English.of(
                "%s is not the Inception-v3 of StyleGAN2-ADA's metrics: its forward has no arguments return_features and no_output_bias. Choose the file %s, or use this one as any TorchScript file.",
                network.file(), KnownWeights.INCEPTION.fileName()));
      }
      float[] images = trial();
      float[] features = run(images, FEATURES);
      float[] probabilities = run(images, PROBABILITIES);
      this.dimension = features.length / 2;
      this.classNames =
          IntStream.range(0, probabilities.length / 2)
              .mapToObj(i -> "Inception class " + i)
              .toList();
      this.lastLayer =
          network
              .matrix(LAST_WEIGHT)
              .filter(matrix -> matrix.columns() == dimension)
              .filter(matrix -> agree(matrix.times(features), probabilities));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** A dark image and one with a gradient. */
  private static float[] trial() {
    float[] images = new float[2 * ColourPlanes.COLOURS * SIDE * SIDE];
    for (int i = images.length / 2; i < images.length; i++) {
      images[i] = i % SIDE * 0.8f;
    }
    return images;
  }

  private float[] run(float[] images, Map<String, Boolean> switches) {
    int n = images.length / (ColourPlanes.COLOURS * SIDE * SIDE);
    return network.rows(images, new Shape(n, ColourPlanes.COLOURS, SIDE, SIDE), switches);
  }

  /** Whether the softmax of logits gives these probabilities, of two images. */
  private static boolean agree(float[] logits, float[] probabilities) {
    if (logits.length != probabilities.length) {
      return false;
    }
    int k = logits.length / 2;
    for (int row = 0; row < 2; row++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < k; i++) {
        largest = Math.max(largest, logits[row * k + i]);
      }
      double sum = 0;
      for (int i = 0; i < k; i++) {
        sum += Math.exp(logits[row * k + i] - largest);
      }
      for (int i = 0; i < k; i++) {
        double probability = Math.exp(logits[row * k + i] - largest) / sum;
        if (!(Math.abs(probability - probabilities[row * k + i]) < SAME)) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public String id() {
    return String.format(
        Locale.ROOT,
        "inception-%s-%s",
        network.digest().substring(0, 24),
        resize == InceptionKind.TENSORFLOW ? "tf1" : resize.key());
  }

  @Override
  public String label() {
    if (resize == InceptionKind.TENSORFLOW) {
      return "Inception-v3";
    }
    return resize == InceptionKind.CLEAN
        ? "Inception-v3, clean resizing"
        : "Inception-v3, PyTorch resizing";
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public float[] features(byte[] pixels) {
    return extract(pixels, shape, false).features();
  }

  @Override
  public Extracted extract(byte[] pixels) {
    return extract(pixels, shape, true);
  }

  @Override
  public Extracted extract(byte[] pixels, ImageShape size) {
    return extract(pixels, size, true);
  }

  @Override
  public List<String> classNames() {
    return classNames;
  }

  @Override
  public Optional<float[]> perceive(float[] pixels) {
    return Optional.of(extract(ColourPlanes.of(pixels, shape), shape, false).features());
  }

  private Extracted extract(byte[] pixels, ImageShape size, boolean classes) {
    return extract(ColourPlanes.of(pixels, size), size, classes);
  }

  /** What the network sees in images (N, 3, H, W) of 0 to 255. */
  private Extracted extract(float[] colours, ImageShape size, boolean classes) {
    int image = ColourPlanes.COLOURS * size.height() * size.width();
    int n = colours.length / image;
    float[] features = new float[n * dimension];
    float[] logits = new float[classes ? n * classNames.size() : 0];
    boolean before = resize != InceptionKind.TENSORFLOW;
    for (int from = 0; from < n; from += AT_ONCE) {
      int count = Math.min(AT_ONCE, n - from);
      float[] some =
          count == n ? colours : Arrays.copyOfRange(colours, from * image, (from + count) * image);
      float[] images = before ? resized(some, size) : some;
      Shape shown =
          new Shape(
              count,
              ColourPlanes.COLOURS,
              before ? SIDE : size.height(),
              before ? SIDE : size.width());
      float[] found = network.rows(images, shown, FEATURES);
      System.arraycopy(found, 0, features, from * dimension, found.length);
      if (classes) {
        float[] rows = logits(found, images, shown);
        System.arraycopy(rows, 0, logits, from * classNames.size(), rows.length);
      }
    }
    return new Extracted(features, logits);
  }

  /** From the features where the last layer is known, which spares running the network twice. */
  private float[] logits(float[] features, float[] images, Shape shown) {
    if (lastLayer.isPresent()) {
      return lastLayer.get().times(features);
    }
    float[] rows = network.rows(images, shown, PROBABILITIES);
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) Math.log(Math.max(rows[i], Float.MIN_VALUE));
    }
    return rows;
  }

  private float[] resized(float[] colours, ImageShape size) {
    boolean clean = resize == InceptionKind.CLEAN;
    PlaneResize resizer =
        clean
            ? new BicubicResize(size.width(), size.height(), SIDE, SIDE)
            : new BilinearResize(size.width(), size.height(), SIDE, SIDE);
    int plane = size.height() * size.width();
    int planes = colours.length / plane;
    float[] images = new float[planes * SIDE * SIDE];
    IntStream.range(0, planes)
        .parallel()
        .forEach(i -> resizer.plane(colours, i * plane, images, i * SIDE * SIDE));
    if (!clean) {
      for (int i = 0; i < images.length; i++) {
        images[i] *= TO_FILE_SCALE;
      }
    }
    return images;
  }

  @Override
  public void close() {
    network.close();
  }
}

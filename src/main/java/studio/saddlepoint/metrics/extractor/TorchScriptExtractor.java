package studio.saddlepoint.metrics.extractor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.torch.Scalars;

/**
 * A TorchScript file as extractor: {@code forward} takes {@code (N, 3, H, W)} float32 of 0 to 255
 * and gives {@code (N, d)}. Where it has the argument {@code return_features}, as the Inception-v3
 * and VGG16 of StyleGAN2-ADA's metrics do, that is set. Where it has {@code return_lpips}, as that
 * VGG16 does, that is what perceptual distances are taken of, of images that it does not resize.
 */
final class TorchScriptExtractor implements AnySize {
  static final String RETURN_FEATURES = "return_features";
  private static final String RETURN_LPIPS = "return_lpips";
  private static final String RESIZE = "resize_images";

  private final ImageShape shape;
  private final NetworkFile network;
  private final Map<String, Boolean> switches;
  private final String label;
  private final int dimension;

  /**
   * Opens the file and tries it on two images.
   *
   * @throws StudioException if it is not such a module
   */
  TorchScriptExtractor(Path file, ImageShape shape, Device device) {
    this(new NetworkFile(file, device), String.valueOf(file.getFileName()), shape);
  }

  /**
   * Tries an open file on two images.
   *
   * @param network closed with this, or at once if it cannot be used
   * @param label for a person
   * @throws StudioException if it is not such a module
   */
  TorchScriptExtractor(NetworkFile network, String label, ImageShape shape) {
    this.network = network;
    this.label = label;
    this.shape = shape;
    this.switches = network.hasSwitch(RETURN_FEATURES) ? Map.of(RETURN_FEATURES, true) : Map.of();
    try {
      this.dimension = features(new byte[2 * shape.pixels()]).length / 2;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  @Override
  public String id() {
    return "torchscript-" + network.digest().substring(0, 24);
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public float[] features(byte[] pixels) {
    return rows(pixels, shape);
  }

  @Override
  public Extracted extract(byte[] pixels, ImageShape size) {
    float[] features = rows(pixels, size);
    int n = pixels.length / size.pixels();
    if (features.length != n * dimension) {
      throw new StudioException(
          English.of(
              "%s gives %d features for images of %dx%d pixels and %d for others. Choose one size for all images (--size on the command line).",
              label, features.length / n, size.width(), size.height(), dimension));
    }
    return new Extracted(features, new float[0]);
  }

  @Override
  public Optional<float[]> perceive(float[] pixels) {
    return Optional.of(rows(ColourPlanes.of(pixels, shape), shape, perceptual()));
  }

  /** Of modules that give features without being asked by an argument. */
  @Override
  public Optional<UnaryOperator<NDArray>> differentiable() {
    return perceptual().isEmpty()
        ? Optional.of(
            pixels -> network.differentiable(Scalars.mul(ColourPlanes.of(pixels).add(1), 127.5)))
        : Optional.empty();
  }

  /** The switches for perceptual distances. */
  private Map<String, Boolean> perceptual() {
    Map<String, Boolean> chosen = new HashMap<>(switches);
    if (network.hasSwitch(RETURN_LPIPS)) {
      chosen.clear();
      chosen.put(RETURN_LPIPS, true);
      if (network.hasSwitch(RESIZE)) {
        chosen.put(RESIZE, false);
      }
    }
    return chosen;
  }

  private float[] rows(byte[] pixels, ImageShape size) {
    return rows(ColourPlanes.of(pixels, size), size, switches);
  }

  private float[] rows(float[] colours, ImageShape size, Map<String, Boolean> chosen) {
    int plane = size.height() * size.width();
    int n = colours.length / (ColourPlanes.COLOURS * plane);
    Shape input = new Shape(n, ColourPlanes.COLOURS, size.height(), size.width());
    return network.rows(colours, input, chosen);
  }

  @Override
  public void close() {
    network.close();
  }
}

package studio.saddlepoint.train.augment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import studio.saddlepoint.recipe.method.AugmentSettings;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.train.step.ImageTransform;
import studio.saddlepoint.train.step.RandomSource;

/**
 * ADA's augmentations (Karras et al. 2020, "Training GANs with limited data", appendix B) of
 * pictures (N, C, H, W) between -1 for black and 1 for white: pixel blitting and geometric
 * transformations as one affine map, then colour transformations, filtering and corruptions. Each
 * happens to each picture with the probability by itself. A batch of which no picture is hit passes
 * as it is. Gradient penalties look through all of them.
 */
public final class AdaAugmentations {
  private static final double NOISE = 0.1;
  private static final double CUT = 0.5;

  private AdaAugmentations() {}

  /**
   * The groups that a recipe asks for.
   *
   * @param probability of each augmentation, for each picture; 1 and all above mean always
   */
  public static ImageTransform of(AugmentSettings settings, double probability) {
    ImageTransform transform = ImageTransform.PLAIN;
    if (probability <= 0) {
      return transform;
    }
    if (settings.pixelBlitting() || settings.geometry()) {
      transform =
          transform.then((x, random) -> geometric(x, settings, new Chances(random, probability)));
    }
    if (settings.colourTransforms()) {
      transform = transform.then((x, random) -> colour(x, new Chances(random, probability)));
    }
    if (settings.filtering()) {
      transform = transform.then((x, random) -> filtered(x, new Chances(random, probability)));
    }
    if (settings.corruption()) {
      transform =
          transform
              .then((x, random) -> noisy(x, new Chances(random, probability)))
              .then((x, random) -> cut(x, new Chances(random, probability)));
    }
    return transform == ImageTransform.PLAIN ? transform : transform.alsoUnderPenalties();
  }

  private static NDArray geometric(NDArray x, AugmentSettings settings, Chances chances) {
    List<GeometricTransform> drawn =
        each(x, () -> GeometricTransform.draw(settings, chances, size(x, 2), size(x, 3)));
    return drawn.stream().allMatch(GeometricTransform.NONE::equals)
        ? x
        : PixelSampling.of(x, drawn.stream().map(GeometricTransform::inverse).toList());
  }

  private static NDArray colour(NDArray x, Chances chances) {
    boolean grey = size(x, 1) == 1;
    List<ColourTransform> drawn = each(x, () -> ColourTransform.draw(chances, grey));
    return drawn.stream().allMatch(ColourTransform.NONE::equals)
        ? x
        : ColourTransform.apply(x, drawn.stream().map(ColourTransform::matrix).toList());
  }

  private static NDArray filtered(NDArray x, Chances chances) {
    List<FrequencyFilter> drawn = each(x, () -> FrequencyFilter.draw(chances));
    return drawn.stream().allMatch(FrequencyFilter.NONE::equals)
        ? x
        : FrequencyFilter.apply(x, drawn);
  }

  /** Normal noise whose deviation is the size of a normal number of deviation 0.1. */
  private static NDArray noisy(NDArray x, Chances chances) {
    List<Double> drawn = each(x, () -> Math.abs(chances.normal(NOISE)));
    if (drawn.stream().allMatch(deviation -> deviation == 0)) {
      return x;
    }
    float[] deviations = new float[drawn.size()];
    for (int i = 0; i < deviations.length; i++) {
      deviations[i] = drawn.get(i).floatValue();
    }
    NDArray scale =
        ArrayScopes.of(x.getManager(), deviations, new Shape(deviations.length, 1, 1, 1));
    NDArray noise = chances.random().normal(x.getShape()).mul(scale);
    return x.add(noise.toType(x.getDataType(), false));
  }

  /** A rectangle of half the size in both directions, anywhere, becomes grey. */
  private static NDArray cut(NDArray x, Chances chances) {
    int height = size(x, 2);
    int width = size(x, 3);
    float[] mask = new float[size(x, 0) * height * width];
    Arrays.fill(mask, 1);
    boolean any = false;
    for (int n = 0; n < size(x, 0); n++) {
      if (chances.getAsBoolean()) {
        any = true;
        RandomSource random = chances.random();
        clear(mask, n * height * width, height, width, random.next(), random.next());
      }
    }
    if (!any) {
      return x;
    }
    NDArray kept = ArrayScopes.of(x.getManager(), mask, new Shape(size(x, 0), 1, height, width));
    return x.mul(kept.toType(x.getDataType(), false));
  }

  /** Clears pixels whose middle is nearer to the middle of the rectangle than half its size. */
  private static void clear(
      float[] mask, int start, int height, int width, double middleX, double middleY) {
    for (int row = 0; row < height; row++) {
      boolean inside = Math.abs((row + 0.5) / height - middleY) < CUT / 2;
      for (int column = 0; column < width; column++) {
        if (inside && Math.abs((column + 0.5) / width - middleX) < CUT / 2) {
          mask[start + row * width + column] = 0;
        }
      }
    }
  }

  /** One draw for each picture, in their order. */
  private static <T> List<T> each(NDArray x, Supplier<T> draw) {
    List<T> drawn = new ArrayList<>();
    for (int n = 0; n < size(x, 0); n++) {
      drawn.add(draw.get());
    }
    return drawn;
  }

  private static int size(NDArray x, int axis) {
    return Math.toIntExact(x.getShape().get(axis));
  }
}

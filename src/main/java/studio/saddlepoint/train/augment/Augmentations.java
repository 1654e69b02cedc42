package studio.saddlepoint.train.augment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.function.DoubleSupplier;
import studio.saddlepoint.recipe.method.AugmentSettings;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.train.step.ImageTransform;
import studio.saddlepoint.train.step.RandomSource;

/**
 * Differentiable augmentations of pictures (N, C, H, W), each picture by a chance of its own
 * (DiffAugment, Zhao et al. 2020, with its strengths). A probability below 1 leaves some pictures
 * as they are (Karras et al. 2020).
 */
public final class Augmentations {
  private static final double SHIFT = 0.125;
  private static final double CUT = 0.5;

  private Augmentations() {}

  /**
   * What a recipe asks for.
   *
   * @param probability of each augmentation, for each picture
   */
  static ImageTransform of(AugmentSettings settings, double probability) {
    ImageTransform transform = ImageTransform.PLAIN;
    if (probability == 0) {
      return transform;
    }
    if (settings.colour()) {
      transform = transform.then(colour(probability));
    }
    if (settings.translation()) {
      transform = transform.then(translation(probability));
    }
    if (settings.cutout()) {
      transform = transform.then(cutout(probability));
    }
    return transform;
  }

  /** Brightness by -0.5..0.5, then saturation by a factor of 0..2, then contrast of 0.5..1.5. */
  public static ImageTransform colour(double probability) {
    return (x, random) -> {
      NDArray brightness = draws(x, () -> hits(random, probability) ? random.next() - 0.5 : 0);
      NDArray saturation = draws(x, () -> hits(random, probability) ? 2 * random.next() : 1);
      NDArray contrast = draws(x, () -> hits(random, probability) ? 0.5 + random.next() : 1);
      NDArray bright = x.add(brightness);
      NDArray grey = bright.mean(new int[] {1}, true);
      NDArray saturated = bright.sub(grey).mul(saturation).add(grey);
      NDArray mean = saturated.reshape(size(x, 0), -1).mean(new int[] {1}).reshape(-1, 1, 1, 1);
      return saturated.sub(mean).mul(contrast).add(mean);
    };
  }

  /**
   * Shifts by up to an eighth of the size in both directions, zeros moving in. Computed as a
   * product with shifted identities from both sides, which is exact.
   */
  public static ImageTransform translation(double probability) {
    return (x, random) -> {
      int n = size(x, 0);
      int height = size(x, 2);
      int width = size(x, 3);
      float[] down = new float[n * height * height];
      float[] right = new float[n * width * width];
      for (int i = 0; i < n; i++) {
        boolean hit = hits(random, probability);
        int dy = hit ? between(random, (int) (height * SHIFT + 0.5)) : 0;
        int dx = hit ? between(random, (int) (width * SHIFT + 0.5)) : 0;
        for (int y = Math.max(0, dy); y < Math.min(height, height + dy); y++) {
          down[(i * height + y) * height + y - dy] = 1;
        }
        for (int at = Math.max(0, dx); at < Math.min(width, width + dx); at++) {
          right[(i * width + at - dx) * width + at] = 1;
        }
      }
      NDArray rows = ArrayScopes.of(x.getManager(), down, new Shape(n, 1, height, height));
      NDArray columns = ArrayScopes.of(x.getManager(), right, new Shape(n, 1, width, width));
      return rows.matMul(x).matMul(columns);
    };
  }

  /** Sets a square of half the size, anywhere even across the edge, to zero. */
  public static ImageTransform cutout(double probability) {
    return (x, random) -> {
      int n = size(x, 0);
      int height = size(x, 2);
      int width = size(x, 3);
      float[] mask = new float[n * height * width];
      java.util.Arrays.fill(mask, 1);
      int tall = (int) (height * CUT + 0.5);
      int wide = (int) (width * CUT + 0.5);
      for (int i = 0; i < n; i++) {
        if (!hits(random, probability)) {
          continue;
        }
        int top = (int) (random.next() * (height + 1 - tall % 2)) - tall / 2;
        int left = (int) (random.next() * (width + 1 - wide % 2)) - wide / 2;
        for (int y = Math.max(0, top); y < Math.min(height, top + tall); y++) {
          int row = (i * height + y) * width;
          java.util.Arrays.fill(
              mask, row + Math.max(0, left), row + Math.max(0, Math.min(width, left + wide)), 0);
        }
      }
      return x.mul(ArrayScopes.of(x.getManager(), mask, new Shape(n, 1, height, width)));
    };
  }

  private static boolean hits(RandomSource random, double probability) {
    return probability >= 1 || random.next() < probability;
  }

  /** A whole number from -most to most. */
  private static int between(RandomSource random, int most) {
    return (int) (random.next() * (2 * most + 1)) - most;
  }

  /** One number for each picture, (N, 1, 1, 1). */
  private static NDArray draws(NDArray x, DoubleSupplier number) {
    float[] values = new float[size(x, 0)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) number.getAsDouble();
    }
    return ArrayScopes.of(x.getManager(), values, new Shape(values.length, 1, 1, 1));
  }

  private static int size(NDArray x, int axis) {
    return Math.toIntExact(x.getShape().get(axis));
  }
}

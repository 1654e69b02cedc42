package studio.saddlepoint.metrics.extractor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.Npy;
import studio.saddlepoint.core.Npz;

class BicubicResizeTest {
  /** Pillow rounds the same sums to float, in another order of operations. */
  private static final double ROUNDING = 5e-5;

  @ParameterizedTest
  @ValueSource(strings = {"smaller", "larger", "mixed", "same", "tall"})
  void givesWhatPillowGives(String name) {
    Npz npz =
        Npz.read(
            Path.of("src/test/resources/studio/saddlepoint/metrics/pillow-bicubic.npz"),
            Set.of(name, name + "_to"));
    Npy source = npz.arrays().get(name);
    Npy expected = npz.arrays().get(name + "_to");
    assertNotNull(source);
    assertNotNull(expected);
    float[] bytes = new float[source.values().length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (float) source.values()[i];
    }
    float[] found = new float[expected.values().length];
    new BicubicResize(
            source.shape()[1], source.shape()[0], expected.shape()[1], expected.shape()[0])
        .plane(bytes, 0, found, 0);
    for (int i = 0; i < found.length; i++) {
      assertEquals(expected.values()[i], found[i], ROUNDING, name + " " + i);
    }
  }

  /** Every target pixel as the quotient of two double sums over all source pixels. */
  @ParameterizedTest
  @CsvSource({"32, 32, 299, 299", "40, 25, 7, 60", "3, 50, 3, 9"})
  void isAWeightedMeanByTheWidenedKernel(int width, int height, int toWidth, int toHeight) {
    float[] source = bytes(width * height, 3);
    float[] found = new float[toWidth * toHeight];
    new BicubicResize(width, height, toWidth, toHeight).plane(source, 0, found, 0);
    Random random = new Random(4);
    for (int sample = 0; sample < 200; sample++) {
      int x = random.nextInt(toWidth);
      int y = random.nextInt(toHeight);
      double sum = 0;
      double weights = 0;
      for (int v = 0; v < height; v++) {
        for (int u = 0; u < width; u++) {
          double weight = weight(u, x, width, toWidth) * weight(v, y, height, toHeight);
          sum += weight * source[v * width + u];
          weights += weight;
        }
      }
      double expected = Math.max(0, Math.min(255, sum / weights));
      assertEquals(expected, found[y * toWidth + x], 1e-4, x + "," + y);
    }
  }

  private static double weight(int source, int target, int from, int to) {
    double scale = (double) from / to;
    double at = Math.abs((source + 0.5 - (target + 0.5) * scale) / Math.max(1, scale));
    if (at >= 2) {
      return 0;
    }
    return at < 1
        ? 1.5 * Math.pow(at, 3) - 2.5 * at * at + 1
        : -0.5 * Math.pow(at, 3) + 2.5 * at * at - 4 * at + 2;
  }

  @Test
  void keepsImagesOfTheRightSize() {
    float[] source = bytes(299 * 299 + 1, 5);
    float[] found = new float[299 * 299];
    new BicubicResize(299, 299, 299, 299).plane(source, 1, found, 0);
    assertArrayEquals(Arrays.copyOfRange(source, 1, source.length), found);
  }

  private static float[] bytes(int count, long seed) {
    Random random = new Random(seed);
    float[] bytes = new float[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = random.nextInt(256);
    }
    return bytes;
  }
}

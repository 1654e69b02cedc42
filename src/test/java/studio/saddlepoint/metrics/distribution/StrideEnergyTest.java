package studio.saddlepoint.metrics.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

/** By pictures whose spectrum is known. */
class StrideEnergyTest {
  private static final int H = 8;
  private static final int W = 12;

  private static double[] picture(int height, int width, IntBinaryOperator at) {
    double[] grey = new double[height * width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        grey[y * width + x] = at.applyAsInt(y, x);
      }
    }
    return grey;
  }

  private static double share(IntBinaryOperator at) {
    StrideEnergy energy = new StrideEnergy();
    energy.add(picture(H, W, at), H, W);
    return energy.share();
  }

  @Test
  void aCheckerboardAndStripesOfOnePixelHaveNothingElse() {
    assertEquals(1, share((y, x) -> 40 + 200 * ((x + y) % 2)), 1e-12);
    assertEquals(1, share((y, x) -> 255 * (x % 2)), 1e-12);
    assertEquals(1, share((y, x) -> 255 * (y % 2)), 1e-12);
  }

  @Test
  void whatRepeatsMoreSlowlyHasNothingOfIt() {
    assertEquals(0, share((y, x) -> 255 * (x / 2 % 2)), 1e-12);
    assertEquals(0, share((y, x) -> 255 * (y / 2 % 2)), 1e-12);
    assertEquals(0, share((y, x) -> 128), 0);
    assertEquals(0, new StrideEnergy().share(), 0);
  }

  @Test
  void aBoardOfHalfTheContrastOfStripesHasAFifthOfTheEnergy() {
    // orthogonal patterns of amplitudes 2 and 1: 1 / (1 + 4)
    assertEquals(0.2, share((y, x) -> 100 + 2 * (x / 2 % 2 * 2 - 1) + (x + y) % 2 * 2 - 1), 1e-12);
  }

  @Test
  void isWhatTheTransformSaysOfAnyPicture() {
    SplittableRandom random = new SplittableRandom(3);
    double[] grey = random.doubles(H * W, 0, 255).toArray();
    double mean = 0;
    for (double each : grey) {
      mean += each / grey.length;
    }
    double all = 0;
    double atStride = 0;
    for (int u = 0; u < H; u++) {
      for (int v = 0; v < W; v++) {
        double re = 0;
        double im = 0;
        for (int y = 0; y < H; y++) {
          for (int x = 0; x < W; x++) {
            double angle = -2 * Math.PI * ((double) u * y / H + (double) v * x / W);
            re += (grey[y * W + x] - mean) * Math.cos(angle);
            im += (grey[y * W + x] - mean) * Math.sin(angle);
          }
        }
        double energy = re * re + im * im;
        all += energy;
        atStride += u == H / 2 || v == W / 2 ? energy : 0;
      }
    }
    StrideEnergy found = new StrideEnergy();
    found.add(grey, H, W);
    assertEquals(atStride / all, found.share(), 1e-12);
  }

  @Test
  void whiteNoiseHasItsShareOfBins() {
    SplittableRandom random = new SplittableRandom(4);
    StrideEnergy energy = new StrideEnergy();
    for (int i = 0; i < 2_000; i++) {
      energy.add(random.doubles(H * W).toArray(), H, W);
    }
    assertEquals((H + W - 1.0) / (H * W - 1.0), energy.share(), 0.003);
  }

  @Test
  void flatPicturesCountForNothingAndStrongOnesForMore() {
    StrideEnergy energy = new StrideEnergy();
    energy.add(picture(H, W, (y, x) -> 7), H, W);
    energy.add(picture(H, W, (y, x) -> 10 * ((x + y) % 2)), H, W);
    assertEquals(1, energy.share(), 1e-12);
    energy.add(picture(H, W, (y, x) -> 20 * (x / 2 % 2)), H, W);
    assertEquals(1 / (1.0 + 4), energy.share(), 1e-12);
  }

  @Test
  void anOddLastRowAndColumnAreLeftOut() {
    StrideEnergy odd = new StrideEnergy();
    odd.add(picture(5, 7, (y, x) -> y == 4 || x == 6 ? 99 : 40 * ((x + y) % 2)), 5, 7);
    assertEquals(1, odd.share(), 1e-12);
    assertTrue(odd.share() <= 1);
  }
}

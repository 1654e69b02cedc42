package studio.saddlepoint.latent.inversion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.latent.NoiseMap;

/** The formulas of StyleGAN2's projector (Karras et al. 2020, appendix D), by hand. */
class ProjectorFormulasTest {
  @Test
  void theLearningRateRisesOverFiftyAndFallsOverTheLastQuarterOfAThousandSteps() {
    ProjectorSchedule schedule = new ProjectorSchedule(1000, 0.1);
    assertEquals(0, schedule.rate(0));
    assertEquals(0.1 * 25 / 50, schedule.rate(25), 1e-12);
    assertEquals(0.1, schedule.rate(50), 1e-12);
    assertEquals(0.1, schedule.rate(750), 1e-12);
    assertEquals(0.1 * (0.5 - 0.5 * Math.cos(Math.PI * 0.5)), schedule.rate(875), 1e-12);
    assertEquals(0.1 * (0.5 - 0.5 * Math.cos(Math.PI * 0.2)), schedule.rate(950), 1e-12);
    assertEquals(0, schedule.rate(1000), 1e-12);
  }

  @Test
  void theNoiseOfCodesFallsWithASquareOverThreeQuarters() {
    ProjectorSchedule schedule = new ProjectorSchedule(1000, 0.1);
    assertEquals(0.05 * 3, schedule.codeNoise(0, 3), 1e-12);
    assertEquals(0.05 * 3 * 0.25, schedule.codeNoise(375, 3), 1e-12);
    assertEquals(0, schedule.codeNoise(750, 3), 1e-12);
    assertEquals(0, schedule.codeNoise(900, 3));
  }

  private static NoiseMap map(int height, int width, int pictures) {
    Random random = new Random(5);
    float[] values = new float[pictures * height * width];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new NoiseMap(height, width, values);
  }

  /** As the projector has it: rolled, multiplied, averaged, squared; then halved. */
  private static double byHand(double[][] v) {
    int height = v.length;
    int width = v[0].length;
    double across = 0;
    double down = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        across += v[y][x] * v[y][(x + width - 1) % width];
        down += v[y][x] * v[(y + height - 1) % height][x];
      }
    }
    double penalty = Math.pow(across / (height * width), 2) + Math.pow(down / (height * width), 2);
    if (width <= 8) {
      return penalty;
    }
    double[][] halved = new double[height / 2][width / 2];
    for (int y = 0; y < height / 2; y++) {
      for (int x = 0; x < width / 2; x++) {
        halved[y][x] =
            (v[2 * y][2 * x] + v[2 * y + 1][2 * x] + v[2 * y][2 * x + 1] + v[2 * y + 1][2 * x + 1])
                / 4;
      }
    }
    return penalty + byHand(halved);
  }

  @Test
  void thePenaltyOfNoiseIsThatOfTheProjectorAtAllSizes() {
    for (int size : new int[] {4, 8, 16, 32}) {
      NoiseMap map = map(size, size, 2);
      double[][] second = new double[size][size];
      for (int i = 0; i < size * size; i++) {
        second[i / size][i % size] = map.values()[size * size + i];
      }
      double found = NoiseRegularizer.penalty(map, 1, new float[map.values().length], 1);
      assertEquals(byHand(second), found, 1e-12);
    }
  }

  @Test
  void itsGradientIsThatOfFiniteDifferences() {
    NoiseMap map = map(16, 16, 2);
    float[] gradient = new float[map.values().length];
    NoiseRegularizer.penalty(map, 1, gradient, 3);
    for (int i = 0; i < 256; i++) {
      assertEquals(0, gradient[i]);
    }
    for (int i : new int[] {256, 300, 401, 511}) {
      float kept = map.values()[i];
      map.values()[i] = kept + 0.25f;
      double more = NoiseRegularizer.penalty(map, 1, new float[gradient.length], 0);
      map.values()[i] = kept - 0.25f;
      double less = NoiseRegularizer.penalty(map, 1, new float[gradient.length], 0);
      map.values()[i] = kept;
      assertEquals(3 * (more - less) / 0.5, gradient[i], 1e-5 + 0.02 * Math.abs(gradient[i]));
    }
  }

  @Test
  void stripesCostMoreThanNoise() {
    NoiseMap noise = map(32, 32, 1);
    float[] stripes = new float[1024];
    for (int i = 0; i < stripes.length; i++) {
      stripes[i] = i / 32 / 4 % 2 == 0 ? 1 : -1;
    }
    double drawn = NoiseRegularizer.penalty(new NoiseMap(32, 32, stripes), 0, new float[1024], 0);
    assertTrue(drawn > 20 * NoiseRegularizer.penalty(noise, 0, new float[1024], 0));
  }

  @Test
  void noiseIsBroughtToMeanZeroAndMeanSquareOne() {
    NoiseMap map = new NoiseMap(1, 4, new float[] {1, 2, 3, 4, 10, 10, 10, 10});
    NoiseRegularizer.normalize(map);
    double unit = Math.sqrt(1.25);
    assertArrayEquals(
        new float[] {
          (float) (-1.5 / unit),
          (float) (-0.5 / unit),
          (float) (0.5 / unit),
          (float) (1.5 / unit),
          0,
          0,
          0,
          0
        },
        map.values(),
        1e-6f);
  }

  @Test
  void adamGoesAsByHand() {
    AdamMoments moments = new AdamMoments(1);
    float[] value = {1};
    moments.move(value, new float[] {0.5f}, 0.1, 1);
    assertEquals(1 - 0.1 * 0.5 / (0.5 + 1e-8), value[0], 1e-6);
    moments.move(value, new float[] {-1}, 0.1, 2);
    double first = (0.9 * 0.05 - 0.1) / (1 - 0.81);
    double second = (0.999 * 0.00025 + 0.001) / (1 - 0.999 * 0.999);
    assertEquals(0.9 - 0.1 * first / (Math.sqrt(second) + 1e-8), value[0], 1e-6);
  }

  @Test
  void priorsAreZeroWhereCodesShouldBeAndTheirGradientsHold() {
    CodePrior inZ = new CodePrior(InversionSpace.Z, new float[0], 0);
    assertEquals(0, inZ.of(new float[] {1, -1, 1}, new float[3], 1), 1e-12);
    CodePrior ofLayers = new CodePrior(InversionSpace.W_PLUS, new float[] {1, 2}, Math.sqrt(2));
    assertEquals(0, ofLayers.of(new float[] {1, 2, 1, 2}, new float[4], 1), 1e-12);
    assertEquals(1, ofLayers.of(new float[] {2, 3, 0, 1}, new float[4], 1), 1e-12);
    assertEquals(
        0,
        new CodePrior(InversionSpace.W, new float[] {1, 2}, 1)
            .of(new float[] {9, 9}, new float[2], 1));
    for (CodePrior prior : new CodePrior[] {inZ, ofLayers}) {
      float[] code = {0.5f, 2.5f, -1, 3};
      float[] gradient = new float[4];
      double term = prior.of(code, gradient, 2);
      double squares = Arrays.stream(prior.residuals(code, 2)).map(each -> each * each).sum();
      assertEquals(2 * term, squares, 1e-6);
      for (int i = 0; i < 4; i++) {
        float[] more = code.clone();
        more[i] += 0.01f;
        float[] less = code.clone();
        less[i] -= 0.01f;
        double slope =
            (prior.of(more, new float[4], 0) - prior.of(less, new float[4], 0))
                / (more[i] - (double) less[i]);
        assertEquals(2 * slope, gradient[i], 1e-2);
      }
    }
  }
}

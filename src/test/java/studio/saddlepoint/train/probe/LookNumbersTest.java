package studio.saddlepoint.train.probe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.torch.TorchEngine;

class LookNumbersTest {
  private static Features normal(long seed, int count, int dimension, double mean, double spread) {
    Random random = new Random(seed);
    float[] rows = new float[count * dimension];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) (mean + spread * random.nextGaussian());
    }
    return new Features(count, dimension, rows);
  }

  @Test
  void measuresDistancesOfRows() {
    try (NDManager manager = TorchEngine.manager(Device.cpu())) {
      Features a = new Features(2, 2, new float[] {0, 0, 3, 4});
      Features b = new Features(3, 2, new float[] {0, 0, 3, 0, 100, 0});
      Distances found = Distances.between(a, b, manager);
      assertArrayEquals(
          new float[] {0, 3, 100, 5, 4, (float) Math.hypot(97, 4)}, found.values(), 1e-2f);
      assertEquals(0, found.nearest(0, -1));
      assertEquals(1, found.nearest(0, 0));
      assertEquals(1, found.nearest(1, -1));
      Distances own = Distances.between(a, a, manager);
      assertEquals(5, own.meanBetween(), 1e-3);
      assertEquals(5, own.meanWithin(new int[] {1, 1}, 1), 1e-3);
      assertTrue(Double.isNaN(own.meanWithin(new int[] {1, 0}, 1)));
    }
  }

  @Test
  void theEnergyDistanceIsNothingForTheSameAndNearlyOneForPointsApart() {
    try (NDManager manager = TorchEngine.manager(Device.cpu())) {
      Features one = normal(1, 400, 8, 0, 1);
      assertEquals(0, energy(one, normal(2, 400, 8, 0, 1), manager), 0.01);
      assertEquals(0.5, energy(one, normal(2, 400, 8, 0, 1e-3), manager), 0.25);
      assertTrue(energy(one, normal(2, 400, 8, 50, 1), manager) > 0.95);
      assertEquals(0, Looking.energy(0, 0, 0));
    }
  }

  private static double energy(Features a, Features b, NDManager manager) {
    return Looking.energy(
        Distances.between(a, b, manager).mean(),
        Distances.between(a, a, manager).meanBetween(),
        Distances.between(b, b, manager).meanBetween());
  }

  @Test
  void ranksPairs() {
    assertEquals(1, Outputs.ranked(new float[] {2, 3}, new float[] {0, 1}));
    assertEquals(0.5, Outputs.ranked(new float[] {1, 1}, new float[] {1, 1}));
    assertEquals(0.625, Outputs.ranked(new float[] {0, 2}, new float[] {0, 1}));
  }

  @Test
  void tellsOverfittingFromChance() {
    float[] train = normal(1, 256, 1, 2, 1).rows();
    float[] fake = normal(2, 256, 1, -2, 1).rows();
    assertEquals(0, Outputs.overfitting(train, normal(3, 256, 1, 2, 1).rows(), fake));
    assertEquals(0.5, Outputs.overfitting(train, normal(3, 256, 1, 0, 1).rows(), fake), 0.1);
    assertEquals(1, Outputs.overfitting(train, normal(3, 256, 1, -2, 1).rows(), fake), 0.1);
    assertTrue(
        Double.isNaN(Outputs.overfitting(train, train, normal(4, 256, 1, 2, 1).rows())),
        "nothing to be held against");
  }

  @Test
  void drawsDifferentPicturesByChance() {
    int[] chosen = DataSide.chosen(100, 30, new SplittableRandom(1));
    assertEquals(30, IntStream.of(chosen).distinct().count());
    assertTrue(IntStream.of(chosen).allMatch(i -> i >= 0 && i < 100));
    assertEquals(5, DataSide.chosen(5, 30, new SplittableRandom(1)).length);
  }

  @Test
  void staysWithinItsBudget() {
    ProbeBudget budget = new ProbeBudget();
    assertFalse(budget.allows(0.02), "no step was made yet");
    int looks = 0;
    for (int step = 0; step < 10_000; step++) {
      budget.trained(0.05);
      if (budget.allows(0.02)) {
        budget.spent(0.6);
        looks++;
      }
    }
    assertTrue(budget.share() <= 0.02, "" + budget.share());
    assertEquals(10, looks, 10, "" + looks);
    assertTrue(budget.share() > 0.015, "" + budget.share());
  }

  @Test
  void makesPicturesAsCoarseAsSmallerOnes() {
    byte[] bytes = {0, 100, 40, 60, 20, 80, 50, 50, 1, 1, 2, 2, 1, 1, 2, 2};
    Pictures coarse = new Pictures(new ImageShape(1, 4, 4), bytes).coarse(2);
    assertArrayEquals(
        new byte[] {50, 50, 50, 50, 50, 50, 50, 50, 1, 1, 2, 2, 1, 1, 2, 2}, coarse.bytes());
    assertEquals(1, coarse.count());
  }

  @Test
  void aCheckerboardStandsOutOfNoise() {
    Random random = new Random(1);
    StridePeak noise = new StridePeak();
    StridePeak pattern = new StridePeak();
    for (int picture = 0; picture < 50; picture++) {
      double[] grey = new double[32 * 32];
      for (int i = 0; i < grey.length; i++) {
        grey[i] = random.nextGaussian();
      }
      noise.add(grey, 32, 32);
      for (int i = 0; i < grey.length; i++) {
        grey[i] += (i / 32 + i) % 2 == 0 ? 1 : -1;
      }
      pattern.add(grey, 32, 32);
    }
    assertEquals(1, noise.ratio(), 0.15);
    // 2 H W (HW + H) over 2 H W H: the pattern is all in one of the bins
    assertEquals(33, pattern.ratio(), 6);
    assertEquals(1, new StridePeak().ratio());
  }
}

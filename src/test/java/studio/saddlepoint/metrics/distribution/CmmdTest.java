package studio.saddlepoint.metrics.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.torch.TorchEngine;

class CmmdTest {
  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  @Test
  void theSameFeaturesAreNoDistanceApart() {
    Features features = features(40, 0);
    assertEquals(0, Cmmd.between(features, features, Progress.NONE), 1e-9);
  }

  @Test
  void lengthsDoNotMatterAndDirectionsDo() {
    Features real = features(60, 0);
    Features fake = features(50, 1);
    float[] longer = fake.rows().clone();
    for (int i = 0; i < longer.length; i++) {
      longer[i] *= 8;
    }
    double distance = Cmmd.between(real, fake, Progress.NONE);
    assertEquals(distance, Cmmd.between(real, new Features(50, 6, longer), Progress.NONE), 1e-9);
    assertTrue(distance > Cmmd.between(real, features(50, 0), Progress.NONE));
  }

  @Test
  void agreesWithTheDirectSum() {
    Features real = features(1_500, 0);
    Features fake = features(1_600, 0.5);
    double direct = GaussianDiscrepancy.of(Cmmd.unit(real), Cmmd.unit(fake), 10).biased();
    assertEquals(1_000 * direct, Cmmd.between(real, fake, Progress.NONE), 1e-9);
  }

  @Test
  void aRowOfZerosStays() {
    float[] rows = {0, 0, 3, 4};
    float[] unit = Cmmd.unit(new Features(2, 2, rows)).rows();
    assertEquals(0, unit[0]);
    assertEquals(0.6, unit[2], 1e-7);
    assertEquals(3, rows[2], "what was given is not changed");
  }

  private static Features features(int count, double shift) {
    Random random = new Random(7);
    float[] rows = new float[count * 6];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) (random.nextGaussian() + (i % 6 == 0 ? shift : 0));
    }
    return new Features(count, 6, rows);
  }
}

package studio.saddlepoint.lab.plane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.Loss;
import studio.saddlepoint.recipe.network.OptimizerKind;

class PlaneTrainingTest {
  private static final PlaneSettings RING =
      PlaneSettings.of(PlaneData.ring()).with(new NetworkSizes(1, 16, 1, 16));

  private static PlaneLook after(PlaneSettings settings, int steps) {
    try (PlaneTraining training = new PlaneTraining(settings)) {
      for (int i = 0; i < steps; i++) {
        training.step();
      }
      return training.look();
    }
  }

  @Test
  void theSameSeedTrainsTheSameAndLooksChangeNothing() {
    PlaneLook one = after(RING, 6);
    try (PlaneTraining watched = new PlaneTraining(RING)) {
      for (int i = 0; i < 6; i++) {
        watched.look();
        watched.step();
      }
      PlaneLook other = watched.look();
      assertArrayEquals(one.fake(), other.fake());
      assertArrayEquals(one.heat(), other.heat());
      assertArrayEquals(one.real(), other.real());
      assertEquals(one.lossOfGenerator(), other.lossOfGenerator());
    }
  }

  /**
   * The best discriminator is p / (p + q) (Goodfellow et al. 2014, proposition 1): trained against
   * a generator that rests, the network comes to it wherever there is anything. q is counted, p
   * known.
   */
  @Test
  void aTrainedDiscriminatorComesToTheShareOfTheRealPoints() {
    double deviation = 0.5;
    PlaneData data = new PlaneData(List.of(new PlaneData.Centre(0.4, 0)), deviation);
    PlaneSettings settings =
        PlaneSettings.of(data)
            .with(new NetworkSizes(1, 16, 2, 32))
            .with(Map.of("discriminator.optimizer.learningRate", 3e-3));
    try (PlaneTraining training = new PlaneTraining(settings)) {
      for (int i = 0; i < 900; i++) {
        training.moveDiscriminator();
      }
      PlaneLook look = training.look();
      assertTrue(look.probability());
      int side = look.side();
      double cell = 2 * PlaneLook.REACH / (side - 1);
      double[] q = counted(training, side, cell);
      double error = 0;
      double mass = 0;
      for (int i = 0; i < q.length; i++) {
        double x = i % side * cell - PlaneLook.REACH - 0.4;
        double y = i / side * cell - PlaneLook.REACH;
        double p =
            Math.exp(-(x * x + y * y) / (2 * deviation * deviation))
                / (2 * Math.PI * deviation * deviation)
                * cell
                * cell;
        if (p + q[i] > 1e-4) {
          error += (p + q[i]) * Math.abs(look.heat()[i] - p / (p + q[i]));
          mass += p + q[i];
        }
      }
      double mean = error / mass;
      assertTrue(mass > 1.3, () -> "most of both is looked at");
      assertTrue(mean < 0.06, () -> "D is " + mean + " from p / (p + q)");
    }
  }

  private static double[] counted(PlaneTraining training, int side, double cell) {
    int count = 200_000;
    float[] made =
        training.generate(
            PlaneLooking.normals(new SplittableRandom(5), count * PlaneTraining.LATENT));
    double[] q = new double[side * side];
    for (int i = 0; i < made.length; i += 2) {
      long column = Math.round((made[i] + PlaneLook.REACH) / cell);
      long row = Math.round((made[i + 1] + PlaneLook.REACH) / cell);
      if (column >= 0 && column < side && row >= 0 && row < side) {
        q[(int) (row * side + column)] += 1.0 / count;
      }
    }
    return q;
  }

  @ParameterizedTest
  @EnumSource(
      value = Loss.class,
      names = {"NON_SATURATING", "WASSERSTEIN", "RELATIVISTIC_PAIRED"})
  void pullsAreMinusTheFiniteDifferencesOfTheLoss(Loss loss) {
    try (PlaneTraining training = new PlaneTraining(RING.with(Map.of("method.loss", loss)))) {
      for (int i = 0; i < 20; i++) {
        training.step();
      }
      PlaneLook look = training.look();
      float h = 0.004f;
      for (int i = 0; i < 12; i++) {
        double difference =
            (training.lossOf(look.real(), moved(look.fake(), i, h))
                    - training.lossOf(look.real(), moved(look.fake(), i, -h)))
                / (2 * h);
        assertEquals(-difference * look.fake().length / 2, look.pull()[i], 0.02);
      }
    }
  }

  private static float[] moved(float[] points, int at, float by) {
    float[] copy = points.clone();
    copy[at] += by;
    return copy;
  }

  @Test
  void everythingButTheSizesMayChangeWhileItTrains() {
    try (PlaneTraining training = new PlaneTraining(RING)) {
      training.step();
      training.change(
          RING.with(
              Map.of(
                  "method.loss",
                  Loss.WASSERSTEIN,
                  "method.gradientPenalty",
                  0.1,
                  "method.criticSteps",
                  3,
                  "method.instanceNoise",
                  0.1,
                  "generator.optimizer.kind",
                  OptimizerKind.RMSPROP,
                  "discriminator.optimizer.kind",
                  OptimizerKind.SGD)));
      training.step();
      training.change(RING.with(PlaneData.moons()));
      training.moveGenerator();
      PlaneLook look = training.look();
      assertEquals(2, look.step());
      assertEquals(40, look.allModes());
      assertFalse(look.diverged());
      assertThrows(
          IllegalArgumentException.class,
          () -> training.change(RING.with(new NetworkSizes(2, 16, 1, 16))));
    }
  }

  @ParameterizedTest
  @EnumSource(PlanePenalty.class)
  void everyPenaltyAndEveryLossTrains(PlanePenalty penalty) {
    for (Loss loss : new Loss[] {Loss.NON_SATURATING, Loss.WASSERSTEIN, Loss.RELATIVISTIC_PAIRED}) {
      Map<String, Object> changes = new java.util.HashMap<>(penalty.changes(0.5));
      changes.put("method.loss", loss);
      PlaneLook look = after(RING.with(changes), 2);
      assertFalse(look.diverged(), penalty + " " + loss);
      assertTrue(Double.isFinite(look.lossOfDiscriminator()));
    }
  }

  @Test
  void onlyOnePenaltyIsOnAtATime() {
    PlaneSettings settings = RING;
    for (PlanePenalty penalty : PlanePenalty.values()) {
      settings = settings.with(penalty.changes(0.7));
      assertEquals(penalty, PlanePenalty.of(settings.recipe().method()));
      assertEquals(
          penalty == PlanePenalty.NONE ? 0 : 0.7, PlanePenalty.weight(settings.recipe().method()));
    }
  }

  @Test
  void diverseDataIsWhereItShouldBe() {
    for (PlaneData data :
        List.of(PlaneData.ring(), PlaneData.gaussians(), PlaneData.spiral(), PlaneData.moons())) {
      float[] points = data.sample(new SplittableRandom(1), 4000);
      PlaneData.Covered covered = data.covered(points);
      assertEquals(data.centres().size(), covered.modes());
      assertTrue(covered.off() < 0.03);
      for (float each : points) {
        assertTrue(Math.abs(each) < PlaneLook.REACH);
      }
      PlaneData.Covered one =
          data.covered(
              new float[] {
                (float) data.centres().get(0).x(), (float) data.centres().get(0).y(), 1.5f, 1.5f
              });
      assertEquals(1, one.modes());
      assertEquals(0.5, one.off());
    }
    assertEquals(25, PlaneData.gaussians().centres().size());
  }

  @Test
  void whatCannotBeTrainedIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> PlaneData.drawn(List.of()));
    assertThrows(IllegalArgumentException.class, () -> new NetworkSizes(0, 8, 1, 8));
    assertThrows(IllegalArgumentException.class, () -> new NetworkSizes(1, 8, 1, 4096));
    Recipe began = Recipe.defaults().with("method.kind", "began");
    assertThrows(
        StudioException.class,
        () -> new PlaneSettings(PlaneData.ring(), new NetworkSizes(1, 8, 1, 8), began));
  }
}

package studio.saddlepoint.latent.direction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.FirstWeight;
import studio.saddlepoint.latent.LatentCodes;
import studio.saddlepoint.torch.TorchEngine;

/** Directions from weights and from samples, where the truth is known. */
class UnsupervisedDirectionsTest {
  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  @Test
  void factorisationFindsWhatIsMultipliedMost() {
    FirstWeight weight = new FirstWeight(0, 3, 3, new float[] {0, 2, 0, 0, 0, -5, 1, 0, 0});
    ClosedFormFactorization found = ClosedFormFactorization.of(List.of(weight), false, 3);
    assertArrayEquals(new double[] {25, 4, 1}, found.eigenvalues(), 1e-9);
    assertArrayEquals(new double[] {0, 0, 1}, found.directions()[0], 1e-9);
    assertArrayEquals(new double[] {0, 1, 0}, found.directions()[1], 1e-9);
    assertArrayEquals(new double[] {1, 0, 0}, found.directions()[2], 1e-9);
  }

  @Test
  void outputsThatReadNothingDoNotSpoilUnitRows() {
    FirstWeight weight = new FirstWeight(0, 2, 2, new float[] {0, 0, 0, 7});
    ClosedFormFactorization found = ClosedFormFactorization.of(List.of(weight), true, 1);
    assertEquals(1, found.eigenvalues()[0], 1e-9);
    assertArrayEquals(new double[] {0, 1}, found.directions()[0], 1e-9);
  }

  @Test
  void moreDirectionsThanThereAreAreRefused() {
    FirstWeight weight = new FirstWeight(0, 1, 2, new float[] {1, 2});
    StudioException refused =
        assertThrows(
            StudioException.class, () -> ClosedFormFactorization.of(List.of(weight), true, 3));
    assertTrue(refused.getMessage().contains("1 to 2"), refused.getMessage());
    assertThrows(StudioException.class, () -> ClosedFormFactorization.of(List.of(), true, 1));
    assertThrows(
        StudioException.class, () -> PrincipalDirections.of(new float[][] {{1, 2}, {3, 4}}, 2));
  }

  /** The same samples with many zeros beside them, so that numbers outweigh samples. */
  @Test
  void componentsAreTheSameByEitherMatrix() {
    float[][] few = LatentCodes.gaussian(20, 6, 1);
    float[][] wide = new float[20][40];
    for (int n = 0; n < 20; n++) {
      few[n][2] *= 5;
      System.arraycopy(few[n], 0, wide[n], 10, 6);
    }
    PrincipalDirections narrow = PrincipalDirections.of(few, 3);
    PrincipalDirections found = PrincipalDirections.of(wide, 3);
    assertArrayEquals(narrow.deviations(), found.deviations(), 1e-9);
    for (int k = 0; k < 3; k++) {
      assertArrayEquals(
          narrow.components()[k],
          java.util.Arrays.copyOfRange(found.components()[k], 10, 16),
          1e-9);
    }
  }

  /** Activations that one number of the code moves most: the way back points along that number. */
  @Test
  void componentsOfActivationsAreRegressedBackToCodes() {
    float[][] codes = LatentCodes.gaussian(2000, 4, 2);
    float[][] activations = new float[codes.length][5];
    for (int n = 0; n < codes.length; n++) {
      float[] z = codes[n];
      activations[n] = new float[] {3 * z[1], 2 * z[1], 2 * z[3] + 1, z[0], 0};
    }
    PrincipalDirections found = PrincipalDirections.of(activations, 2);
    double[][] back = found.regressedTo(codes, activations);
    assertEquals(Math.sqrt(13), found.deviations()[0], 0.1);
    assertEquals(1, back[0][1], 0.01);
    assertEquals(1, back[1][3], 0.01);
  }
}

package studio.saddlepoint.latent.direction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.LatentCodes;
import studio.saddlepoint.latent.LayerRange;
import studio.saddlepoint.latent.Space;
import studio.saddlepoint.torch.TorchEngine;

/** How much directions move attributes, where the truth is known. */
class EntanglementTest {
  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  static Direction direction(String name, float... vector) {
    return new Direction(
        name,
        Space.Z,
        Direction.numbers(Vectors.unit(doubles(vector))),
        LayerRange.ALL,
        1,
        new DirectionOrigin(DirectionMethod.SEFA, Map.of(), 1, 0));
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }

  /**
   * Attributes that are linear in standard codes vary by the length of their rows, so a slider of
   * reach s moves them by 2 s times a cosine.
   */
  @Test
  void movementIsTwiceTheReachTimesTheCosine() {
    float[][] matrix = {{3, 0, 0}, {1, 1, 0}, {0, 0, 0.1f}};
    float[][] codes = LatentCodes.gaussian(20_000, 3, 1);
    List<JudgedCodes> batches = List.of(KnownCodes.linear(codes, matrix));
    Entanglement found =
        Entanglement.measure(
            List.of(direction("first", 1, 0, 0), direction("back", 0, -1, 0)),
            each -> batches,
            2,
            Progress.NONE);
    assertEquals(List.of("first", "back"), found.directions());
    assertRow(List.of(4.0, 4 * Math.sqrt(0.5), 0.0), found.moved().get(0));
    assertRow(List.of(0.0, 4 * Math.sqrt(0.5), 0.0), found.moved().get(1));
    assertRow(List.of(0.0, -4 * Math.sqrt(0.5), 0.0), found.change().get(1));
    assertEquals(0, found.mostMoved(0));
    assertEquals(1, found.mostMoved(1));
    assertEquals(1, found.purity(1), 0.01);
    assertEquals(1 / (1 + Math.sqrt(0.5)), found.purity(0), 0.01);
  }

  private static void assertRow(List<Double> expected, List<Double> row) {
    for (int k = 0; k < expected.size(); k++) {
      assertEquals(expected.get(k), row.get(k), 0.05);
    }
  }

  /** An attribute that goes up for some and down for others moves, but not on the whole. */
  @Test
  void movementOfEitherSignCounts() {
    float[][] codes = {{1, 0}, {-1, 0}, {1, 1}, {-1, -1}};
    JudgedCodes product =
        new KnownCodes(
            codes,
            KnownCodes.factors(1),
            new float[][] {{1, 1}},
            y -> y.square()); // slope 2 y: up on one side, down on the other
    Entanglement found =
        Entanglement.measure(
            List.of(direction("second", 0, 1)), each -> List.of(product), 1, Progress.NONE);
    assertEquals(0, found.change().get(0).get(0), 1e-6);
    assertTrue(found.moved().get(0).get(0) > 1);
  }

  @Test
  void aResponseTellsWhetherAnAttributeFollowsTheSlider() {
    float[][] codes = LatentCodes.gaussian(100, 2, 1);
    List<JudgedCodes> batches = List.of(KnownCodes.linear(codes, new float[][] {{1, 0}, {0, 0}}));
    List<Double> units = List.of(-3.0, -1.0, 0.0, 2.0);
    AttributeResponse follows =
        AttributeResponse.of(direction("d", -1, 0), batches, 0, units, Progress.NONE);
    assertTrue(follows.monotonic());
    assertEquals(-5, follows.means().get(3) - follows.means().get(0), 1e-4);
    assertFalse(
        AttributeResponse.of(direction("d", 1, 0), batches, 1, units, Progress.NONE).monotonic());
  }

  @Test
  void nothingToMeasureIsRefused() {
    assertThrows(
        StudioException.class,
        () -> Entanglement.measure(List.of(), each -> List.of(), 3, Progress.NONE));
  }
}

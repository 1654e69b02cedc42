package studio.saddlepoint.latent.direction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.LatentCodes;
import studio.saddlepoint.latent.LayerRange;
import studio.saddlepoint.latent.Space;
import studio.saddlepoint.torch.TorchEngine;

/** Directions of factors that a bent linear generator is known to have, over a whole slider. */
class KnownDirectionsTest {
  /** Three factors along lines of their own, neither of unit length nor along the axes. */
  private static final float[][] FACTORS = {
    {0.2f, 0.2f, 0, 0}, {0, 0, 0.3f, -0.1f}, {0.1f, -0.1f, 0, 0}
  };

  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  private static KnownCodes codes(int count, long seed) {
    return new KnownCodes(
        LatentCodes.gaussian(count, 4, seed), KnownCodes.factors(3), FACTORS, NDArray::tanh);
  }

  @Test
  void eachMethodMovesItsFactorMonotonicallyAndNoOther() {
    KnownCodes seen = codes(3000, 1);
    double[][] told = seen.judge(seen.zero());
    KnownCodes few = codes(60, 2);
    AttributeScale scale = AttributeScale.of(told);
    for (int factor = 0; factor < 3; factor++) {
      int place = factor;
      LabelledCodes thirds =
          LabelledCodes.outerThirds(
              seen.codes(), Arrays.stream(told).mapToDouble(each -> each[place]).toArray());
      List<float[][]> path = AttributeAscent.USUAL.path(few, factor, scale, Progress.NONE);
      double[] ascended = new double[4];
      for (float[] end : path.get(path.size() - 1)) {
        for (int i = 0; i < 4; i++) {
          ascended[i] += end[i];
        }
      }
      Map<String, double[]> found =
          Map.of(
              "classifier", Vectors.unit(ascended),
              "means", MeanDifference.of(thirds),
              "logistic", LogisticNormal.of(thirds));
      found.forEach((method, vector) -> check(method, vector, place));
    }
  }

  private static void check(String method, double[] vector, int factor) {
    Direction direction =
        new Direction(
            method,
            Space.Z,
            Direction.numbers(vector),
            LayerRange.ALL,
            1,
            new DirectionOrigin(DirectionMethod.of(method), Map.of(), 1, 0));
    List<JudgedCodes> others = List.of(codes(500, 9));
    AttributeResponse response =
        AttributeResponse.of(
            direction,
            others,
            factor,
            List.of(-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0),
            Progress.NONE);
    assertTrue(response.monotonic(), method + factor + response.means());
    Entanglement entanglement =
        Entanglement.measure(List.of(direction), each -> others, 3, Progress.NONE);
    assertEquals(factor, entanglement.mostMoved(0));
    assertTrue(entanglement.change().get(0).get(factor) > 3, method + entanglement.change());
    assertTrue(entanglement.purity(0) > 0.85, method + factor + entanglement.moved());
  }
}

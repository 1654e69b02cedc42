package studio.saddlepoint.latent.direction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.LatentCodes;

/** Directions from codes that have an attribute or not, where the truth is known. */
class LabelledCodesTest {
  private static final double[] TRUTH = {0.8, 0, -0.6, 0};

  private static double along(float[] code) {
    double sum = 0;
    for (int i = 0; i < TRUTH.length; i++) {
      sum += TRUTH[i] * code[i];
    }
    return sum;
  }

  @Test
  void meanDifferenceFindsTheNormalOfStandardCodes() {
    float[][] codes = LatentCodes.gaussian(4000, 4, 3);
    boolean[] positive = new boolean[codes.length];
    for (int n = 0; n < codes.length; n++) {
      positive[n] = along(codes[n]) > 0.3;
    }
    double[] found = MeanDifference.of(new LabelledCodes(codes, positive));
    assertEquals(1, Vectors.dot(found, TRUTH), 0.003);
  }

  @Test
  void logisticRegressionFindsTheNormalBehindNoisyLabels() {
    float[][] codes = LatentCodes.gaussian(4000, 4, 4);
    Random random = new Random(1);
    boolean[] positive = new boolean[codes.length];
    for (int n = 0; n < codes.length; n++) {
      // the model's own assumption: a logit that is linear in the code
      double logit = 4 * along(codes[n]) - 1;
      positive[n] = random.nextDouble() < 1 / (1 + Math.exp(-logit));
    }
    double[] found = LogisticNormal.of(new LabelledCodes(codes, positive));
    assertEquals(1, Vectors.dot(found, TRUTH), 0.003);
  }

  /** Here the means differ along other lines than the plane's normal. */
  @Test
  void logisticRegressionHeedsThatNumbersOfACodeGoTogether() {
    float[][] codes = LatentCodes.gaussian(4000, 4, 5);
    boolean[] positive = new boolean[codes.length];
    for (int n = 0; n < codes.length; n++) {
      codes[n][1] = 10 * codes[n][0] + codes[n][1];
      positive[n] = along(codes[n]) > 0;
    }
    LabelledCodes samples = new LabelledCodes(codes, positive);
    assertTrue(Vectors.dot(MeanDifference.of(samples), TRUTH) < 0.3);
    assertEquals(1, Vectors.dot(LogisticNormal.of(samples), TRUTH), 0.003);
  }

  @Test
  void separableCodesGiveAFiniteNormalTheSameAgain() {
    float[][] codes = LatentCodes.gaussian(60, 3, 6);
    boolean[] positive = new boolean[codes.length];
    for (int n = 0; n < codes.length; n++) {
      positive[n] = n % 2 == 0;
      codes[n][2] = positive[n] ? 1 : -1;
    }
    LabelledCodes samples = new LabelledCodes(codes, positive);
    double[] found = LogisticNormal.of(samples);
    assertTrue(found[2] > 0.9, Arrays.toString(found));
    assertArrayEquals(found, LogisticNormal.of(samples));
  }

  @Test
  void numbersAreSplitIntoOuterThirds() {
    float[][] codes = new float[30][];
    double[] values = new double[30];
    for (int n = 0; n < 30; n++) {
      values[n] = (n * 7) % 30;
      codes[n] = new float[] {(float) values[n]};
    }
    LabelledCodes thirds = LabelledCodes.outerThirds(codes, values);
    assertEquals(20, thirds.codes().length);
    for (int n = 0; n < 20; n++) {
      assertEquals(thirds.positive()[n], thirds.codes()[n][0] >= 20);
      assertTrue(thirds.codes()[n][0] < 10 || thirds.codes()[n][0] >= 20);
    }
  }

  @Test
  void tooFewOfAKindAreRefusedWithTheirNumber() {
    boolean[] positive = new boolean[100];
    Arrays.fill(positive, 0, 3, true);
    StudioException refused =
        assertThrows(StudioException.class, () -> new LabelledCodes(new float[100][2], positive));
    assertTrue(refused.getMessage().contains("Of 100 pictures 3"), refused.getMessage());
  }

  @Test
  void codesThatDoNotDifferGiveNoDirection() {
    boolean[] positive = new boolean[20];
    Arrays.fill(positive, 0, 10, true);
    LabelledCodes same = new LabelledCodes(new float[20][3], positive);
    assertThrows(StudioException.class, () -> MeanDifference.of(same));
    assertThrows(StudioException.class, () -> LogisticNormal.of(same));
  }
}

package studio.saddlepoint.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatentCodesTest {
  private static final int MANY = 200_000;

  @Test
  void gaussianCodesAreStandardNormal() {
    float[] drawn = LatentCodes.gaussian(1, MANY, 7)[0];
    assertEquals(0, moment(drawn, 1), 5 / Math.sqrt(MANY));
    assertEquals(1, moment(drawn, 2), 5 * Math.sqrt(2.0 / MANY));
    assertEquals(3, moment(drawn, 4), 5 * Math.sqrt(96.0 / MANY));
  }

  @Test
  void codesOfDifferentRowsAndSeedsAreIndependent() {
    float[][] codes = LatentCodes.gaussian(2, MANY, 7);
    float[] other = LatentCodes.gaussian(1, MANY, 8)[0];
    assertEquals(0, correlation(codes[0], codes[1]), 5 / Math.sqrt(MANY));
    assertEquals(0, correlation(codes[0], other), 5 / Math.sqrt(MANY));
    assertEquals(
        0,
        correlation(Arrays.copyOfRange(other, 0, MANY - 1), Arrays.copyOfRange(other, 1, MANY)),
        5 / Math.sqrt(MANY));
  }

  @Test
  void sameSeedGivesTheSameCodesAndMoreCodesKeepTheFirst() {
    float[][] few = LatentCodes.gaussian(2, 16, 42);
    float[][] more = LatentCodes.gaussian(5, 16, 42);
    assertArrayEquals(few[0], more[0]);
    assertArrayEquals(few[1], more[1]);
    assertFalse(Arrays.equals(few[0], few[1]));
  }

  @Test
  void numbersAreTheSameOnEveryMachine() {
    assertArrayEquals(
        new float[] {-1.3756908f, -1.0965285f, -0.5025614f}, LatentCodes.gaussian(1, 3, 1)[0], 0f);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.5, 0.9999, 1, 2, 3})
  void truncatedCodesHaveTheMomentsOfTheTruncatedNormal(double threshold) {
    float[] drawn = LatentCodes.truncated(1, MANY, threshold, 3)[0];
    for (float each : drawn) {
      assertTrue(Math.abs(each) <= threshold, () -> each + " beyond " + threshold);
    }
    double density = Math.exp(-threshold * threshold / 2) / Math.sqrt(2 * Math.PI);
    double mass = integral(threshold);
    double second = 1 - 2 * threshold * density / mass;
    double fourth = 3 * second - 2 * Math.pow(threshold, 3) * density / mass;
    assertEquals(0, moment(drawn, 1), 5 * Math.sqrt(second / MANY));
    assertEquals(second, moment(drawn, 2), 5 * Math.sqrt((fourth - second * second) / MANY));
    assertEquals(fourth, moment(drawn, 4), 5 * Math.pow(threshold, 4) / Math.sqrt(MANY));
  }

  @Test
  void truncationKeepsWhatIsWithinTheThreshold() {
    float[] free = LatentCodes.gaussian(1, 500, 11)[0];
    float[] held = LatentCodes.truncated(1, 500, 1.2, 11)[0];
    for (int i = 0; i < free.length; i++) {
      assertEquals(Math.abs(free[i]) <= 1.2, free[i] == held[i]);
    }
    assertArrayEquals(free, LatentCodes.truncated(1, 500, Double.POSITIVE_INFINITY, 11)[0]);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void refusesThresholdsThatLeaveNothing(double threshold) {
    assertThrows(IllegalArgumentException.class, () -> LatentCodes.truncated(1, 4, threshold, 1));
  }

  @Test
  void pathsBeginAndEndAtTheirEnds() {
    float[] a = LatentCodes.gaussian(1, 64, 1)[0];
    float[] b = LatentCodes.gaussian(1, 64, 2)[0];
    assertArrayEquals(a, LatentCodes.lerp(a, b, 0));
    assertArrayEquals(b, LatentCodes.lerp(a, b, 1));
    assertArrayEquals(a, LatentCodes.slerp(a, b, 0), 1e-6f);
    assertArrayEquals(b, LatentCodes.slerp(a, b, 1), 1e-6f);
  }

  @Test
  void slerpKeepsTheLengthWhereLerpCutsTheCorner() {
    float[] a = LatentCodes.gaussian(1, 256, 1)[0];
    float[] b = LatentCodes.gaussian(1, 256, 2)[0];
    double between = (length(a) + length(b)) / 2;
    assertEquals(between, length(LatentCodes.slerp(a, b, 0.5)), 1e-4 * between);
    assertTrue(length(LatentCodes.lerp(a, b, 0.5)) < 0.8 * between);
  }

  @Test
  void slerpGoesStraightBetweenParallelOppositeAndZeroCodes() {
    float[] a = {1, 2, 3};
    assertArrayEquals(
        new float[] {1.5f, 3, 4.5f}, LatentCodes.slerp(a, new float[] {2, 4, 6}, 0.5));
    assertArrayEquals(new float[] {0, 0, 0}, LatentCodes.slerp(a, new float[] {-1, -2, -3}, 0.5));
    assertArrayEquals(
        new float[] {0.5f, 1, 1.5f}, LatentCodes.slerp(a, new float[] {0, 0, 0}, 0.5));
  }

  @Test
  void variationsStayAsLongAsNormalCodesAre() {
    float[] z = LatentCodes.gaussian(1, MANY, 1)[0];
    float[] noise = LatentCodes.gaussian(1, MANY, 2)[0];
    assertArrayEquals(z, LatentCodes.vary(z, noise, 0));
    assertArrayEquals(noise, LatentCodes.vary(z, noise, 1));
    assertEquals(1, moment(LatentCodes.vary(z, noise, 0.4), 2), 0.02);
  }

  @Test
  void refusesCodesOfDifferentSizes() {
    assertThrows(
        IllegalArgumentException.class, () -> LatentCodes.lerp(new float[2], new float[3], 0.5));
  }

  private static double moment(float[] values, int power) {
    double sum = 0;
    for (float each : values) {
      sum += Math.pow(each, power);
    }
    return sum / values.length;
  }

  private static double correlation(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum / a.length;
  }

  private static double length(float[] code) {
    double sum = 0;
    for (float each : code) {
      sum += (double) each * each;
    }
    return Math.sqrt(sum);
  }

  /** Probability of a standard normal number within the threshold, by Simpson's rule. */
  private static double integral(double threshold) {
    int steps = 2000;
    double width = 2 * threshold / steps;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double x = -threshold + i * width;
      int weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * Math.exp(-x * x / 2);
    }
    return sum * width / 3 / Math.sqrt(2 * Math.PI);
  }
}

package studio.saddlepoint.latent.direction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.LatentCodes;
import studio.saddlepoint.torch.TorchEngine;

/** Ascents of attributes that are known functions of the code. */
class AttributeAscentTest {
  /** Two attributes that go together: both read the first number. */
  private static final float[][] TANGLED = {{1, 1, 0}, {1, 0, 0}, {0, 0, 0.5f}};

  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  private static AttributeScale scale(JudgedCodes codes) {
    return AttributeScale.of(codes.judge(codes.zero()));
  }

  private static float[] end(KnownCodes codes, int target, AttributeAscent ascent) {
    List<float[][]> path = ascent.path(codes, target, scale(codes), Progress.NONE);
    float[] mean = new float[3];
    for (float[] each : path.get(path.size() - 1)) {
      for (int i = 0; i < 3; i++) {
        mean[i] += each[i] / codes.count();
      }
    }
    return mean;
  }

  @Test
  void withoutAPenaltyItFollowsTheAttributesOwnGradient() {
    KnownCodes codes = KnownCodes.linear(LatentCodes.gaussian(20, 3, 1), TANGLED);
    float[] end = end(codes, 0, new AttributeAscent(8, 0.25, 0));
    float each = (float) (2 / Math.sqrt(2));
    assertArrayEquals(new float[] {each, each, 0}, end, 1e-4f);
  }

  @Test
  void aPenaltyKeepsTheOtherAttributes() {
    KnownCodes codes = KnownCodes.linear(LatentCodes.gaussian(400, 3, 1), TANGLED);
    float[] free = end(codes, 0, new AttributeAscent(12, 0.25, 0));
    float[] held = end(codes, 0, new AttributeAscent(12, 0.25, 2));
    assertTrue(Math.abs(held[0]) < 0.15 * free[0], Arrays.toString(held));
    assertTrue(held[1] > 1, Arrays.toString(held));
  }

  @Test
  void theAttributeRisesWithEveryStep() {
    KnownCodes codes =
        new KnownCodes(
            LatentCodes.gaussian(40, 3, 2), KnownCodes.factors(3), TANGLED, NDArray::tanh);
    double before = Double.NEGATIVE_INFINITY;
    for (float[][] at :
        new AttributeAscent(8, 0.1, 0.5).path(codes, 1, scale(codes), Progress.NONE)) {
      double now = Arrays.stream(codes.judge(at)).mapToDouble(each -> each[1]).sum();
      assertTrue(now > before, now + " after " + before);
      before = now;
    }
  }

  /** What an ascent follows is the slope of its score. */
  @Test
  void gradientsAgreeWithDifferences() {
    List<Attribute> some =
        List.of(
            new Attribute("a", Attribute.Kind.CLASS),
            new Attribute("b", Attribute.Kind.CLASS),
            new Attribute("c", Attribute.Kind.CLASS),
            new Attribute("d", Attribute.Kind.FACTOR));
    float[][] matrix = {{1, 0, 2}, {-1, 1, 0}, {0, -1, -2}, {0.5f, 0.3f, -0.2f}};
    KnownCodes codes = new KnownCodes(LatentCodes.gaussian(2, 3, 3), some, matrix, NDArray::tanh);
    AttributeScale scale = new AttributeScale(new double[] {1, 0.5, 2, 0.25});
    UnaryOperator<NDArray> score = new AttributeAscent(1, 1, 0.7).score(codes, 1, scale);
    float[][] at = {{0.3f, -0.2f, 0.4f}, {-0.1f, 0.5f, 0.2f}};
    float[][] gradients = codes.differentiate(at, score).gradients();
    float step = 1e-2f;
    for (int n = 0; n < 2; n++) {
      for (int i = 0; i < 3; i++) {
        float kept = at[n][i];
        at[n][i] = kept + step;
        double above = codes.differentiate(at, score).value();
        at[n][i] = kept - step;
        double below = codes.differentiate(at, score).value();
        at[n][i] = kept;
        assertEquals((above - below) / (2 * step), gradients[n][i], 2e-3, n + "," + i);
      }
    }
  }

  /** Of logits, the same number more for all other classes changes nothing. */
  @Test
  void otherClassesMayFallTogether() {
    List<Attribute> classes =
        List.of(
            new Attribute("a", Attribute.Kind.CLASS),
            new Attribute("b", Attribute.Kind.CLASS),
            new Attribute("c", Attribute.Kind.CLASS));
    float[][] matrix = {{2, 0, 0}, {-1, 0, 0}, {-1, 0, 0}};
    KnownCodes codes =
        new KnownCodes(LatentCodes.gaussian(10, 3, 4), classes, matrix, UnaryOperator.identity());
    float[] end = end(codes, 0, new AttributeAscent(4, 0.5, 100));
    assertEquals(2, end[0], 1e-4);
  }

  @Test
  void nonsenseIsRefusedAndCancellingEndsIt() {
    assertThrows(StudioException.class, () -> new AttributeAscent(0, 1, 1));
    assertThrows(StudioException.class, () -> new AttributeAscent(1, 0, 1));
    assertThrows(StudioException.class, () -> new AttributeAscent(1, 1, Double.NaN));
    KnownCodes codes = KnownCodes.linear(LatentCodes.gaussian(5, 3, 1), TANGLED);
    Progress cancelled =
        new Progress() {
          @Override
          public void report(String stage, double fraction) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThrows(
        CancellationException.class,
        () -> AttributeAscent.USUAL.path(codes, 0, scale(codes), cancelled));
  }
}

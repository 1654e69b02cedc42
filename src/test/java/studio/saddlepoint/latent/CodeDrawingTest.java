package studio.saddlepoint.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.TorchEngine;

class CodeDrawingTest {
  private static final double FREE = Double.POSITIVE_INFINITY;
  private static final List<String> CLASSES = List.of("a", "b", "c");

  private static Snapshot styled(List<String> classes) {
    TorchEngine.start(Progress.NONE);
    return Snapshot.of(TinyGenerator.noisy(classes), true);
  }

  private static Snapshot plain(List<String> classes) {
    TorchEngine.start(Progress.NONE);
    return TinyGenerator.snapshot(classes, 1);
  }

  private static LatentPoint inW(Snapshot snapshot, long seed, int label) {
    return new CodeInW(
        LatentPoint.Given.numbers(new LatentPoint.Seed(seed).w(snapshot.half(label), FREE)));
  }

  @Test
  void aCodeInWMakesThePictureOfTheCodeItCameFrom() {
    try (Snapshot snapshot = styled(CLASSES);
        Snapshot truncated = snapshot.truncated(new WTruncation(0.5, 3))) {
      LatentPoint point = new LatentPoint.Seed(3);
      LatentPoint same = inW(snapshot, 3, 1);
      int[] labels = {1, 2, 1};
      List<LatentPoint> points = List.of(point, new LatentPoint.Seed(4), same);
      for (Snapshot each : List.of(snapshot, truncated)) {
        float[][] codes = CodeDrawing.codes(each, points, labels, FREE);
        assertArrayEquals(codes[0], codes[2], 1e-6f);
        assertNotEquals(codes[0][0], codes[1][0]);
        assertEquals(3, CodeDrawing.draw(each, points, labels, FREE).size());
      }
    }
  }

  @Test
  void withoutAMappingNetworkWIsZ() {
    try (Snapshot snapshot = plain(List.of())) {
      float[] z = new LatentPoint.Seed(3).code(8, FREE);
      LatentPoint given = new CodeInW(LatentPoint.Given.numbers(z));
      int[] labels = {0};
      assertArrayEquals(
          CodeDrawing.draw(snapshot, List.of(new LatentPoint.Seed(3)), labels, FREE).get(0).argb(),
          CodeDrawing.draw(snapshot, List.of(given), labels, FREE).get(0).argb());
    }
  }

  @Test
  void thePathInWMeetsItsEndsAndGoesLayerByLayer() {
    try (Snapshot snapshot = styled(List.of())) {
      ToW half = snapshot.half(0);
      LatentPoint a = new LatentPoint.Seed(1);
      LatentPoint b = inW(snapshot, 2, 0);
      for (Interpolation way : Interpolation.values()) {
        float[] start = new BetweenInW(way, a, b, 0).w(half, FREE);
        float[] end = new LatentPoint.Between(way, a, b, 1).w(half, FREE);
        assertArrayEquals(a.w(half, FREE), start, 1e-6f);
        assertArrayEquals(b.w(half, FREE), end, 1e-6f);
        int size = half.sizes().w().size();
        float[] between = new BetweenInW(way, a, b, 0.3).w(half, FREE);
        float[] first =
            way.between(
                Arrays.copyOf(a.w(half, FREE), size), Arrays.copyOf(b.w(half, FREE), size), 0.3);
        assertArrayEquals(first, Arrays.copyOf(between, size), 1e-6f);
      }
    }
  }

  @Test
  void aShiftAppliedAndUndoneIsTheIdentity() {
    try (Snapshot snapshot = styled(List.of())) {
      float[] z = new LatentPoint.Seed(5).code(8, FREE);
      Shift inZ =
          new Shift(
              Space.Z,
              LatentPoint.Given.numbers(LatentCodes.gaussian(1, 8, 9)[0]),
              LayerRange.ALL,
              2);
      Shift inW =
          new Shift(
              Space.W,
              LatentPoint.Given.numbers(LatentCodes.gaussian(1, snapshot.w().size(), 8)[0]),
              new LayerRange(2, 3),
              -1.5);
      float[][] before = snapshot.map(new float[][] {z}, new int[] {0});
      try (Snapshot there = snapshot.shifted(List.of(inZ, inW));
          Snapshot back =
              snapshot.shifted(List.of(inZ, inW, inZ.by(-inZ.amount()), inW.by(-inW.amount())))) {
        float[][] moved = there.map(new float[][] {z}, new int[] {0});
        assertFalse(Arrays.equals(before[0], moved[0]));
        assertArrayEquals(before[0], back.map(new float[][] {z}, new int[] {0})[0], 1e-5f);
      }
      assertArrayEquals(new LatentPoint.Seed(5).code(8, FREE), z);
      try (Snapshot layers = snapshot.shifted(List.of(inW))) {
        float[] moved = layers.map(new float[][] {z}, new int[] {0})[0];
        int size = snapshot.w().size();
        for (int layer = 0; layer < snapshot.w().layers(); layer++) {
          boolean same =
              Arrays.equals(
                  before[0],
                  layer * size,
                  (layer + 1) * size,
                  moved,
                  layer * size,
                  (layer + 1) * size);
          assertEquals(layer < 2 || layer > 3, same, "layer " + layer);
        }
      }
    }
  }

  @Test
  void aDirectionOfAnotherGeneratorIsRefused() {
    Shift shift = new Shift(Space.Z, List.of(1f, 2f), LayerRange.ALL, 1);
    try (Snapshot snapshot = plain(List.of())) {
      assertTrue(
          assertThrows(StudioException.class, () -> snapshot.shifted(List.of(shift)))
              .getMessage()
              .contains("2 numbers"));
    }
    assertThrows(
        StudioException.class, () -> new Shift(Space.Z, List.of(Float.NaN), LayerRange.ALL, 1));
    assertThrows(StudioException.class, () -> shift.by(Double.NaN));
  }

  @Test
  void twoClassesAreMixed() {
    for (Snapshot each : List.of(styled(CLASSES), plain(CLASSES))) {
      try (Snapshot snapshot = each;
          Snapshot none = snapshot.mixed(new ClassMix(2, 0));
          Snapshot half = snapshot.mixed(new ClassMix(2, 0.5));
          Snapshot all = snapshot.mixed(new ClassMix(2, 1))) {
        float[][] z = LatentCodes.gaussian(1, 8, 3);
        float[] first = snapshot.pixels(z, new int[] {0}, FREE);
        float[] second = snapshot.pixels(z, new int[] {2}, FREE);
        assertArrayEquals(first, none.pixels(z, new int[] {0}, FREE));
        assertArrayEquals(second, all.pixels(z, new int[] {0}, FREE), 1e-6f);
        float[] mixed = half.pixels(z, new int[] {0}, FREE);
        assertFalse(Arrays.equals(first, mixed));
        assertFalse(Arrays.equals(second, mixed));
      }
    }
  }

  @Test
  void psiZeroTowardsTheClassIsTheMeanOfTheClass() {
    try (Snapshot snapshot = styled(CLASSES);
        Snapshot own = snapshot.truncated(new WTruncation(0, WTruncation.ALL, true));
        Snapshot common = snapshot.truncated(new WTruncation(0, WTruncation.ALL))) {
      float[][] z = LatentCodes.gaussian(3, 8, 3);
      float[][] means = own.map(z, new int[] {0, 1, 0});
      assertArrayEquals(means[0], means[2], 1e-6f);
      assertFalse(Arrays.equals(means[0], means[1]));
      assertArrayEquals(common.map(z, new int[] {0, 1, 0})[0], common.map(z, new int[3])[1]);
      assertEquals("psi 0.5 towards the class", new WTruncation(0.5, -1, true).text());
    }
  }

  @ParameterizedTest
  @EnumSource(Space.class)
  void gradientsAreThoseOfSmallSteps(Space space) {
    try (Snapshot snapshot = space == Space.Z ? plain(CLASSES) : styled(CLASSES)) {
      int[] labels = {1};
      float[][] codes =
          space == Space.Z
              ? LatentCodes.gaussian(1, 8, 6)
              : snapshot.map(LatentCodes.gaussian(1, 8, 6), labels);
      // Sums of many weighteds would lose in float32 what small steps change.
      float[] weights = LatentCodes.gaussian(1, snapshot.shape().pixels(), 4)[0];
      Function<NDArray, NDArray> weighted =
          pixels ->
              pixels.mul(ArrayScopes.of(pixels.getManager(), weights, pixels.getShape())).sum();
      CodeGradient found = snapshot.differentiate(space, codes, labels, weighted);
      double step = space == Space.Z ? 1e-2 : 1e-3;
      double steepest = 0;
      for (float each : found.gradients()[0]) {
        steepest = Math.max(steepest, Math.abs(each));
      }
      for (int i = 0; i < Math.min(6, codes[0].length); i++) {
        double[] ends = new double[2];
        for (int side = 0; side < 2; side++) {
          float[] moved = codes[0].clone();
          moved[i] += (side == 0 ? -1 : 1) * step;
          ends[side] =
              snapshot.differentiate(space, new float[][] {moved}, labels, weighted).value();
        }
        double slope = (ends[1] - ends[0]) / 2 / step;
        assertEquals(slope, found.gradients()[0][i], 0.02 * steepest, space + " " + i);
      }
    }
  }

  @Test
  void aPlaneMeetsItsThreeCodesAndKeepsThemNormal() {
    LatentPoint plane = LatentPoint.parse("plane(1,2,3,0.5,0.25)");
    assertEquals("plane(1,2,3,0.5,0.25)", plane.toString());
    LatentPoint o = new LatentPoint.Seed(1);
    LatentPoint a = new LatentPoint.Seed(2);
    LatentPoint b = new LatentPoint.Seed(3);
    assertArrayEquals(o.code(16, FREE), new InPlane(o, a, b, 0, 0).code(16, FREE));
    assertArrayEquals(a.code(16, FREE), new InPlane(o, a, b, 1, 0).code(16, FREE));
    assertArrayEquals(b.code(16, FREE), new InPlane(o, a, b, 0, 1).code(16, FREE));
    float[] far = new InPlane(o, a, b, -3, 2.5).code(4000, FREE);
    double weighteds = 0;
    for (float each : far) {
      weighteds += each * each;
    }
    assertEquals(1, weighteds / 4000, 0.1);
    assertThrows(StudioException.class, () -> new InPlane(o, a, b, Double.NaN, 0));
    assertThrows(StudioException.class, () -> new InPlane(o, a, b, 0, 11));
  }

  @Test
  void pointsInWAreWrittenAndRead() {
    for (String text :
        List.of(
            "w(0.5,-1.25)",
            "lerpw(1,2,0.25)",
            "slerpw(w(1.0,2.0),vary(w(3.0,4.0),0.5,7),0.25)",
            "plane(w(1.0),2,sheet(1,3),-2,0.5)")) {
      LatentPoint point = LatentPoint.parse(text);
      assertEquals(text, point.toString());
      assertTrue(point.inW());
      assertTrue(
          assertThrows(StudioException.class, () -> point.code(8, FREE))
              .getMessage()
              .contains("no code z"));
    }
    assertThrows(StudioException.class, () -> LatentPoint.parse("w(NaN)"));
    assertThrows(StudioException.class, () -> LatentPoint.parse("lerpw(1,2,3)"));
    try (Snapshot snapshot = styled(List.of())) {
      LatentPoint odd = LatentPoint.parse("w(1,2,3)");
      assertFalse(odd.fits(snapshot.codeSizes()));
      assertTrue(
          assertThrows(StudioException.class, () -> odd.w(snapshot.half(0), FREE))
              .getMessage()
              .contains("3 numbers"));
      assertTrue(
          new CodeInW(LatentPoint.Given.numbers(new float[snapshot.w().size()]))
              .fits(snapshot.codeSizes()));
    }
  }
}

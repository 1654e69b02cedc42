package studio.saddlepoint.latent.inversion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.CodeDrawing;
import studio.saddlepoint.latent.CodeInW;
import studio.saddlepoint.latent.LatentCodes;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.torch.TorchEngine;

class InversionTest {
  private static final double ALL = Double.POSITIVE_INFINITY;
  private static final int[] FIRST = {0};

  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  private static Snapshot plain() {
    return TinyGenerator.snapshot(List.of(), 1);
  }

  private static Snapshot styled() {
    return Snapshot.of(TinyGenerator.noisy(List.of()), true);
  }

  private static float[] drawn(Snapshot snapshot, long seed) {
    return snapshot.pixels(LatentCodes.gaussian(1, snapshot.latent().size(), seed), FIRST, ALL);
  }

  private static InversionResult found(
      Snapshot snapshot, float[] target, InversionSettings settings) {
    return Inversion.run(
        Inversion.begin(snapshot, target, 0, PictureFeatures.PIXELS, settings, List.of()),
        progress -> {},
        Progress.NONE);
  }

  /** The mean distance of pictures of this generator from each other, as pixels. */
  private static double meanDistance(Snapshot snapshot) {
    double sum = 0;
    for (int i = 0; i < 8; i++) {
      float[] a = drawn(snapshot, 100 + i);
      float[] b = drawn(snapshot, 200 + i);
      double square = 0;
      for (int j = 0; j < a.length; j++) {
        square += (a[j] - b[j]) * (double) (a[j] - b[j]);
      }
      sum += Math.sqrt(square) / 8;
    }
    return sum;
  }

  @Test
  void aPictureOfTheGeneratorsOwnIsFoundAgain() {
    try (Snapshot snapshot = plain()) {
      InversionSettings settings = InversionSettings.usual(InversionSpace.Z).with(150, 4);
      InversionResult result = found(snapshot, drawn(snapshot, 7), settings);
      assertTrue(
          result.made().featureDistance() < 0.05 * meanDistance(snapshot),
          () -> result.made().featureDistance() + " of " + meanDistance(snapshot));
      assertInstanceOf(LatentPoint.Given.class, result.point());
      assertTrue(result.losses().length > 151, "it is refined after the steps of Adam");
      for (int i = 1; i < result.losses().length; i++) {
        assertTrue(result.losses()[i] <= result.losses()[i - 1]);
      }
      assertArrayEquals(
          result.made().picture().argb(),
          CodeDrawing.draw(snapshot, List.of(result.point()), FIRST, ALL).get(0).argb());
    }
  }

  @Test
  void oneWForAllLayersAndOneForEachAreFoundAgain() {
    try (Snapshot snapshot = styled()) {
      float[] target = drawn(snapshot, 7);
      double far = meanDistance(snapshot);
      for (InversionSpace space : List.of(InversionSpace.W, InversionSpace.W_PLUS)) {
        InversionResult result =
            found(snapshot, target, InversionSettings.usual(space).with(200, 1));
        assertTrue(
            result.made().featureDistance() < 0.05 * far,
            () -> space + ": " + result.made().featureDistance() + " of " + far);
        int expected = space == InversionSpace.W ? snapshot.w().size() : snapshot.w().length();
        assertEquals(expected, ((CodeInW) result.point()).numbers().size());
        assertArrayEquals(
            result.made().picture().argb(),
            CodeDrawing.draw(snapshot, List.of(result.point()), FIRST, ALL).get(0).argb());
      }
    }
  }

  @Test
  void theSameSeedFindsTheSameCodeAndTruncationDoesNotCount() {
    try (Snapshot snapshot = styled();
        Snapshot truncated = snapshot.truncatedInW(0.5, -1)) {
      float[] target = drawn(snapshot, 3);
      InversionSettings settings = InversionSettings.usual(InversionSpace.W).with(5, 2);
      InversionResult first = found(snapshot, target, settings);
      assertEquals(first.point(), found(snapshot, target, settings).point());
      assertEquals(first.point(), found(truncated, target, settings).point());
      assertNotEquals(first.point(), found(snapshot, target, settings.withSeed(2)).point());
    }
  }

  @Test
  void noiseThatIsFoundComesNearerAndStaysNoise() {
    try (Snapshot snapshot = styled()) {
      float[] target = drawn(snapshot, 3);
      for (int i = 0; i < target.length; i++) {
        target[i] += 0.2f * (i % 7 == 0 ? 1 : -1);
      }
      InversionSettings settings = InversionSettings.usual(InversionSpace.W).with(40, 1);
      InversionResult result = found(snapshot, target, settings.withNoise(true));
      assertTrue(result.withNoise().isPresent());
      assertNotEquals(
          result.made().pixelDistance(), result.withNoise().get().pixelDistance(), 1e-6);
      assertTrue(found(snapshot, target, settings).withNoise().isEmpty());
    }
  }

  @Test
  void itBeginsAtACodeThatIsGiven() {
    try (Snapshot snapshot = plain()) {
      LatentPoint own = new LatentPoint.Seed(7);
      Inversion inversion =
          Inversion.begin(
              snapshot,
              drawn(snapshot, 7),
              0,
              PictureFeatures.PIXELS,
              InversionSettings.usual(InversionSpace.Z).with(2, 1),
              List.of(own));
      inversion.step();
      assertEquals(0, inversion.result().made().pixelDistance(), 1e-5);
    }
  }

  @Test
  void itIsShownStepByStepAndMayBeCancelled() {
    try (Snapshot snapshot = plain()) {
      Inversion inversion =
          Inversion.begin(
              snapshot,
              drawn(snapshot, 7),
              0,
              PictureFeatures.PIXELS,
              InversionSettings.usual(InversionSpace.Z).with(50, 1),
              List.of());
      assertThrows(IllegalStateException.class, inversion::result);
      List<Integer> shown = new ArrayList<>();
      Progress cancelled =
          new Progress() {
            @Override
            public void report(String stage, double fraction) {}

            @Override
            public boolean cancelled() {
              return shown.size() == 3;
            }
          };
      assertThrows(
          CancellationException.class,
          () -> Inversion.run(inversion, now -> shown.add(now.step()), cancelled));
      assertEquals(List.of(0, 1, 2), shown);
      assertEquals(32, inversion.result().made().picture().width());
    }
  }

  @Test
  void nonsenseIsRefusedWithTheReason() {
    try (Snapshot plain = plain();
        Snapshot conditional = TinyGenerator.snapshot(List.of("cat", "dog"), 1)) {
      InversionSettings usual = InversionSettings.usual(InversionSpace.Z);
      float[] target = drawn(plain, 1);
      refused("has no space w:", plain, target, 0, InversionSettings.usual(InversionSpace.W));
      refused("no mapping", plain, target, 0, InversionSettings.usual(InversionSpace.W_PLUS));
      refused("has 12 numbers", plain, new float[12], 0, usual);
      float[] broken = target.clone();
      broken[5] = Float.NaN;
      refused("holds NaN", plain, broken, 0, usual);
      refused("No layer of this generator adds noise", plain, target, 0, usual.withNoise(true));
      refused("The class is 2: there are 2", conditional, target, 2, usual);
    }
    InversionSettings usual = InversionSettings.usual(InversionSpace.Z);
    assertThrows(StudioException.class, () -> usual.with(0, 1));
    assertThrows(StudioException.class, () -> usual.with(10, 33));
    assertThrows(
        StudioException.class,
        () -> new InversionSettings(InversionSpace.Z, 1, 0, 1, Double.NaN, 1, 1, 0, false, 1));
    assertThrows(
        StudioException.class,
        () -> new InversionSettings(InversionSpace.Z, 1, 0, 1, 0.1, 0, 0, 0, false, 1));
    assertThrows(StudioException.class, () -> InversionSpace.parse("y"));
    assertEquals(InversionSpace.W_PLUS, InversionSpace.parse("w+"));
  }

  private static void refused(
      String reason, Snapshot snapshot, float[] target, int label, InversionSettings settings) {
    StudioException refusal =
        assertThrows(
            StudioException.class,
            () ->
                Inversion.begin(
                    snapshot, target, label, PictureFeatures.PIXELS, settings, List.of()));
    assertTrue(refusal.getMessage().contains(reason), refusal::getMessage);
  }

  @Test
  void aSearchThatGoesAstrayIsRefused() {
    try (Snapshot snapshot = plain()) {
      Inversion inversion =
          Inversion.begin(
              snapshot,
              drawn(snapshot, 7),
              0,
              pixels -> PictureFeatures.PIXELS.of(pixels).div(0),
              InversionSettings.usual(InversionSpace.Z).with(5, 1),
              List.of(new LatentPoint.Seed(1)));
      StudioException refusal = assertThrows(StudioException.class, inversion::step);
      assertTrue(refusal.getMessage().contains("as a feature"), refusal::getMessage);
    }
  }

  @Test
  void spacesAreThoseThatTheGeneratorHas() {
    try (Snapshot plain = plain();
        Snapshot styled = styled()) {
      assertEquals(List.of(InversionSpace.Z), InversionSpace.of(plain));
      assertEquals(Arrays.asList(InversionSpace.values()), InversionSpace.of(styled));
    }
  }
}

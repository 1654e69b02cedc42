package studio.saddlepoint.lab.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.metrics.extractor.Extractors;
import studio.saddlepoint.metrics.extractor.PixelKind;
import studio.saddlepoint.metrics.extractor.RandomConvolutionKind;

class PictureStudyTest {
  @TempDir static Path caches;

  private static final ImageShape SHAPE = new ImageShape(3, 4, 4);

  private static byte[] ramp() {
    byte[] pixels = new byte[SHAPE.pixels()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (5 * i);
    }
    return pixels;
  }

  @ParameterizedTest
  @EnumSource(PictureChange.class)
  void nothingChangesByAnAmountOfNothing(PictureChange change) {
    assertArrayEquals(ramp(), change.of(ramp(), SHAPE, 0));
  }

  @Test
  void changesAreThoseWorkedOutByHand() {
    byte[] shifted = PictureChange.SHIFT.of(ramp(), SHAPE, 1);
    assertEquals(1, PictureChange.shifted(SHAPE, 1));
    assertArrayEquals(new byte[] {0, 0, 5, 10}, java.util.Arrays.copyOf(shifted, 4));
    byte[] swapped = PictureChange.SWAP.of(ramp(), SHAPE, 1);
    assertEquals(ramp()[16], swapped[0]);
    assertEquals(ramp()[0], swapped[32]);
    byte[] holed = PictureChange.HOLE.of(ramp(), SHAPE, 1);
    assertEquals((byte) 128, holed[5]);
    assertEquals(ramp()[0], holed[0]);
    byte[] grey = {10, 20, 30, 40};
    assertEquals(
        (byte) 245, PictureChange.SWAP.of(grey, new ImageShape(1, 2, 2), 1)[0], "the negative");
    byte[] flat = new byte[SHAPE.pixels()];
    java.util.Arrays.fill(flat, (byte) 77);
    assertArrayEquals(flat, PictureChange.BLUR.of(flat, SHAPE, 1));
  }

  @Test
  void byPixelsBothDistancesAreTheSameAndTheFirstIsNothing() {
    DataSet data = DataSets.open("shapes", 32, Split.TEST, caches, Progress.NONE);
    try (PictureStudy study =
        new PictureStudy(
            data, Extractors.open(PixelKind.PIXELS.usual(), data.shape(), caches, Progress.NONE))) {
      PictureTable table = study.table(3);
      for (PictureChange change : PictureChange.values()) {
        assertEquals(0, table.of(change, 0).distances().pixels());
        for (int step = 0; step <= PictureTable.STEPS; step++) {
          PictureTable.Distances at = table.of(change, step).distances();
          assertEquals(at.pixels(), at.features(), 1e-4);
        }
        assertTrue(table.of(change, PictureTable.STEPS).distances().pixels() > 0.05);
      }
      assertEquals(1, table.ofOther().pixels(), 0.9);
    }
  }

  @Test
  void featuresSeeChangesOtherwiseThanPixelsDo() {
    DataSet data = DataSets.open("shapes", 32, Split.TEST, caches, Progress.NONE);
    try (PictureStudy study =
        new PictureStudy(
            data,
            Extractors.open(
                RandomConvolutionKind.RANDOM.usual(), data.shape(), caches, Progress.NONE))) {
      PictureTable table = study.table(0);
      PictureTable.Distances shift = table.of(PictureChange.SHIFT, 4).distances();
      assertTrue(Math.abs(shift.features() - shift.pixels()) > 0.01, shift::toString);
      assertEquals(0, table.of(PictureChange.BLUR, 0).distances().features(), 1e-6);
      assertTrue(table.extractor().toLowerCase(java.util.Locale.ROOT).contains("random"));
    }
  }
}

package studio.saddlepoint.latent.mixing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.LayerNoise;
import studio.saddlepoint.latent.LayerRange;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.latent.WTruncation;
import studio.saddlepoint.torch.TorchEngine;

class MixingDrawingTest {
  private static final SeedList ROWS = SeedList.parse("1-3", 8);
  private static final SeedList COLUMNS = SeedList.parse("7, 4", 8);
  private static final LayerRange ALL = new LayerRange(0, 7);
  private static final int[] NO_CLASS = new int[1];

  private static Snapshot snapshot;

  @BeforeAll
  static void make() {
    TorchEngine.start(Progress.NONE);
    snapshot = Snapshot.of(TinyGenerator.noisy(List.of()), true);
  }

  @AfterAll
  static void close() {
    snapshot.close();
  }

  private static MixingRequest request(LayerRange layers) {
    return new MixingRequest(ROWS, COLUMNS, layers, 0, WTruncation.NONE, LayerNoise.FIXED);
  }

  private static MixedPictures draw(MixingRequest request) {
    return MixingDrawing.draw(snapshot, request, 1, Progress.NONE);
  }

  @Test
  void withAllLayersOfTheColumnItIsTheColumnsPicture() {
    MixedPictures drawn = draw(request(ALL));
    assertEquals(3, drawn.rows().size());
    assertEquals(6, drawn.cells().size());
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 2; column++) {
        assertSame(drawn.columns().get(column), drawn.cell(row, column));
      }
    }
    assertDiffers(drawn.columns().get(0), drawn.columns().get(1));
  }

  @Test
  void withNoLayersOfTheColumnItIsTheRowsPicture() {
    MixedPictures drawn = draw(request(LayerRange.NONE));
    for (int row = 0; row < 3; row++) {
      assertSame(drawn.rows().get(row), drawn.cell(row, 0));
      assertSame(drawn.rows().get(row), drawn.cell(row, 1));
    }
    assertDiffers(drawn.rows().get(0), drawn.rows().get(1));
  }

  @Test
  void seedsAreThoseOfTheExplorersCodes() {
    float[] code = new LatentPoint.Seed(2).code(snapshot.latent().size(), Double.POSITIVE_INFINITY);
    Picture picture =
        snapshot.render(new float[][] {code}, NO_CLASS, Double.POSITIVE_INFINITY).get(0);
    assertSame(picture, draw(request(ALL)).rows().get(1));
  }

  @Test
  void someLayersGiveSomethingElseThanBoth() {
    MixedPictures coarse = draw(request(new LayerRange(0, 3)));
    MixedPictures fine = draw(request(new LayerRange(4, 7)));
    for (MixedPictures each : List.of(coarse, fine)) {
      assertDiffers(each.rows().get(0), each.cell(0, 0));
      assertDiffers(each.columns().get(0), each.cell(0, 0));
    }
    assertDiffers(coarse.cell(0, 0), fine.cell(0, 0));
  }

  @Test
  void aCodeTakesTheOthersStylesInItsLayersOnly() {
    float[] row = {1, 2, 3, 4, 5, 6};
    float[] column = {11, 12, 13, 14, 15, 16};
    assertArrayEquals(
        new float[] {1, 2, 13, 14, 5, 6},
        MixingDrawing.mixed(row, column, new LayerRange(1, 1), 2));
    assertArrayEquals(row, MixingDrawing.mixed(row, column, LayerRange.NONE, 2));
  }

  @Test
  void truncationIsOfAllCodes() {
    MixingRequest mean =
        new MixingRequest(
            ROWS,
            COLUMNS,
            new LayerRange(2, 5),
            0,
            new WTruncation(0, WTruncation.ALL),
            LayerNoise.FIXED);
    List<Picture> all = draw(mean).all();
    assertEquals(2 + 3 * 3, all.size());
    all.forEach(each -> assertSame(all.get(0), each));
  }

  @Test
  void theClassIsThatOfAllCodes() {
    try (Snapshot conditional =
        Snapshot.of(TinyGenerator.noisy(List.of("cat", "dog", "owl")), true)) {
      MixedPictures cats = ofClass(conditional, 0);
      MixedPictures owls = ofClass(conditional, 2);
      assertDiffers(cats.rows().get(0), owls.rows().get(0));
      assertDiffers(cats.cell(1, 1), owls.cell(1, 1));
    }
  }

  private static MixedPictures ofClass(Snapshot conditional, int label) {
    return MixingDrawing.draw(
        conditional,
        new MixingRequest(
            ROWS, COLUMNS, new LayerRange(0, 3), label, WTruncation.NONE, LayerNoise.FIXED),
        1,
        Progress.NONE);
  }

  @Test
  void noiseIsFixedOffOrFresh() {
    MixedPictures fixed = noisy(LayerNoise.FIXED, 1);
    MixedPictures off = noisy(LayerNoise.OFF, 1);
    MixedPictures fresh = noisy(LayerNoise.FRESH, 1);
    assertAllSame(fixed, noisy(LayerNoise.FIXED, 2));
    assertAllSame(off, noisy(LayerNoise.OFF, 2));
    assertAllSame(fresh, noisy(LayerNoise.FRESH, 1));
    assertDiffers(fresh.cell(0, 0), noisy(LayerNoise.FRESH, 2).cell(0, 0));
    assertDiffers(fixed.cell(0, 0), off.cell(0, 0));
    assertDiffers(fixed.cell(0, 0), fresh.cell(0, 0));
    assertDiffers(fresh.rows().get(0), fresh.cell(0, 0));
  }

  /** No layer is mixed: a row's pictures differ by their noise alone. */
  private static MixedPictures noisy(LayerNoise noise, long seed) {
    return MixingDrawing.draw(
        snapshot,
        new MixingRequest(ROWS, COLUMNS, LayerRange.NONE, 0, WTruncation.NONE, noise),
        seed,
        Progress.NONE);
  }

  @Test
  void othersHaveTheirTurnBetweenPieces() {
    MixingDrawing drawing = new MixingDrawing(request(ALL), 1);
    List<Boolean> done = new ArrayList<>();
    for (int piece = 0; piece < 5; piece++) {
      done.add(drawing.piece(snapshot).isPresent());
    }
    assertEquals(List.of(false, false, false, false, true), done);
  }

  @Test
  void layersBeyondAndGeneratorsWithoutStylesAreRefused() {
    String beyond =
        assertThrows(StudioException.class, () -> draw(request(new LayerRange(4, 8)))).getMessage();
    assertEquals("There is no layer 8: this generator has 8 styled layers, 0 to 7.", beyond);
    try (Snapshot plain = TinyGenerator.snapshot(List.of(), 1)) {
      String none =
          assertThrows(
                  StudioException.class,
                  () -> MixingDrawing.draw(plain, request(ALL), 1, Progress.NONE))
              .getMessage();
      assertTrue(none.contains("no styles to mix"), none);
    }
  }

  @Test
  void theSheetHasTheColumnsAboveAndTheRowsOnTheLeft() {
    Picture dark = new Picture(2, 2, new int[] {1, 1, 1, 1});
    Picture light = new Picture(2, 2, new int[] {2, 2, 2, 2});
    Picture mixed = new Picture(2, 2, new int[] {3, 3, 3, 3});
    Picture sheet =
        new MixedPictures(request(ALL), List.of(dark, dark), List.of(light), List.of(mixed, mixed))
            .sheet();
    assertEquals(8, sheet.width());
    assertEquals(11, sheet.height());
    assertEquals(0, sheet.argb()[0]);
    assertEquals(2, sheet.argb()[6]);
    assertEquals(1, sheet.argb()[6 * 8]);
    assertEquals(3, sheet.argb()[6 * 8 + 6]);
    assertEquals(0, sheet.argb()[8 * 8]);
    assertEquals(3, sheet.argb()[10 * 8 + 7]);
  }

  private static void assertAllSame(MixedPictures one, MixedPictures other) {
    for (int i = 0; i < one.all().size(); i++) {
      assertSame(one.all().get(i), other.all().get(i));
    }
  }

  private static void assertSame(Picture one, Picture other) {
    assertArrayEquals(one.argb(), other.argb());
  }

  private static void assertDiffers(Picture one, Picture other) {
    assertFalse(Arrays.equals(one.argb(), other.argb()));
  }
}

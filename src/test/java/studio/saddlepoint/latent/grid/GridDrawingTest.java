package studio.saddlepoint.latent.grid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.CodeDrawing;
import studio.saddlepoint.latent.InPlane;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.LayerNoise;
import studio.saddlepoint.latent.LayerRange;
import studio.saddlepoint.latent.Shift;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.Space;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.latent.WTruncation;
import studio.saddlepoint.torch.TorchEngine;

class GridDrawingTest {
  private static final double FREE = Double.POSITIVE_INFINITY;
  private static final LatentPoint ONE = new LatentPoint.Seed(1);
  private static final LatentPoint TWO = new LatentPoint.Seed(2);

  private static Snapshot styled(List<String> classes) {
    TorchEngine.start(Progress.NONE);
    return Snapshot.of(TinyGenerator.noisy(classes), true);
  }

  private static Snapshot plain(List<String> classes) {
    TorchEngine.start(Progress.NONE);
    return TinyGenerator.snapshot(classes, 1);
  }

  private static Picture alone(Snapshot snapshot, GridCell cell) {
    try (Snapshot truncated = snapshot.truncated(cell.inW());
        Snapshot shifted = truncated.shifted(cell.shifts())) {
      return CodeDrawing.draw(
              shifted, List.of(cell.point()), new int[] {cell.label()}, cell.threshold())
          .get(0);
    }
  }

  /** Batches of other sizes may round otherwise. */
  private static void assertAlike(Picture expected, Picture got, String what) {
    for (int i = 0; i < expected.argb().length; i++) {
      for (int shift = 0; shift < 24; shift += 8) {
        int difference = (expected.argb()[i] >> shift & 255) - (got.argb()[i] >> shift & 255);
        assertTrue(Math.abs(difference) <= 1, what + ", pixel " + i);
      }
    }
  }

  private static void assertDrawnAsAlone(Snapshot snapshot, GridRequest request) {
    GridPictures grid = GridDrawing.draw(snapshot, request, 1, Progress.NONE);
    assertEquals(request.cells().size(), grid.pictures().size());
    for (int i = 0; i < request.cells().size(); i++) {
      assertAlike(alone(snapshot, request.cells().get(i)), grid.pictures().get(i), "picture " + i);
    }
  }

  @Test
  void aGridOfTruncationIsWhatEachTruncationDraws() {
    try (Snapshot snapshot = styled(List.of())) {
      GridRequest inW =
          TruncationGrid.of(List.of(ONE, TWO), GridCell.of(ONE, 0), true, LayerNoise.FIXED);
      assertEquals(List.of("1", "2"), inW.rowTitles());
      assertEquals("1.00", inW.columnTitles().get(0));
      assertDrawnAsAlone(snapshot, inW);
    }
    try (Snapshot snapshot = plain(List.of())) {
      GridRequest inZ =
          TruncationGrid.of(List.of(ONE, TWO), GridCell.of(ONE, 0), false, LayerNoise.FIXED);
      assertEquals("none", inZ.columnTitles().get(0));
      assertTrue(Double.isInfinite(inZ.cells().get(0).threshold()));
      GridDrawing drawing = new GridDrawing(inZ, 1);
      boolean prepared = false;
      Optional<GridPictures> done = Optional.empty();
      while (done.isEmpty()) {
        done = drawing.piece(snapshot);
        prepared |= drawing.preparing();
      }
      assertTrue(prepared, "statistics of truncated codes are gathered first");
      assertDrawnAsAlone(snapshot, inZ);
    }
  }

  @Test
  void aPlaneOfCodesHasItsCornersWhereTheyStand() {
    PlaneWindow window = new PlaneWindow(0.5, 0.5, 0.75);
    GridRequest request =
        PlaneGrid.of(
            window,
            3,
            (x, y) -> GridCell.of(new InPlane(ONE, TWO, new LatentPoint.Seed(3), x, y), 0),
            LayerNoise.FIXED);
    assertEquals("plane(1,2,3,0,1)", request.cells().get(0).point().toString());
    assertEquals("plane(1,2,3,0,0)", request.cells().get(6).point().toString());
    assertEquals("plane(1,2,3,1,0)", request.cells().get(8).point().toString());
    try (Snapshot snapshot = plain(List.of())) {
      GridPictures grid = GridDrawing.draw(snapshot, request, 1, Progress.NONE);
      assertAlike(alone(snapshot, GridCell.of(ONE, 0)), grid.pictures().get(6), "A");
      assertAlike(alone(snapshot, GridCell.of(TWO, 0)), grid.pictures().get(8), "B");
      assertEquals(3 * 32, grid.sheet(0).width());
    }
  }

  @Test
  void eachCellHasItsOwnShifts() {
    try (Snapshot snapshot = styled(List.of())) {
      List<Float> along = new ArrayList<>();
      for (int i = 0; i < snapshot.w().size(); i++) {
        along.add(i == 0 ? 1f : 0);
      }
      List<GridCell> cells = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        cells.add(
            GridCell.of(i % 2 == 0 ? ONE : TWO, 0)
                .truncated(new WTruncation(i % 3 == 0 ? 0.5 : 1, WTruncation.ALL))
                .shifted(List.of(new Shift(Space.W, along, LayerRange.ALL, i - 10))));
      }
      assertDrawnAsAlone(
          snapshot, new GridRequest(5, cells, List.of(), List.of(), LayerNoise.FIXED));
    }
  }

  @Test
  void allClassesOfOneCodeAreDrawn() {
    List<String> names = List.of("a", "b", "c");
    GridRequest request = ClassGrid.of(GridCell.of(ONE, 2), names, LayerNoise.FIXED);
    assertEquals(names, request.cells().stream().map(GridCell::caption).toList());
    try (Snapshot snapshot = plain(names)) {
      assertDrawnAsAlone(snapshot, request);
    }
    assertTrue(
        assertThrows(
                StudioException.class,
                () -> ClassGrid.of(GridCell.of(ONE, 0), List.of(), LayerNoise.FIXED))
            .getMessage()
            .contains("without classes"));
  }

  @Test
  void freshNoiseDiffersFromPictureToPicture() {
    try (Snapshot snapshot = styled(List.of())) {
      GridRequest request =
          new GridRequest(
              2,
              List.of(GridCell.of(ONE, 0), GridCell.of(ONE, 0)),
              List.of(),
              List.of(),
              LayerNoise.FRESH);
      List<Picture> pictures = GridDrawing.draw(snapshot, request, 1, Progress.NONE).pictures();
      assertFalse(Arrays.equals(pictures.get(0).argb(), pictures.get(1).argb()));
    }
  }

  @Test
  void aWindowZoomsAroundAPlaceAndComesBack() {
    PlaneWindow window = PlaneWindow.aroundCodes();
    double[] before = window.shares(1, 0);
    PlaneWindow closer = window.zoomed(0.5, 1, 0);
    assertArrayEquals(before, closer.shares(1, 0), 1e-12);
    PlaneWindow back = closer.zoomed(2, 1, 0);
    assertEquals(window.x(), back.x(), 1e-12);
    assertEquals(window.reach(), back.reach(), 1e-12);
    assertArrayEquals(new double[] {0.5, 0.5}, window.place(0.5, 0.5), 1e-12);
    PlaneWindow far = window;
    for (int i = 0; i < 200; i++) {
      far = far.zoomed(1.5, 3, 3).panned(1, -1);
    }
    assertTrue(Math.abs(far.x()) <= 5 && far.reach() <= 5);
  }

  @Test
  void nonsenseIsRefused() {
    assertThrows(StudioException.class, () -> new PlaneWindow(Double.NaN, 0, 1));
    assertThrows(StudioException.class, () -> new PlaneWindow(0, 0, 0));
    assertThrows(
        StudioException.class,
        () -> new GridRequest(1, List.of(), List.of(), List.of(), LayerNoise.FIXED));
    GridRequest one =
        new GridRequest(1, List.of(GridCell.of(ONE, 0)), List.of(), List.of(), LayerNoise.FIXED);
    try (Snapshot snapshot = plain(List.of())) {
      assertThrows(
          CancellationException.class, () -> GridDrawing.draw(snapshot, one, 1, new Cancelled()));
    }
    assertEquals(FREE, one.cells().get(0).threshold());
  }

  private static final class Cancelled implements Progress {
    @Override
    public void report(String stage, double fraction) {}

    @Override
    public boolean cancelled() {
      return true;
    }
  }
}

package studio.saddlepoint.app.fx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.latent.PictureConversion;

class PictureViewTest {
  @Test
  void everyPixelBecomesASquareOfTheSameSize() {
    int[] target = new int[24];
    PictureView.enlarge(new Picture(2, 3, new int[] {1, 2, 3, 4, 5, 6}), 2, target);
    assertArrayEquals(
        new int[] {
          1, 1, 2, 2, //
          1, 1, 2, 2, //
          3, 3, 4, 4, //
          3, 3, 4, 4, //
          5, 5, 6, 6, //
          5, 5, 6, 6
        },
        target);
  }

  @Test
  void gridsFillTheirPlaceWithoutGaps() {
    assertEquals(6, PictureConversion.columns(36, 1));
    assertEquals(9, PictureConversion.columns(36, 2));
    assertEquals(36, PictureConversion.columns(36, 40));
    assertEquals(1, PictureConversion.columns(7, 0.1));
  }
}

package studio.saddlepoint.latent.film;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.StudioException;

class FrameScaleTest {
  private static final Picture NOISE = FilmFixture.pictures(1, 12, 8, false).get(0);

  private static Picture at(Picture picture, int size, boolean smooth) {
    return new FrameScale(OptionalInt.of(size), smooth).apply(picture);
  }

  @Test
  void wholeNumbersMakeSquaresOfPixels() {
    Picture found = at(NOISE, 36, false);
    assertEquals(24, found.height());
    for (int i = 0; i < found.argb().length; i++) {
      int x = i % 36 / 3;
      int y = i / 36 / 3;
      assertEquals(NOISE.argb()[y * 12 + x], found.argb()[i]);
    }
  }

  @Test
  void itsOwnSizeIsThePictureItself() {
    assertSame(NOISE, at(NOISE, 12, false));
    assertSame(NOISE, at(NOISE, 12, true));
  }

  @ParameterizedTest
  @CsvSource({"8, 256", "12, 264", "32, 256", "100, 300", "255, 510", "256, 256", "700, 700"})
  void smallPicturesAreEnlargedByAWholeNumberUntilTheyAreSeen(int side, int expected) {
    Picture plain = new Picture(side, side, new int[side * side]);
    assertEquals(expected, FrameScale.SEEN.apply(plain).width());
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 30, 31, 200})
  void aPlainColourStaysItself(int size) {
    int[] argb = new int[12 * 8];
    Arrays.fill(argb, 0xff40a0ff);
    for (boolean smooth : new boolean[] {false, true}) {
      Picture found = at(new Picture(12, 8, argb), size, smooth);
      int[] expected = new int[found.argb().length];
      Arrays.fill(expected, 0xff40a0ff);
      assertArrayEquals(expected, found.argb());
    }
  }

  @Test
  void whatIsMadeSmallerIsAveraged() {
    int[] board = new int[64 * 64];
    Arrays.setAll(board, i -> (i % 64 + i / 64) % 2 == 0 ? 0xff000000 : 0xffffffff);
    Picture found = at(new Picture(64, 64, board), 16, false);
    for (int each : found.argb()) {
      assertEquals(127.5, each & 0xff, 8);
    }
  }

  @Test
  void smoothPixelsRunIntoEachOther() {
    Picture two = new Picture(2, 1, new int[] {0xff000000, 0xffffffff});
    int[] found = at(two, 8, true).argb();
    for (int i = 1; i < 8; i++) {
      assertTrue((found[i] & 0xff) >= (found[i - 1] & 0xff));
    }
    assertEquals(0x80, found[4] & 0xff, 0x20);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -5, 7, 4097})
  void sizesThatAreNoneAreRefused(int size) {
    StudioException told =
        assertThrows(StudioException.class, () -> new FrameScale(OptionalInt.of(size), false));
    assertTrue(told.getMessage().contains("between 8 and 4096"), told.getMessage());
  }
}

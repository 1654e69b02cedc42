package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WindowSizeTest {
  @Test
  void aWindowThatFitsKeepsItsSize() {
    assertEquals(WindowSize.USUAL, WindowSize.USUAL.within(new WindowSize(1920, 1080)));
  }

  @Test
  void noWindowIsLargerThanTheScreenWithItsFrame() {
    WindowSize screen = new WindowSize(1440, 900);
    WindowSize fits = WindowSize.USUAL.within(screen);
    assertTrue(fits.width() < screen.width() && fits.height() < screen.height() - 20);
    assertEquals(fits, new WindowSize(3840, 2160).within(screen), "one from a larger screen");
  }

  @Test
  void pagesHaveTheRoomThatTheyNeedOnTheSmallestScreen() {
    assertEquals(WindowSize.LEAST, WindowSize.USUAL.within(new WindowSize(800, 600)));
  }
}

package studio.saddlepoint.app;

/**
 * The size of the window's content.
 *
 * @param width in pixels
 * @param height in pixels
 */
record WindowSize(double width, double height) {
  /** At a first start. */
  static final WindowSize USUAL = new WindowSize(1440, 900);

  /** What the pages need. */
  static final WindowSize LEAST = new WindowSize(1100, 700);

  /** What a window manager draws around a window, in pixels: told only once it is shown. */
  private static final WindowSize FRAME = new WindowSize(16, 48);

  /**
   * This size where it fits on a screen with its frame, else what fits: the bottom of the window
   * with its status bar is not to lie below the screen.
   *
   * @param screen what of a screen is free for windows
   */
  WindowSize within(WindowSize screen) {
    return new WindowSize(
        Math.max(LEAST.width, Math.min(width, screen.width - FRAME.width)),
        Math.max(LEAST.height, Math.min(height, screen.height - FRAME.height)));
  }
}

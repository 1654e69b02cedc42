package studio.saddlepoint.latent.film.training;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import studio.saddlepoint.core.StudioException;

/**
 * The colours and letters of a training's film: those of the window's dark theme, on which sheets
 * look as they do there.
 *
 * @param width of a frame in pixels, by which all else goes
 */
record FilmStyle(int width) {
  static final Color GROUND = new Color(0x0d1117);
  static final Color PANEL = new Color(0x161b22);
  static final Color GRID = new Color(0x30363d);
  static final Color TEXT = new Color(0xe6edf3);
  static final Color MUTED = new Color(0x8b949e);
  static final Color MARK = new Color(0xd29922);

  private static final List<Color> PLAYERS =
      List.of(
          new Color(0x58a6ff),
          new Color(0xf0883e),
          new Color(0xbc8cff),
          new Color(0x8b949e),
          new Color(0xf778ba));

  /** The colour of a player by its place; further ones begin again. */
  static Color player(int place) {
    return PLAYERS.get(place % PLAYERS.size());
  }

  /** A colour that lets the ground through. */
  static Color faint(Color colour) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 70);
  }

  int letter() {
    return Math.max(10, Math.round(width / 34f));
  }

  int margin() {
    return Math.max(4, width / 48);
  }

  float line() {
    return Math.max(1f, width / 400f);
  }

  /**
   * Sets up what draws.
   *
   * @throws StudioException if this computer has no letters
   */
  void prepare(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, letter()));
    try {
      graphics.getFontMetrics().stringWidth("0");
    } catch (RuntimeException | InternalError e) {
      throw new StudioException(
          "Java finds no fonts on this computer, so that the film's words cannot be drawn: install fontconfig and a font, such as apt install fontconfig fonts-dejavu-core.",
          e);
    }
  }
}

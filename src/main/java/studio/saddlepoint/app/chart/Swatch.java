package studio.saddlepoint.app.chart;

import java.awt.Color;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;

/** A patch of colour from the style sheet: shown in a legend, and used to paint with. */
public final class Swatch extends Region {
  /**
   * A patch.
   *
   * @param styleClass gives its colour
   */
  public Swatch(String styleClass) {
    getStyleClass().addAll("swatch", styleClass);
    setMinSize(10, 10);
    setMaxSize(10, 10);
  }

  /** Whether the style sheet is applied; it is not for a moment while the theme changes. */
  public boolean styled() {
    Background background = getBackground();
    return background != null && !background.getFills().isEmpty();
  }

  /** Its colour; grey before the style sheet is applied. */
  public Color colour() {
    Background background = getBackground();
    return background == null || !styled()
        ? Color.GRAY
        : awt(background.getFills().get(0).getFill());
  }

  /** A colour of the style sheet, for painting with AWT. */
  private static Color awt(Paint paint) {
    if (paint instanceof javafx.scene.paint.Color colour) {
      return new Color(
          (float) colour.getRed(),
          (float) colour.getGreen(),
          (float) colour.getBlue(),
          (float) colour.getOpacity());
    }
    return Color.GRAY;
  }
}

package studio.saddlepoint.app.train;

import java.awt.Color;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;

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
        : ChartView.awt(background.getFills().get(0).getFill());
  }
}

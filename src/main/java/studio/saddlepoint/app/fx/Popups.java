package studio.saddlepoint.app.fx;

import java.util.Objects;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * The shape of menus, lists and tooltips. They are windows of their own; where windows cannot be
 * transparent, as on Linux without a compositor, round corners and shadows would show a white box
 * around them, so that they are square there and have no shadow.
 */
public final class Popups {
  private static final String SQUARE =
      Objects.requireNonNull(Popups.class.getResource("/assets/css/square-popups.css"))
          .toExternalForm();

  private Popups() {}

  /** Gives a window's popups the shape that this display can show. */
  public static void shape(Scene scene) {
    if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
      square(scene);
    }
  }

  /** Makes a window's popups square. */
  static void square(Scene scene) {
    scene.getStylesheets().add(SQUARE);
  }
}

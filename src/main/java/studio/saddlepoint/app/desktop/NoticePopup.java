package studio.saddlepoint.app.desktop;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Screen;
import javafx.stage.Stage;
import studio.saddlepoint.app.Theme;
import studio.saddlepoint.app.fx.FxThrottle;

/**
 * A notice in the corner of the screen, over whatever is there, for desktops that take none. It
 * takes no keyboard away; a click brings the window.
 */
final class NoticePopup {
  private static final Logger LOG = Logger.getLogger(NoticePopup.class.getName());
  private static final Duration SHOWN_FOR = Duration.ofSeconds(20);
  private static final double WIDTH = 360;
  private static final double MARGIN = 16;

  private NoticePopup() {}

  /** Shows a notice; where there is no screen to show it on, nothing happens. */
  static void show(Stage window, Executor ui, Theme theme, String title, String text) {
    try {
      if (!window.isShowing() || window.getScene() == null) {
        return;
      }
      Label head = new Label(title);
      head.getStyleClass().add("desktop-notice-title");
      Label said = new Label(text);
      for (Label each : new Label[] {head, said}) {
        each.setWrapText(true);
        each.setMinHeight(Region.USE_PREF_SIZE);
      }
      VBox box = new VBox(4, head, said);
      box.setId("desktop-notice");
      box.getStyleClass().addAll("studio", "desktop-notice");
      box.getStyleClass().add(theme.styleClass());
      box.getStylesheets().setAll(window.getScene().getStylesheets());
      box.setPrefWidth(WIDTH);
      Popup popup = new Popup();
      popup.setAutoFix(true);
      popup.getContent().add(box);
      box.setOnMouseClicked(
          event -> {
            popup.hide();
            window.setIconified(false);
            window.toFront();
            window.requestFocus();
          });
      popup.setOnShown(event -> place(popup));
      popup.show(window);
      place(popup);
      FxThrottle.later(ui, SHOWN_FOR, popup::hide);
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "A notice cannot be shown", e);
    }
  }

  private static void place(Popup popup) {
    Rectangle2D free = Screen.getPrimary().getVisualBounds();
    popup.setX(free.getMaxX() - popup.getWidth() - MARGIN);
    popup.setY(free.getMaxY() - popup.getHeight() - MARGIN);
  }
}

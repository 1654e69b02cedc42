package studio.saddlepoint.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import atlantafx.base.theme.PrimerDark;
import java.util.concurrent.Callable;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Popups in a window that cannot have transparent ones: every pixel of them is their own. */
@ExtendWith(ApplicationExtension.class)
class PopupsTest {
  private Button button;
  private ComboBox<String> combo;
  private Scene scene;

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
    button = new Button("menu");
    combo = new ComboBox<>();
    combo.getItems().setAll("one", "two", "three");
    scene = new Scene(new VBox(button, combo), 400, 300);
    stage.setScene(scene);
    stage.show();
  }

  private static <T> T ask(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(120_000, question);
  }

  private static void fills(PopupWindow popup, String style) {
    WaitForAsyncUtils.waitForFxEvents();
    ask(
        () -> {
          Region found =
              popup.getScene().getRoot().lookupAll(style).stream()
                  .map(Region.class::cast)
                  .filter(each -> each.getBackground() != null)
                  .findFirst()
                  .orElseThrow(() -> new AssertionError(style));
          assertNull(found.getEffect());
          assertEquals(1, found.getOpacity());
          found
              .getBackground()
              .getFills()
              .forEach(fill -> assertEquals(CornerRadii.EMPTY, fill.getRadii()));
          assertEquals(popup.getWidth(), found.getLayoutBounds().getWidth(), 0.5);
          assertEquals(popup.getHeight(), found.getLayoutBounds().getHeight(), 0.5);
          popup.hide();
          return true;
        });
  }

  @Test
  void menusListsAndTooltipsFillTheirWindows() {
    ask(
        () -> {
          Popups.square(scene);
          return true;
        });
    ContextMenu menu = ask(() -> new ContextMenu(new MenuItem("one"), new MenuItem("two")));
    ask(
        () -> {
          menu.show(button, 50, 50);
          return true;
        });
    fills(menu, ".context-menu");
    Tooltip tooltip = ask(() -> Buttons.tooltip("What it does"));
    ask(
        () -> {
          tooltip.show(button, 50, 50);
          return true;
        });
    fills(tooltip, ".tooltip");
    ask(
        () -> {
          combo.show();
          return true;
        });
    PopupWindow list =
        (PopupWindow)
            ask(
                () ->
                    Window.getWindows().stream()
                        .filter(PopupWindow.class::isInstance)
                        .findFirst()
                        .orElseThrow());
    fills(list, ".list-view");
  }
}

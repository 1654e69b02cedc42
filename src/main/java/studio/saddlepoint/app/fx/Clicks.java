package studio.saddlepoint.app.fx;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Clicks on what is no button: those of the first mouse button, for the others ask for menus. */
public final class Clicks {
  private Clicks() {}

  /**
   * Does something at a click, in place of what was done before.
   *
   * @param node what is clicked on
   * @param action takes the place
   */
  public static void on(Node node, Consumer<MouseEvent> action) {
    node.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            action.accept(event);
          }
        });
  }
}

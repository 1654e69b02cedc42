package studio.saddlepoint.app.fx;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.RunningTask;

/**
 * A place for the progress of work. The keyboard goes there from what began the work, so that the
 * tab key reaches its Cancel, and back when the work has ended.
 */
public final class ProgressBox extends VBox {
  /** A place where nothing goes on. */
  public ProgressBox() {
    visibleProperty().set(false);
    managedProperty().bind(visibleProperty());
  }

  /**
   * Shows work, or none.
   *
   * @param task the work; none once it has ended
   * @param began what began it, which gets the keyboard back; none where nothing in view did
   */
  public void show(@Nullable RunningTask<?> task, @Nullable Node began) {
    boolean there = isFocusWithin();
    setVisible(task != null);
    getChildren().clear();
    if (task != null) {
      ProgressPane pane = new ProgressPane(task);
      getChildren().add(pane);
      if (there || began != null && began.isFocused()) {
        pane.requestFocus();
      }
    } else if (there && began != null) {
      Platform.runLater(began::requestFocus); // it can be pressed again only then
    }
  }
}

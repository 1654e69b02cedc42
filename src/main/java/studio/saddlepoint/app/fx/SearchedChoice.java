package studio.saddlepoint.app.fx;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.controlsfx.control.SearchableComboBox;
import studio.saddlepoint.app.Messages;

/** A choice among names that may be many: one is found by typing a part of it. */
public final class SearchedChoice extends SearchableComboBox<String> {
  /** A choice without names. */
  public SearchedChoice() {
    getChildren().addListener((ListChangeListener<Node>) change -> nameField());
    skinProperty().addListener(o -> nameField());
  }

  /** Offers names in place of those before. */
  public void offer(List<String> names) {
    // A new list each time: the filter of ControlsFX fails where a list shrinks.
    setItems(FXCollections.observableArrayList(names));
  }

  /** The field has no name of its own for who hears the window. */
  private void nameField() {
    getChildrenUnmodifiable().stream()
        .filter(TextField.class::isInstance)
        .forEach(field -> field.setAccessibleText(Messages.text("choice.search")));
  }
}

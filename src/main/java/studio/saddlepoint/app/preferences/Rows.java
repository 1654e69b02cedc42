package studio.saddlepoint.app.preferences;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.saddlepoint.app.Messages;

/** The parts that all sections of the card are made of. */
final class Rows {
  private Rows() {}

  /** A heading. */
  static Label group(String key) {
    Label title = new Label(Messages.text(key));
    title.getStyleClass().add("form-group");
    return title;
  }

  /**
   * A preference: its name and its control, and below them what it does.
   *
   * @param key of the name; {@code KEY.help} explains it
   * @param control what it is set with
   */
  static VBox row(String key, Node control) {
    Label name = new Label(Messages.text(key));
    name.getStyleClass().add("preference-name");
    name.setLabelFor(control);
    name.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox line = new HBox(16, name, space, control);
    line.setAlignment(Pos.CENTER_LEFT);
    VBox row = new VBox(line, words(Messages.text(key + ".help")));
    row.getStyleClass().add("preference");
    return row;
  }

  /** A text that explains, and wraps. */
  static Label words(String text) {
    Label words = new Label(text);
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.setMinWidth(0);
    words.getStyleClass().add("preference-help");
    return words;
  }

  /** Why something was refused; takes no room where nothing was. */
  static Label problem(String id) {
    Label problem = words("");
    problem.setId(id);
    problem.getStyleClass().setAll("label", "field-problem");
    problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    return problem;
  }
}

package studio.saddlepoint.app.evaluate.parts;

import java.util.List;
import javafx.application.Platform;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Pieces that the views of this page share. */
public final class Panes {
  private Panes() {}

  /** Lets something scroll up and down, as wide as there is room. */
  public static ScrollPane scroll(Node content, String style) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.getStyleClass().addAll("edge-to-edge", style);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return scroll;
  }

  /** A settings column: what scrolls, and below it, always in reach, what begins the work. */
  public static Node settings(Node form, Node action) {
    VBox column = new VBox(form);
    column.getStyleClass().add("evaluate-form-side");
    VBox below = new VBox(action);
    below.getStyleClass().add("evaluate-action");
    below.setMinHeight(Region.USE_PREF_SIZE);
    ScrollPane scroll = scroll(column, "evaluate-form-scroll");
    scroll.setMinHeight(0);
    VBox settings = new VBox(scroll, below);
    // Its own idea of the height knows nothing of wrapped lines. Not at once: while it is laid
    // out, a wish to be laid out again is not heard.
    column
        .heightProperty()
        .addListener(
            (p, old, now) ->
                Platform.runLater(
                    () -> {
                      scroll.setPrefViewportHeight(column.getHeight());
                      settings.requestLayout();
                    }));
    return settings;
  }

  /** Tells a problem where it arose; takes no room without one. */
  public static Label problem(ObservableStringValue text) {
    Label problem = new Label();
    problem.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
    problem.getStyleClass().addAll("evaluate-problem", "problem-text");
    problem.setWrapText(true);
    problem.setMaxWidth(Double.MAX_VALUE);
    problem.setMinHeight(Region.USE_PREF_SIZE);
    problem.textProperty().bind(text);
    problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    return problem;
  }

  /** What to bear in mind, a sentence a line. */
  public static Node warnings(List<String> texts) {
    VBox lines = new VBox(4);
    texts.forEach(each -> lines.getChildren().add(wrapped(each, "evaluate-warning")));
    HBox.setHgrow(lines, Priority.ALWAYS);
    HBox box = new HBox(12, new FontIcon(Feather.ALERT_TRIANGLE), lines);
    box.getStyleClass().add("evaluate-warnings");
    box.setMinHeight(Region.USE_PREF_SIZE);
    return box;
  }

  /** A sentence that takes as many lines as it needs. */
  public static Label wrapped(String text, String... styles) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().addAll(styles);
    return label;
  }
}

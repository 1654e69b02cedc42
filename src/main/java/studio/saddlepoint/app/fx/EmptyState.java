package studio.saddlepoint.app.fx;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** A sentence where there is nothing to show yet: why, and what to do about it. */
public final class EmptyState extends VBox {
  /**
   * An empty state.
   *
   * @param icon a picture
   * @param title what is missing
   * @param text what to do, in a sentence
   * @param actions buttons to do it with
   */
  public EmptyState(Ikon icon, String title, String text, Node... actions) {
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    Label head = new Label(title);
    head.getStyleClass().add(Styles.TITLE_4);
    Label body = new Label(text);
    body.setWrapText(true);
    body.getStyleClass().addAll("muted", "empty-state-text");
    FontIcon picture = new FontIcon(icon);
    picture.getStyleClass().add("empty-state-icon");
    getChildren().addAll(picture, head, body);
    getChildren().addAll(actions);
  }
}

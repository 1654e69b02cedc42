package studio.saddlepoint.app.explore.inversion;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.saddlepoint.app.Messages;

/** The heads of the tools for pictures: a name, and what can be done at once at the right. */
final class PictureHeads {
  private static final double HEIGHT = 32;

  private PictureHeads() {}

  /**
   * A head.
   *
   * @param key of the name
   */
  static HBox of(String key, Node... right) {
    Label title = new Label(Messages.text(key));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    title.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(8, title, space);
    head.getChildren().addAll(right);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setMinHeight(HEIGHT);
    return head;
  }
}

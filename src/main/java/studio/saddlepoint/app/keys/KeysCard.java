package studio.saddlepoint.app.keys;

import java.util.Arrays;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Cover;
import studio.saddlepoint.app.keys.Shortcut.Group;

/** The list of keys, over the page. It is made of the keyboard's own table. */
public final class KeysCard extends VBox {
  private final Keyboard keyboard;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final Cover cover = new Cover(this, shown::get, () -> shown.set(false));
  private final HBox columns = new HBox();
  private final Button close = Buttons.icon(Feather.X, "keys.hide", cover::close);

  /**
   * A list that is not shown yet.
   *
   * @param keyboard whose keys to list, as they are when it is shown
   */
  public KeysCard(Keyboard keyboard) {
    this.keyboard = keyboard;
    getStyleClass().add("keys-card");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    Label title = new Label(Messages.text("keys.title"));
    title.getStyleClass().add("card-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    close.setId("keys-close");
    HBox head = new HBox(8, title, space, close);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("card-head");
    columns.getStyleClass().add("keys-columns");
    getChildren().addAll(head, columns);
    visibleProperty().bind(shown);
    managedProperty().bind(shown);
  }

  /** Shows it, or hides it where it is shown. */
  public void toggle() {
    if (shown.get()) {
      cover.close();
      return;
    }
    columns
        .getChildren()
        .setAll(
            column(Group.PAGES, Group.WORK, Group.PICTURES), column(Group.WINDOW, Group.CHARTS));
    shown.set(true);
    close.requestFocus();
  }

  private GridPane column(Group... groups) {
    GridPane column = new GridPane();
    column.getStyleClass().add("keys-column");
    for (Group group : groups) {
      Label name = new Label(group.title());
      name.getStyleClass().add("form-group");
      column.add(name, 0, column.getRowCount(), 2, 1);
      rows(group).forEach(row -> column.addRow(column.getRowCount(), row.caps(), row.words()));
    }
    return column;
  }

  private record Row(Node caps, Label words) {
    static Row of(Shortcut shortcut, String words) {
      HBox caps = new HBox(4);
      caps.setAlignment(Pos.CENTER_LEFT);
      shortcut.caps().stream()
          .map(
              text -> {
                Label cap = new Label(text);
                cap.getStyleClass().add("key-cap");
                cap.setMinWidth(Region.USE_PREF_SIZE);
                return cap;
              })
          .forEach(caps.getChildren()::add);
      return new Row(caps, new Label(words));
    }
  }

  /** Keys that the window handles, and those that its parts handle by the same table. */
  private Stream<Row> rows(Group group) {
    Stream<Row> ofWindow =
        keyboard.bindings().stream()
            .filter(each -> each.shortcut().group() == group)
            .map(each -> Row.of(each.shortcut(), each.words()));
    Stream<Row> ofParts =
        Arrays.stream(Shortcut.values())
            .filter(each -> each.group() == group && each.ofParts())
            .map(each -> Row.of(each, each.words()));
    return Stream.concat(ofWindow, ofParts);
  }
}

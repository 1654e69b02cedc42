package studio.saddlepoint.app.film;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.latent.code.Bookmark;
import studio.saddlepoint.latent.code.Thumbnail;
import studio.saddlepoint.latent.walk.WalkKeys;

/**
 * The keys of a walk as a list, in their order: bookmarks are added, and each key is moved or taken
 * out. The text field beside it says the same, and is what counts.
 */
final class FilmKeys extends VBox {
  private static final double THUMBNAIL = 24;
  private static final int LONGEST = 40;
  private static final int LEAST = 2;

  private final TextField text;
  private final ListView<String> list = new ListView<>();
  private final ComboBox<Bookmark> bookmarks = new ComboBox<>();
  private final Map<String, Picture> pictures = new HashMap<>();
  private final Button add = button(Feather.PLUS, "put", () -> edit(this::added));
  private final Button remove = button(Feather.X, "remove", () -> edit(this::removed));
  private final Button up = button(Feather.ARROW_UP, "up", () -> edit(keys -> moved(keys, -1)));
  private final Button down =
      button(Feather.ARROW_DOWN, "down", () -> edit(keys -> moved(keys, 1)));

  /**
   * A list without bookmarks to add.
   *
   * @param text the keys, as {@link WalkKeys} reads them
   */
  FilmKeys(TextField text) {
    this.text = text;
    getStyleClass().add("film-keys");
    list.setId("film-keys-list");
    list.setAccessibleText(Messages.text("film.keys.list"));
    list.setCellFactory(view -> new KeyCell());
    list.getSelectionModel().selectedIndexProperty().addListener((p, old, now) -> arrange());
    bookmarks.setId("film-keys-add");
    bookmarks.setPromptText(Messages.text("film.keys.none"));
    bookmarks.setAccessibleText(Messages.text("film.keys.add"));
    bookmarks.setDisable(true);
    bookmarks.setMaxWidth(Double.MAX_VALUE);
    bookmarks.setPrefWidth(150);
    bookmarks.setButtonCell(new Prompt());
    bookmarks.setCellFactory(view -> new BookmarkCell());
    bookmarks.valueProperty().addListener((p, old, now) -> arrange());
    Buttons.explain(bookmarks, Messages.text("film.keys.add.tip"));
    HBox.setHgrow(bookmarks, Priority.ALWAYS);
    HBox tools = new HBox(4, bookmarks, add, up, down, remove);
    tools.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(text, list, tools);
    text.textProperty().addListener((p, old, now) -> show());
    show();
  }

  private static Button button(Feather icon, String name, Runnable action) {
    Button button = Buttons.icon(icon, "film.keys." + name, action);
    button.setId("film-keys-" + name);
    return button;
  }

  /** Offers bookmarks to be added. */
  void offer(List<Bookmark> offered) {
    pictures.clear();
    for (Bookmark each : offered) {
      each.thumbnail().flatMap(Thumbnail::picture).ifPresent(it -> pictures.put(each.key(), it));
    }
    bookmarks.getItems().setAll(offered);
    bookmarks.setDisable(offered.isEmpty());
    bookmarks.setPromptText(
        Messages.text(offered.isEmpty() ? "film.keys.none" : "film.keys.prompt"));
    list.refresh();
  }

  private void show() {
    List<String> keys = WalkKeys.parts(text.getText());
    if (!keys.equals(list.getItems())) {
      int chosen = list.getSelectionModel().getSelectedIndex();
      list.getItems().setAll(keys);
      list.getSelectionModel().clearAndSelect(Math.min(chosen, keys.size() - 1));
    }
    arrange();
  }

  private void arrange() {
    int chosen = list.getSelectionModel().getSelectedIndex();
    int last = list.getItems().size() - 1;
    add.setDisable(bookmarks.getValue() == null);
    remove.setDisable(chosen < 0 || last < LEAST);
    up.setDisable(chosen < 1);
    down.setDisable(chosen < 0 || chosen >= last);
  }

  /** A change of the keys. */
  private interface Edit {
    /** Changes the keys, and says which is chosen then. */
    int apply(List<String> keys);
  }

  private void edit(Edit edit) {
    List<String> keys = new ArrayList<>(list.getItems());
    int chosen = edit.apply(keys);
    text.setText(String.join(", ", keys));
    list.getSelectionModel().clearAndSelect(chosen);
    list.scrollTo(chosen);
  }

  /** The bookmark behind the key that is chosen, or in the end. */
  private int added(List<String> keys) {
    int chosen = list.getSelectionModel().getSelectedIndex();
    int place = chosen < 0 ? keys.size() : chosen + 1;
    keys.add(place, bookmarks.getValue().key());
    return place;
  }

  private int removed(List<String> keys) {
    int chosen = list.getSelectionModel().getSelectedIndex();
    keys.remove(chosen);
    return Math.min(chosen, keys.size() - 1);
  }

  private int moved(List<String> keys, int by) {
    int chosen = list.getSelectionModel().getSelectedIndex();
    keys.add(chosen + by, keys.remove(chosen));
    return chosen + by;
  }

  private static HBox row(Optional<Picture> picture, String words) {
    PictureView view = PictureView.thumbnail(THUMBNAIL);
    picture.ifPresent(view::show);
    view.setVisible(picture.isPresent());
    view.setManaged(picture.isPresent());
    HBox row = new HBox(8, view, new Label(Escapes.name(words)));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** A key: its number, and its code or name. */
  private final class KeyCell extends ListCell<String> {
    @Override
    protected void updateItem(@Nullable String key, boolean empty) {
      super.updateItem(key, empty);
      if (key == null || empty) {
        setGraphic(null);
        return;
      }
      String brief = key.length() > LONGEST ? key.substring(0, LONGEST) + "…" : key;
      setGraphic(row(Optional.ofNullable(pictures.get(key)), getIndex() + 1 + ".  " + brief));
      setPrefWidth(0); // as wide as the list
    }
  }

  /** A bookmark that may be added. */
  private static final class BookmarkCell extends ListCell<Bookmark> {
    @Override
    protected void updateItem(@Nullable Bookmark item, boolean empty) {
      super.updateItem(item, empty);
      setGraphic(
          item == null || empty
              ? null
              : row(item.thumbnail().flatMap(Thumbnail::picture), item.name()));
    }
  }

  /** The bookmark that is chosen, or what the box is for. */
  private final class Prompt extends ListCell<Bookmark> {
    @Override
    protected void updateItem(@Nullable Bookmark item, boolean empty) {
      super.updateItem(item, empty);
      setText(item == null || empty ? bookmarks.getPromptText() : Escapes.name(item.name()));
    }
  }
}

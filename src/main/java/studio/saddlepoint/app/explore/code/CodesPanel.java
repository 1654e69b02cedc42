package studio.saddlepoint.app.explore.code;

import atlantafx.base.theme.Styles;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.explore.code.TakenCode.Place;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.keys.MenuKeys;
import studio.saddlepoint.latent.code.Bookmark;

/**
 * The bookmarks of a run: a list of pictures with names. A click stands at one, as Enter does; F2
 * renames, Delete deletes, and a menu has the rest.
 */
public final class CodesPanel extends VBox {
  private static final double CELL = 52;
  private static final int ROWS = 6;

  private final BookmarkShelf shelf;
  private final CodeExchange exchange;
  private final CodesAsking asking;
  private final BiConsumer<StandingCode, Consumer<StandingCode>> edited;
  private final Consumer<TakenCode> take;
  private final ObjectProperty<@Nullable StandingCode> current = new SimpleObjectProperty<>();
  private final ListView<Bookmark> list = new ListView<>();
  private final NameRow name = new NameRow();

  /**
   * The bookmarks of a shelf.
   *
   * @param exchange reads and writes files
   * @param asking asks for them
   * @param edited gives a code with all that sliders do to it, before it is kept
   * @param take shows a bookmark
   */
  public CodesPanel(
      BookmarkShelf shelf,
      CodeExchange exchange,
      CodesAsking asking,
      BiConsumer<StandingCode, Consumer<StandingCode>> edited,
      Consumer<TakenCode> take) {
    this.shelf = shelf;
    this.exchange = exchange;
    this.asking = asking;
    this.edited = edited;
    this.take = take;
    setSpacing(8);
    getStyleClass().add("codes-panel");
    getChildren().addAll(heading(), keep(), name, list(), told(), unreadable());
  }

  /** Where the explorer stands; nothing without a generator. */
  public ObjectProperty<@Nullable StandingCode> currentProperty() {
    return current;
  }

  private HBox heading() {
    Label title = new Label(Messages.text("codes.bookmarks"));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    title.setMinWidth(USE_PREF_SIZE);
    title.setTooltip(Buttons.tooltip(Messages.text("codes.bookmarks.tip")));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button open = Buttons.icon(Feather.UPLOAD, "codes.import", this::importFile);
    open.setId("codes-import");
    open.disableProperty().bind(shelf.openProperty().not().or(current.isNull()));
    Button save = Buttons.icon(Feather.DOWNLOAD, "codes.export", this::exportFile);
    save.setId("codes-export");
    save.disableProperty().bind(Bindings.isEmpty(shelf.items()).or(current.isNull()));
    HBox heading = new HBox(title, space, open, save);
    heading.setAlignment(Pos.CENTER_LEFT);
    return heading;
  }

  private Button keep() {
    Button keep = Buttons.labelled(Feather.BOOKMARK, "codes.keep", () -> {});
    keep.setId("codes-keep");
    keep.setMaxWidth(Double.MAX_VALUE);
    keep.disableProperty().bind(shelf.openProperty().not().or(current.isNull()));
    keep.setOnAction(
        event -> {
          StandingCode code = current.get();
          if (code != null) {
            edited.accept(
                code,
                whole ->
                    name.ask(
                        shelf.freeName(), given -> shelf.add(given, whole), keep::requestFocus));
          }
        });
    keep.visibleProperty().bind(name.visibleProperty().not());
    keep.managedProperty().bind(keep.visibleProperty());
    return keep;
  }

  private ListView<Bookmark> list() {
    list.setId("bookmarks");
    list.setAccessibleText(Messages.text("codes.bookmarks"));
    list.getStyleClass().addAll(Styles.DENSE, "bookmark-list");
    list.setItems(shelf.items());
    list.setFixedCellSize(CELL);
    list.setCellFactory(view -> new BookmarkCell(this::take, this::menu));
    list.prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.min(ROWS, shelf.items().size()) * CELL + 2, shelf.items()));
    list.minHeightProperty().bind(list.prefHeightProperty());
    list.visibleProperty().bind(Bindings.isNotEmpty(shelf.items()));
    list.managedProperty().bind(list.visibleProperty());
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    MenuKeys.open(
        list,
        () -> {
          Bookmark chosen = chosen();
          return chosen == null ? new ContextMenu() : menu(chosen);
        });
    return list;
  }

  private Label told() {
    Label none = sentence("codes.none");
    none.visibleProperty()
        .bind(Bindings.isEmpty(shelf.items()).and(shelf.unreadableProperty().isEmpty()));
    none.managedProperty().bind(none.visibleProperty());
    none.setText(Messages.text("codes.none"));
    return none;
  }

  private Label unreadable() {
    Label problem = sentence("codes.unreadable");
    problem.getStyleClass().add(Styles.DANGER);
    problem.textProperty().bind(shelf.unreadableProperty());
    problem.visibleProperty().bind(shelf.unreadableProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    return problem;
  }

  private static Label sentence(String id) {
    Label label = new Label();
    label.setId(id.replace('.', '-'));
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    return label;
  }

  private @Nullable Bookmark chosen() {
    return list.getSelectionModel().getSelectedItem();
  }

  private void key(KeyEvent event) {
    Bookmark chosen = chosen();
    if (chosen == null) {
      return;
    }
    switch (event.getCode()) {
      case ENTER -> take(chosen, Place.HERE);
      case F2 -> rename(chosen);
      case DELETE -> shelf.delete(chosen);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void take(Bookmark bookmark, Place place) {
    take.accept(new TakenCode(bookmark.code().point(), bookmark.code().className(), place));
  }

  private void rename(Bookmark bookmark) {
    name.ask(bookmark.name(), given -> shelf.rename(bookmark, given), list::requestFocus);
  }

  private ContextMenu menu(Bookmark of) {
    ContextMenu menu = new ContextMenu();
    int place = shelf.items().indexOf(of);
    MenuItem up = item(Feather.ARROW_UP, "up", () -> shelf.move(of, -1));
    up.setDisable(place <= 0);
    MenuItem down = item(Feather.ARROW_DOWN, "down", () -> shelf.move(of, 1));
    down.setDisable(place >= shelf.items().size() - 1);
    menu.getItems()
        .addAll(
            item(Feather.MAP_PIN, "here", () -> take(of, Place.HERE)),
            item(Feather.LOG_IN, "a", () -> take(of, Place.A)),
            item(Feather.LOG_IN, "b", () -> take(of, Place.B)),
            new SeparatorMenuItem(),
            item(Feather.EDIT_2, "rename", () -> rename(of)),
            up,
            down,
            new SeparatorMenuItem(),
            item(Feather.TRASH_2, "delete", () -> shelf.delete(of)));
    return menu;
  }

  private static MenuItem item(Ikon icon, String name, Runnable action) {
    MenuItem item = new MenuItem(Messages.text("codes.menu." + name), new FontIcon(icon));
    item.setId("bookmark-" + name);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  private void importFile() {
    asking.open().ifPresent(file -> exchange.read(file, shelf::addAll));
  }

  private void exportFile() {
    asking
        .save(Messages.text("codes.export.name"))
        .ifPresent(file -> exchange.write(file, shelf.items()));
  }
}

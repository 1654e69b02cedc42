package studio.saddlepoint.app.explore.code;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.explore.code.TakenCode.Place;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.code.Bookmark;
import studio.saddlepoint.latent.code.NamedCode;
import studio.saddlepoint.latent.code.Thumbnail;

/** A bookmark in its list: its picture, its name, and what can be done with it. */
final class BookmarkCell extends ListCell<Bookmark> {
  private static final double PICTURE = 40;
  private static final int LONGEST_LINE = 40;
  private static final int LONGEST_CODE = 200;

  private final PictureView picture = PictureView.thumbnail(PICTURE);
  private final Label name = new Label();
  private final Label code = new Label();
  private final HBox row;
  private Optional<Thumbnail> decoded = Optional.empty();
  private @Nullable ContextMenu menu;

  /**
   * A cell.
   *
   * @param take puts a bookmark somewhere
   * @param menus makes the menu of a bookmark
   */
  BookmarkCell(BiConsumer<Bookmark, Place> take, Function<Bookmark, ContextMenu> menus) {
    getStyleClass().add("bookmark-cell");
    code.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    VBox words = new VBox(name, code);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button more = Buttons.icon(Feather.MORE_VERTICAL, "codes.more", () -> {});
    more.setOnAction(event -> toggle(menus, more));
    more.setFocusTraversable(false);
    row = new HBox(picture, words, place(take, Place.A, "a"), place(take, Place.B, "b"), more);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("bookmark-row");
    setPrefWidth(0); // as wide as the list, whatever its words
    setOnMouseClicked(
        event -> {
          Bookmark shown = getItem();
          if (shown != null && event.getButton() == MouseButton.PRIMARY) {
            take.accept(shown, Place.HERE);
          }
        });
  }

  private Button place(BiConsumer<Bookmark, Place> take, Place place, String end) {
    Button button = new Button(Messages.text("explore.end." + end));
    button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "bookmark-place");
    button.setMinWidth(USE_PREF_SIZE);
    button.setFocusTraversable(false);
    button.setAccessibleText(Messages.text("codes.take." + end));
    Buttons.explain(button, Messages.text("codes.take." + end));
    button.setOnAction(
        event -> {
          Bookmark shown = getItem();
          if (shown != null) {
            take.accept(shown, place);
          }
        });
    return button;
  }

  private void toggle(Function<Bookmark, ContextMenu> menus, Button button) {
    ContextMenu before = menu;
    Bookmark shown = getItem();
    if (before != null && before.isShowing()) {
      before.hide();
    } else if (shown != null) {
      ContextMenu next = menus.apply(shown);
      menu = next;
      next.show(button, Side.BOTTOM, 0, 0);
    }
  }

  private static String numbers(LatentPoint point) {
    return Messages.text(point.inW() ? "codes.cell.w" : "codes.cell.z");
  }

  @Override
  protected void updateItem(@Nullable Bookmark item, boolean empty) {
    super.updateItem(item, empty);
    if (item == null || empty) {
      setGraphic(null);
      setAccessibleText(null);
      setTooltip(null);
      return;
    }
    NamedCode kept = item.code();
    String text = kept.point().toString();
    if (!item.thumbnail().equals(decoded)) {
      decoded = item.thumbnail();
      picture.show(decoded.flatMap(Thumbnail::picture).orElse(null));
    }
    name.setText(Escapes.name(item.name()));
    String told = text.length() <= LONGEST_LINE ? text : numbers(kept.point());
    code.setText(kept.className().map(of -> Escapes.name(of) + "  ·  ").orElse("") + told);
    setAccessibleText(item.name());
    String brief = text.length() > LONGEST_CODE ? text.substring(0, LONGEST_CODE) + "…" : text;
    String step =
        kept.step().isPresent() ? Messages.text("explore.look.step", kept.step().getAsLong()) : "";
    setTooltip(
        Buttons.tooltip(
            String.join("\n", item.name(), brief, step, kept.note()).strip()
                + "\n\n"
                + Messages.text("codes.cell.tip")));
    setGraphic(row);
  }
}

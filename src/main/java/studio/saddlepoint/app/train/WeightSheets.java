package studio.saddlepoint.app.train;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Segments;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.latent.PictureConversion;

/**
 * The samples of a step by the averaged weights, by the raw ones, or by both side by side: from the
 * same codes, and on the same page of classes.
 */
final class WeightSheets extends Region {
  private static final double BETWEEN = 8;
  private static final int SAVED_BETWEEN = 16;
  private static final int SAVED_BACKGROUND = 0xff20242b;

  /** Whose samples are looked at, where there are those of both. */
  enum Choice {
    AVERAGED,
    RAW,
    BOTH;

    private String key() {
      return "sheet.compare." + name().toLowerCase(Locale.ROOT);
    }
  }

  private final Segments<Choice> choice =
      new Segments<>(Messages.text("sheet.compare"), List.of(Choice.values()), Choice::key);
  private final HBox chooser = new HBox(choice);
  private final Side first = new Side();
  private final Side second = new Side();
  private final ReadOnlyObjectWrapper<List<ToldSheet>> seen =
      new ReadOnlyObjectWrapper<>(List.of());
  private final List<ToldSheet> shown = new ArrayList<>();
  private BiConsumer<ToldSheet, SheetView.Spot> look = (sheet, spot) -> {};

  /** A sheet below the name of its weights. */
  private final class Side {
    private final Label name = new Label();
    private final SheetView view = new SheetView();

    Side() {
      name.getStyleClass().addAll(Styles.TEXT_SMALL, "muted");
      name.setAlignment(Pos.CENTER);
      name.setLabelFor(view);
      getChildren().addAll(name, view);
    }

    /** Shows the sheet at a place of those that are seen, or nothing. */
    void show(List<ToldSheet> sheets, int place) {
      boolean any = place < sheets.size();
      view.setVisible(any);
      name.setVisible(any && sheets.size() > 1);
      view.show(any ? sheets.get(place).sheet() : null);
      if (any) {
        String weights =
            sheets.get(place).told().averaged() ? "sheet.weights.averaged" : "sheet.weights.raw";
        name.setText(Messages.text(weights));
        view.setAccessibleText(
            shown.size() > 1
                ? Messages.text("sheet.look.weights", Messages.text(weights))
                : Messages.text("sheet.look"));
      }
    }

    void place(double left, double width, double height) {
      double top = name.isVisible() ? nameHeight() : 0;
      name.resizeRelocate(left, 0, width, top);
      view.resizeRelocate(left, top, width, height - top);
    }

    double nameHeight() {
      return snapSizeY(name.prefHeight(-1)) + 2;
    }
  }

  WeightSheets() {
    setMinSize(16, 16);
    chooser.getStyleClass().add("sheet-compare");
    chooser.setVisible(false);
    chooser.managedProperty().bind(chooser.visibleProperty());
    choice.valueProperty().addListener((p, old, now) -> arrange());
    first.view.onLook(spot -> look.accept(seen.get().get(0), spot));
    second.view.onLook(spot -> look.accept(seen.get().get(1), spot));
    first.view.pageProperty().addListener(o -> follow());
    second.view.pagesProperty().addListener(o -> follow());
    arrange();
  }

  /** Chooses the weights; not there where there is nothing to choose. */
  Node chooser() {
    return chooser;
  }

  /** The sheets that are seen, from left to right. */
  ReadOnlyObjectProperty<List<ToldSheet>> seenProperty() {
    return seen.getReadOnlyProperty();
  }

  /** Who looks closely at what is at a place of a sheet. */
  void onLook(BiConsumer<ToldSheet, SheetView.Spot> listener) {
    look = listener;
  }

  /**
   * Shows the samples of a step.
   *
   * @param sheet the sheet
   * @param raw the one of the raw weights beside it
   */
  void show(ToldSheet sheet, Optional<ToldSheet> raw) {
    shown.clear();
    shown.add(sheet);
    raw.ifPresent(shown::add);
    arrange();
  }

  /** Shows nothing. */
  void clear() {
    shown.clear();
    arrange();
  }

  private void arrange() {
    boolean comparable = shown.size() > 1;
    chooser.setVisible(comparable);
    List<ToldSheet> sheets =
        !comparable
            ? List.copyOf(shown)
            : switch (choice.valueProperty().get()) {
              case AVERAGED -> List.of(shown.get(0));
              case RAW -> List.of(shown.get(1));
              case BOTH -> List.copyOf(shown);
            };
    first.show(sheets, 0);
    second.show(sheets, 1);
    follow();
    seen.set(sheets);
    requestLayout();
  }

  /** Both show the same classes. */
  private void follow() {
    second.view.turn(first.view.pageProperty().get() - second.view.pageProperty().get());
  }

  /** What is seen, as one picture. */
  Optional<Picture> picture() {
    List<Picture> pictures = seen.get().stream().map(each -> each.sheet().picture()).toList();
    return pictures.isEmpty()
        ? Optional.empty()
        : Optional.of(
            PictureConversion.grid(pictures, pictures.size(), SAVED_BETWEEN, SAVED_BACKGROUND));
  }

  /** How high it is over a width; no higher than wide. */
  double heightFor(double width) {
    if (seen.get().size() < 2) {
      return width;
    }
    double names = first.nameHeight();
    return names + first.view.heightFor((width - BETWEEN) / 2, width - names);
  }

  @Override
  protected void layoutChildren() {
    boolean both = seen.get().size() > 1;
    double width = both ? (getWidth() - BETWEEN) / 2 : getWidth();
    first.place(0, width, getHeight());
    second.place(width + BETWEEN, width, getHeight());
  }

  /** Leafs through pages of classes, where there are more than one. */
  Node leafing() {
    SheetView view = first.view;
    Button before = Buttons.icon(Feather.CHEVRON_UP, "sheet.classes.before", () -> view.turn(-1));
    Button after = Buttons.icon(Feather.CHEVRON_DOWN, "sheet.classes.after", () -> view.turn(1));
    before.setId("sheet-classes-before");
    after.setId("sheet-classes-after");
    Label place = new Label();
    place.getStyleClass().add("muted");
    Runnable tell =
        () -> {
          int page = view.pageProperty().get();
          int pages = view.pagesProperty().get();
          place.setText(Messages.text("sheet.classes", page + 1, pages));
          before.setDisable(page == 0);
          after.setDisable(page >= pages - 1);
        };
    view.pageProperty().addListener(o -> tell.run());
    view.pagesProperty().addListener(o -> tell.run());
    tell.run();
    HBox row = new HBox(4, before, place, after);
    row.setAlignment(Pos.CENTER);
    row.visibleProperty().bind(view.pagesProperty().greaterThan(1));
    row.managedProperty().bind(row.visibleProperty());
    return row;
  }
}

package studio.saddlepoint.app.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Clicks;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.core.Picture;

/**
 * Shows a sample sheet, with the names of its classes above their columns. Of many classes it shows
 * as many rows of classes as have room, a page at a time.
 */
final class SheetView extends Region {
  private static final double NAME_HEIGHT = 16;
  private static final double BETWEEN = 6;

  /** So that what was given its {@link #heightFor} has room for as much. */
  private static final double ROUNDING = 0.01;

  private final ReadOnlyIntegerWrapper pages = new ReadOnlyIntegerWrapper(1);
  private final ReadOnlyIntegerWrapper page = new ReadOnlyIntegerWrapper();
  private final List<Strip> strips = new ArrayList<>();
  private @Nullable ClassSheet sheet;
  private int perPage = 1;

  private Consumer<Spot> look = spot -> {};

  /**
   * A place in a sheet.
   *
   * @param block in which part
   * @param x pixels from the part's left edge
   * @param y pixels from its top edge
   */
  record Spot(int block, double x, double y) {}

  private record Strip(PictureView view, List<Label> names) {}

  SheetView() {
    getStyleClass().add("sheet-view");
    setMinSize(16, 16);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(Messages.text("sheet.look"));
    Clicks.on(this, event -> clicked(event.getX(), event.getY()));
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            event.consume();
            look.accept(new Spot(first(), 0, 0));
          }
        });
  }

  /** Who looks closely at what is at a place. */
  void onLook(Consumer<Spot> listener) {
    look = listener;
  }

  private void clicked(double x, double y) {
    requestFocus();
    for (int i = 0; i < strips.size(); i++) {
      PictureView view = strips.get(i).view();
      if (view.getBoundsInParent().contains(x, y)) {
        Point2D at = view.pictureAt(x - view.getLayoutX(), y - view.getLayoutY());
        look.accept(new Spot(first() + i, at.getX(), at.getY()));
        return;
      }
    }
  }

  /** How many pages of classes there are; 1 where all are seen at once. */
  ReadOnlyIntegerProperty pagesProperty() {
    return pages.getReadOnlyProperty();
  }

  /** Which page is shown, from 0. */
  ReadOnlyIntegerProperty pageProperty() {
    return page.getReadOnlyProperty();
  }

  /** The sheet; nothing at first. */
  @Nullable ClassSheet sheet() {
    return sheet;
  }

  /** Shows a sheet, or nothing; one of the same classes on the same page. */
  void show(@Nullable ClassSheet next) {
    ClassSheet before = sheet;
    sheet = next;
    setFocusTraversable(next != null);
    if (next != null && before != null && alike(before, next)) {
      fill();
      return;
    }
    page.set(0);
    build();
  }

  private static boolean alike(ClassSheet before, ClassSheet next) {
    return before.picture().width() == next.picture().width()
        && before.picture().height() == next.picture().height()
        && before.blocks().stream()
            .map(ClassSheet.Block::names)
            .toList()
            .equals(next.blocks().stream().map(ClassSheet.Block::names).toList());
  }

  /** Goes so many pages on, or back. */
  void turn(int by) {
    int next = Math.max(0, Math.min(pages.get() - 1, page.get() + by));
    if (next != page.get()) {
      page.set(next);
      build();
    }
  }

  /** How high it is where its classes, or as many as have room on a page, fill a width. */
  double heightFor(double width, double atMost) {
    ClassSheet now = sheet;
    return now == null ? atMost : room(now, width, atMost) * fullHeight(now, width) - BETWEEN;
  }

  /** How many parts have room below each other; at least one. */
  private static int room(ClassSheet now, double width, double height) {
    int room = (int) ((height + BETWEEN) / fullHeight(now, width) + ROUNDING);
    return Math.max(1, Math.min(now.blocks().size(), room));
  }

  /** Of one part with its names, and the space below it. */
  private static double fullHeight(ClassSheet now, double width) {
    Picture part = now.blocks().get(0).picture();
    return width / part.width() * part.height() + namesHeight(now) + BETWEEN;
  }

  private static double namesHeight(ClassSheet now) {
    return now.blocks().get(0).names().isEmpty() ? 0 : NAME_HEIGHT;
  }

  private void build() {
    strips.clear();
    getChildren().clear();
    ClassSheet now = sheet;
    if (now == null) {
      pages.set(1);
      return;
    }
    int same = now.sameBeginning();
    for (int i = first(); i < last(now); i++) {
      PictureView view = new PictureView();
      view.setSmooth(true);
      view.setMouseTransparent(true);
      view.setAccessibleText(Messages.text("sheet.title"));
      List<Label> names =
          now.blocks().get(i).names().stream().map(each -> name(each, same)).toList();
      strips.add(new Strip(view, names));
      getChildren().add(view);
      getChildren().addAll(names);
    }
    fill();
    requestLayout();
  }

  private static Label name(String text, int known) {
    Label name = new Label(text.isEmpty() ? "" : text.substring(known));
    name.setEllipsisString("…");
    name.getStyleClass().add("sheet-class");
    if (!text.isEmpty()) {
      Buttons.explain(name, text);
    }
    return name;
  }

  private void fill() {
    ClassSheet now = sheet;
    if (now != null) {
      for (int i = 0; i < strips.size(); i++) {
        strips.get(i).view().show(now.blocks().get(first() + i).picture());
      }
    }
  }

  private int first() {
    return page.get() * perPage;
  }

  private int last(ClassSheet now) {
    return Math.min(now.blocks().size(), first() + perPage);
  }

  @Override
  protected void layoutChildren() {
    ClassSheet now = sheet;
    if (now == null || getWidth() < 1 || getHeight() < 1) {
      return;
    }
    int count = now.blocks().size();
    double names = namesHeight(now);
    double width = now.blocks().get(0).picture().width();
    double height = now.blocks().get(0).picture().height();
    int room = room(now, getWidth(), getHeight());
    if (room != perPage || pages.get() != (count + room - 1) / room) {
      perPage = room;
      pages.set((count + room - 1) / room);
      page.set(Math.min(page.get(), pages.get() - 1));
      build();
    }
    double scale =
        Math.min(getWidth() / width, ((getHeight() + BETWEEN) / room - names - BETWEEN) / height);
    double strip = height * scale + names + BETWEEN;
    double left = (getWidth() - width * scale) / 2;
    double top = (getHeight() + BETWEEN - strip * strips.size()) / 2;
    for (int i = 0; i < strips.size(); i++) {
      place(strips.get(i), left, top + i * strip, names, width * scale, height * scale);
    }
  }

  private static void place(
      Strip strip, double left, double top, double names, double width, double height) {
    strip.view().resizeRelocate(left, top + names, width, height);
    double cell = width / Math.max(1, strip.names().size());
    for (int i = 0; i < strip.names().size(); i++) {
      Node name = strip.names().get(i);
      name.resizeRelocate(left + i * cell, top, cell, names);
    }
  }
}

package studio.saddlepoint.app.compare.sheet;

import java.util.Locale;
import java.util.function.DoubleConsumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.core.Picture;

/** Two sheets on each other, one left of a line and the other right of it; the line is moved. */
final class WipeView extends Region {
  /** Of an arrow key; with Shift five times as far. */
  private static final double STRIDE = 0.02;

  private static final double HANDLE = 28;

  private final PictureView left = new PictureView();
  private final PictureView right = new PictureView();
  private final Rectangle clip = new Rectangle();
  private final Region line = new Region();
  private final Region handle = new Region();
  private final DoubleConsumer moved;
  private double share = 0.5;

  /**
   * A view.
   *
   * @param moved told how far across the line was moved, 0 to 1
   */
  WipeView(DoubleConsumer moved) {
    this.moved = moved;
    setId("compare-wipe-view");
    getStyleClass().add("wipe-view");
    setFocusTraversable(true);
    setMinSize(64, 64);
    setCursor(Cursor.H_RESIZE);
    setAccessibleRole(AccessibleRole.SLIDER);
    left.setSmooth(true);
    right.setSmooth(true);
    right.setClip(clip);
    line.getStyleClass().add("wipe-line");
    handle.getStyleClass().add("wipe-handle");
    for (Region each : new Region[] {left, right, line, handle}) {
      each.setMouseTransparent(true);
      getChildren().add(each);
    }
    setOnMousePressed(
        event -> {
          requestFocus();
          move(place(event.getX()));
        });
    setOnMouseDragged(event -> move(place(event.getX())));
    setOnMouseReleased(event -> move(place(event.getX())));
    setOnKeyPressed(this::key);
  }

  private void key(KeyEvent event) {
    double stride = event.isShiftDown() ? 5 * STRIDE : STRIDE;
    switch (event.getCode()) {
      case LEFT -> move(share - stride);
      case RIGHT -> move(share + stride);
      case HOME -> move(0);
      case END -> move(1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(double to) {
    double bounded = Math.max(0, Math.min(1, to));
    if (bounded != share) {
      moved.accept(bounded);
    }
  }

  /** Where the pictures are drawn: both are as large where their sheets have one shape. */
  private double[] drawn() {
    double from = Double.MAX_VALUE;
    double to = 0;
    for (PictureView view : new PictureView[] {left, right}) {
      Picture picture = view.picture();
      if (picture != null) {
        double scale = Math.min(getWidth() / picture.width(), getHeight() / picture.height());
        double width = picture.width() * scale;
        from = Math.min(from, (getWidth() - width) / 2);
        to = Math.max(to, (getWidth() + width) / 2);
      }
    }
    return to > from ? new double[] {from, to} : new double[] {0, Math.max(1, getWidth())};
  }

  private double place(double x) {
    double[] drawn = drawn();
    return (x - drawn[0]) / (drawn[1] - drawn[0]);
  }

  /**
   * Shows two sheets.
   *
   * @param one left of the line
   * @param other right of it
   * @param names of the runs, for who hears the window
   * @param at how far across the line is, 0 to 1
   */
  void show(@Nullable Picture one, @Nullable Picture other, String names, double at) {
    left.show(one);
    right.show(other);
    share = at;
    String said =
        Messages.text("compare.wipe.said", names, String.format(Locale.ROOT, "%.0f", 100 * at));
    if (!said.equals(getAccessibleText())) {
      setAccessibleText(said);
      notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
    requestLayout();
  }

  /** How far across the line is. */
  double share() {
    return share;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    left.resizeRelocate(0, 0, width, height);
    right.resizeRelocate(0, 0, width, height);
    double[] drawn = drawn();
    double x = snapPositionX(drawn[0] + share * (drawn[1] - drawn[0]));
    clip.setX(x);
    clip.setWidth(Math.max(0, width - x));
    clip.setHeight(height);
    line.resizeRelocate(x - 1, 0, 2, height);
    handle.resizeRelocate(x - HANDLE / 2, height / 2 - HANDLE / 2, HANDLE, HANDLE);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 320;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 320;
  }
}

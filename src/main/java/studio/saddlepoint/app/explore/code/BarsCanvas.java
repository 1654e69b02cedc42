package studio.saddlepoint.app.explore.code;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Orientation;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import studio.saddlepoint.app.chart.Swatch;

/**
 * Numbers as bars from a middle line, in rows. A bar is dragged up and down; with the keyboard left
 * and right choose a bar, up and down change it, Delete makes it 0.
 */
final class BarsCanvas extends Region {
  /** Pixels that a bar is dragged for the whole scale, however low its row is. */
  private static final double DRAG = 96;

  /** Steps of the keyboard in the whole scale; with Shift ten at once. */
  private static final double STEPS = 30;

  private static final int NONE = -1;

  /** Changes a number. */
  interface Change {
    /**
     * A number becomes another.
     *
     * @param index which
     * @param value what it becomes
     */
    void to(int index, float value);
  }

  private final Change change;
  private final Canvas canvas = new Canvas();
  private final Swatch ground = new Swatch("code-bars-chosen");
  private final Swatch line = new Swatch("chart-grid");
  private final Swatch above = new Swatch("series-a");
  private final Swatch below = new Swatch("series-b");
  private final Swatch ring = new Swatch("code-bars-ring");
  private final ReadOnlyIntegerWrapper pointed = new ReadOnlyIntegerWrapper(NONE);
  private float[] values = new float[0];
  private double least;
  private double scale = 1;
  private int chosen = NONE;
  private int hovered = NONE;
  private boolean dragging;
  private double grabbedAt;
  private float grabbed;

  /**
   * No bars.
   *
   * @param change what a person does
   */
  BarsCanvas(Change change) {
    this.change = change;
    getStyleClass().add("code-bars");
    setFocusTraversable(true);
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
    getChildren().add(canvas);
    for (Swatch each : List.of(ground, line, above, below, ring)) {
      each.setOpacity(0);
      each.setManaged(false);
      each.setMouseTransparent(true);
      each.backgroundProperty().addListener(o -> requestLayout());
      getChildren().add(each);
    }
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnMouseReleased(event -> dragging = false);
    setOnMouseMoved(event -> hover(places().at(inX(event), inY(event))));
    setOnMouseExited(event -> hover(NONE));
    setOnKeyPressed(this::key);
    focusedProperty().addListener((p, old, now) -> focus(now));
  }

  /**
   * The bar that is told of: the one under the mouse, else the one of the keyboard; or negative.
   */
  ReadOnlyIntegerProperty pointedProperty() {
    return pointed.getReadOnlyProperty();
  }

  /** The number of a bar. */
  float value(int index) {
    return values[index];
  }

  /**
   * Shows numbers. FX thread.
   *
   * @param next not to be changed
   * @param leastScale the scale goes at least to this
   */
  void show(float[] next, double leastScale) {
    boolean other = next.length != values.length;
    values = next;
    least = leastScale;
    if (!dragging) {
      scale = BarLayout.scale(next, leastScale);
    }
    if (other) {
      chosen = Math.min(chosen, next.length - 1);
      hovered = NONE;
      tell();
    }
    requestLayout();
  }

  private BarLayout places() {
    return BarLayout.of(values.length, getWidth() - snappedLeftInset() - snappedRightInset());
  }

  private double inX(MouseEvent event) {
    return event.getX() - snappedLeftInset();
  }

  private double inY(MouseEvent event) {
    return event.getY() - snappedTopInset();
  }

  private void press(MouseEvent event) {
    int index = places().at(inX(event), inY(event));
    if (event.getButton() == MouseButton.PRIMARY && index >= 0) {
      choose(index);
      requestFocus();
      dragging = true;
      grabbedAt = event.getY();
      grabbed = values[index];
      event.consume();
    }
  }

  private void drag(MouseEvent event) {
    if (dragging && chosen >= 0 && chosen < values.length) {
      double wanted = grabbed + (grabbedAt - event.getY()) / DRAG * scale;
      set((float) Math.max(-scale, Math.min(scale, wanted)));
      event.consume();
    }
  }

  private void key(KeyEvent event) {
    if (values.length == 0) {
      return;
    }
    int pointedAt = hovered;
    hovered = NONE; // the keyboard's bar is told of until the mouse moves
    int row = places().perRow();
    double step = scale / STEPS * (event.isShiftDown() ? 10 : 1);
    IntConsumer move = by -> choose(Math.max(0, Math.min(values.length - 1, chosen + by)));
    switch (event.getCode()) {
      case LEFT -> move.accept(-1);
      case RIGHT -> move.accept(1);
      case PAGE_UP -> move.accept(-row);
      case PAGE_DOWN -> move.accept(row);
      case HOME -> choose(0);
      case END -> choose(values.length - 1);
      case UP -> set((float) (values[Math.max(0, chosen)] + step));
      case DOWN -> set((float) (values[Math.max(0, chosen)] - step));
      case DELETE, BACK_SPACE -> set(0);
      default -> {
        hovered = pointedAt;
        return;
      }
    }
    event.consume();
  }

  private void set(float value) {
    int index = Math.max(0, chosen);
    if (value != values[index]) {
      float[] next = values.clone();
      next[index] = value;
      show(next, least);
      tell();
      change.to(index, value);
    }
  }

  private void focus(boolean now) {
    if (now && chosen < 0 && values.length > 0) {
      chosen = 0;
    }
    tell();
    requestLayout();
  }

  private void choose(int index) {
    chosen = index;
    tell();
    requestLayout();
  }

  private void hover(int index) {
    if (index != hovered) {
      hovered = index;
      tell();
      requestLayout();
    }
  }

  private void tell() {
    int now = hovered >= 0 && !dragging ? hovered : isFocused() || dragging ? chosen : NONE;
    pointed.set(NONE); // also a number that changed is news
    pointed.set(now < values.length ? now : NONE);
  }

  @Override
  protected double computePrefHeight(double width) {
    double room = (width < 0 ? getWidth() : width) - snappedLeftInset() - snappedRightInset();
    return BarLayout.of(Math.max(1, values.length), Math.max(80, room)).height()
        + snappedTopInset()
        + snappedBottomInset();
  }

  @Override
  protected double computePrefWidth(double height) {
    return 264;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected void layoutChildren() {
    BarLayout layout = places();
    double width = Math.max(0, getWidth() - snappedLeftInset() - snappedRightInset());
    canvas.setWidth(width);
    canvas.setHeight(layout.height());
    canvas.relocate(snappedLeftInset(), snappedTopInset());
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.clearRect(0, 0, width, layout.height());
    if (values.length == 0 || !ring.styled()) {
      return;
    }
    pen.setFill(fx(line));
    for (int row = 0; row < layout.rows(); row++) {
      int first = row * layout.perRow();
      int last = Math.min(values.length, first + layout.perRow()) - 1;
      double right = layout.left(last) + layout.barWidth();
      pen.fillRect(0, Math.round(layout.middle(first)), right, 1);
    }
    mark(pen, layout);
    Color up = fx(above);
    Color down = fx(below);
    double gap = layout.barWidth() >= 3 ? 1 : 0;
    double most = layout.rowHeight() / 2 - 2;
    for (int i = 0; i < values.length; i++) {
      double length = Math.min(1, Math.abs(values[i]) / scale) * most;
      double middle = Math.round(layout.middle(i));
      double left = Math.round(layout.left(i));
      double wide = Math.max(1, Math.round(layout.left(i) + layout.barWidth()) - left - gap);
      pen.setFill(values[i] >= 0 ? up : down);
      pen.fillRect(left, values[i] >= 0 ? middle - length : middle + 1, wide, length);
    }
  }

  private void mark(GraphicsContext pen, BarLayout layout) {
    for (int index : new int[] {hovered, isFocused() ? chosen : NONE}) {
      if (index >= 0 && index < values.length) {
        double top = layout.middle(index) - layout.rowHeight() / 2;
        pen.setFill(fx(ground));
        pen.fillRect(layout.left(index) - 1, top, layout.barWidth() + 1, layout.rowHeight());
        if (index == chosen) {
          pen.setFill(fx(ring));
          pen.fillRect(
              layout.left(index) - 1, top + layout.rowHeight() - 2, layout.barWidth() + 1, 2);
        }
      }
    }
  }

  private static Color fx(Swatch swatch) {
    java.awt.Color colour = swatch.colour();
    return Color.rgb(
        colour.getRed(), colour.getGreen(), colour.getBlue(), colour.getAlpha() / 255.0);
  }
}

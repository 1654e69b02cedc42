package studio.saddlepoint.app.chart;

import java.awt.geom.Rectangle2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.shape.Rectangle;
import studio.saddlepoint.app.keys.Shortcut;

/** What mouse, wheel and keys do to a chart: read, zoom, move along; to all charts of the page. */
final class ChartGestures {
  private static final double LEAST_DRAG = 6;

  /** Steps that are at least in view. */
  private static final double LEAST_SPAN = 2;

  /** How much a notch of the wheel zooms. */
  private static final double WHEEL = 1.3;

  private final ChartView view;
  private final ChartSettings settings;
  private final Rectangle selection;
  private double panFrom = Double.NaN;
  private double dragFrom = Double.NaN;

  /**
   * Gestures on a chart.
   *
   * @param selection is laid over what is to be zoomed to
   */
  ChartGestures(ChartView view, ChartSettings settings, Rectangle selection) {
    this.view = view;
    this.settings = settings;
    this.selection = selection;
    view.setOnMouseMoved(this::hover);
    view.setOnMouseExited(event -> leave());
    view.setOnScroll(this::wheel);
    view.setOnMousePressed(this::press);
    view.setOnMouseDragged(this::drag);
    view.setOnMouseReleased(event -> release());
    view.setOnKeyPressed(this::key);
    view.focusedProperty()
        .addListener(
            (p, old, now) -> {
              if (!now) {
                leave();
              }
            });
  }

  private void hover(MouseEvent event) {
    double step = view.stepAt(event.getX());
    settings.hoverProperty().set(step);
    view.tell(step);
  }

  private void leave() {
    settings.hoverProperty().set(Double.NaN);
    view.tell(Double.NaN);
  }

  /** With Ctrl the wheel zooms around the mouse, with Shift it moves; else it scrolls the page. */
  private void wheel(ScrollEvent event) {
    ChartRequest now = view.shown();
    double turned = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
    if (now == null || turned == 0 || !event.isShortcutDown() && !event.isShiftDown()) {
      return;
    }
    event.consume();
    // Not what is painted: that may be some notches behind.
    ChartSettings.Zoom zoom = settings.zoomProperty().get();
    double from = zoom == null ? now.from() : zoom.from();
    double to = zoom == null ? now.to() : zoom.to();
    double span = to - from;
    if (event.isShiftDown()) {
      look(from - Math.signum(turned) * span / 10, span);
      return;
    }
    double wanted = span * (turned > 0 ? 1 / WHEEL : WHEEL);
    double begin = now.x().at(from);
    double around = now.x().step(begin + view.shareAt(event.getX()) * (now.x().at(to) - begin));
    look(around - wanted * (around - from) / span, wanted);
  }

  /** Shows so many steps from one on, as far as there are any. */
  private void look(double from, double span) {
    double last = settings.lastStepProperty().get();
    if (span >= last) {
      settings.zoomProperty().set(null);
    } else if (span >= LEAST_SPAN) {
      double begin = Math.max(0, Math.min(last - span, from));
      settings.zoomProperty().set(new ChartSettings.Zoom(begin, begin + span));
    }
  }

  /** The arrows read the curves; plus and minus zoom around what is read, Escape shows all. */
  private void key(KeyEvent event) {
    ChartRequest now = view.shown();
    if (now == null) {
      return;
    }
    double span = now.to() - now.from();
    double stride = Math.max(1, span / (event.isShiftDown() ? 10 : 100));
    double at = settings.hoverProperty().get();
    if (Shortcut.CHART_LEFT.matches(event)) {
      read(now, Double.isNaN(at) ? now.to() : at - stride);
    } else if (Shortcut.CHART_RIGHT.matches(event)) {
      read(now, Double.isNaN(at) ? now.from() : at + stride);
    } else if (Shortcut.CHART_FIRST.matches(event)) {
      read(now, now.from());
    } else if (Shortcut.CHART_LAST.matches(event)) {
      read(now, now.to());
    } else if (Shortcut.CHART_CLOSER.matches(event)) {
      zoom(now, span / 2);
    } else if (Shortcut.CHART_WIDER.matches(event)) {
      zoom(now, span * 2);
    } else if (Shortcut.CHART_WHOLE.matches(event) && settings.zoomProperty().get() != null) {
      settings.zoomProperty().set(null);
    } else {
      return; // Escape, too, for what lies over the page
    }
    event.consume();
  }

  private void read(ChartRequest now, double step) {
    double read = Math.max(now.from(), Math.min(now.to(), step));
    settings.hoverProperty().set(read);
    view.tell(read);
  }

  /** Shows so many steps around the one that is read, or around the middle. */
  private void zoom(ChartRequest now, double span) {
    double read = settings.hoverProperty().get();
    double middle = Double.isNaN(read) ? (now.from() + now.to()) / 2 : read;
    look(middle - span / 2, span);
  }

  private void press(MouseEvent event) {
    view.requestFocus();
    if (event.getClickCount() == 2) {
      settings.zoomProperty().set(null);
    } else if (event.getButton() == MouseButton.PRIMARY && !event.isShiftDown()) {
      dragFrom = event.getX();
    } else if (event.getButton() != MouseButton.SECONDARY) {
      panFrom = event.getX();
    }
  }

  private void drag(MouseEvent event) {
    PaintedChart now = view.painted();
    if (now != null && !Double.isNaN(panFrom)) {
      pan(now, event.getX());
      return;
    }
    if (now == null || Double.isNaN(dragFrom)) {
      return;
    }
    Rectangle2D plot = now.area();
    double a = Math.max(plot.getX(), Math.min(dragFrom, event.getX()));
    double b = Math.min(plot.getMaxX(), Math.max(dragFrom, event.getX()));
    selection.setVisible(b - a > LEAST_DRAG);
    selection.setX(a);
    selection.setWidth(Math.max(0, b - a));
    selection.setY(plot.getY());
    selection.setHeight(plot.getHeight());
  }

  /** The curves follow the mouse. */
  private void pan(PaintedChart now, double x) {
    ChartSettings.Zoom zoom = settings.zoomProperty().get();
    if (zoom != null && now.area().getWidth() > 0) {
      double span = zoom.to() - zoom.from();
      look(zoom.from() - (x - panFrom) / now.area().getWidth() * span, span);
      panFrom = x;
    }
  }

  private void release() {
    panFrom = Double.NaN;
    if (selection.isVisible()) {
      double from = view.stepAt(selection.getX());
      double to = view.stepAt(selection.getX() + selection.getWidth());
      if (to - from >= LEAST_SPAN) {
        settings.zoomProperty().set(new ChartSettings.Zoom(from, to));
        // What was pointed at lies elsewhere now, or outside.
        settings.hoverProperty().set(Double.NaN);
      }
    }
    selection.setVisible(false);
    dragFrom = Double.NaN;
  }
}

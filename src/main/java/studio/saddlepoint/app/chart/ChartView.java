package studio.saddlepoint.app.chart;

import java.awt.geom.Rectangle2D;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.fx.Painter;
import studio.saddlepoint.app.keys.Shortcut;

/**
 * The picture of a chart, painted on another thread at the size shown; over it the crosshair and
 * the zoom rectangle, which cost nothing to move.
 */
public final class ChartView extends Region {
  private static final double LEAST_DRAG = 6;

  private final Painter painter;
  private final Executor ui;
  private final ChartSettings settings;
  private final Supplier<@Nullable ChartRequest> source;
  private final ImageView image = new ImageView();
  private final Line crosshair = new Line();
  private final Rectangle selection = new Rectangle();
  private final AtomicReference<@Nullable ChartRequest> waiting = new AtomicReference<>();
  private @Nullable PaintedChart painted;
  private double dragFrom = Double.NaN;

  /**
   * A chart.
   *
   * @param painter paints on another thread
   * @param ui runs on the FX thread
   * @param settings those of all charts of the page
   * @param source what is to be painted now; nothing where there is nothing yet
   */
  public ChartView(
      Painter painter,
      Executor ui,
      ChartSettings settings,
      Supplier<@Nullable ChartRequest> source) {
    this.painter = painter;
    this.ui = ui;
    this.settings = settings;
    this.source = source;
    getStyleClass().add("chart-view");
    setMinSize(80, 48);
    setPrefSize(200, 120);
    setFocusTraversable(true);
    setCursor(Cursor.CROSSHAIR);
    crosshair.getStyleClass().add("crosshair");
    selection.getStyleClass().add("zoom-selection");
    for (var overlay : new javafx.scene.Node[] {image, crosshair, selection}) {
      overlay.setManaged(false);
      overlay.setMouseTransparent(true);
    }
    crosshair.setVisible(false);
    selection.setVisible(false);
    getChildren().addAll(image, crosshair, selection);
    widthProperty().addListener(o -> repaint());
    heightProperty().addListener(o -> repaint());
    settings.hoverProperty().addListener(o -> moveCrosshair());
    setOnMouseMoved(this::hover);
    setOnMouseExited(event -> settings.hoverProperty().set(Double.NaN));
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnMouseReleased(this::release);
    setOnKeyPressed(this::key);
    focusedProperty()
        .addListener(
            (p, old, now) -> {
              if (!now) {
                settings.hoverProperty().set(Double.NaN);
              }
            });
  }

  /** Asks for a fresh picture; several requests before it is painted are one. */
  public void repaint() {
    if (getScene() == null || getWidth() < 2 || getHeight() < 2) {
      return;
    }
    ChartRequest request = source.get();
    if (request != null && waiting.getAndSet(request) == null) {
      painter.execute(this::paint);
    }
  }

  /** Shows no chart. */
  public void clear() {
    waiting.set(null);
    painted = null;
    image.setImage(null);
    crosshair.setVisible(false);
  }

  private void paint() {
    ChartRequest request = waiting.getAndSet(null);
    if (request != null) {
      PaintedChart fresh = ChartPainter.paint(request);
      ui.execute(
          () ->
              show(fresh.stretched(getWidth() / request.width(), getHeight() / request.height())));
    }
  }

  private void show(PaintedChart fresh) {
    painted = fresh;
    fresh.showIn(image, getWidth(), getHeight());
    moveCrosshair();
  }

  private void hover(MouseEvent event) {
    settings.hoverProperty().set(stepAt(event.getX()));
  }

  /** The arrows read the curves; plus and minus zoom around what is read, Escape shows all. */
  private void key(KeyEvent event) {
    PaintedChart now = painted;
    if (now == null) {
      return;
    }
    double span = now.x().length();
    double stride = Math.max(1, span / (event.isShiftDown() ? 10 : 100));
    double at = settings.hoverProperty().get();
    if (Shortcut.CHART_LEFT.matches(event)) {
      read(now, Double.isNaN(at) ? now.x().high() : at - stride);
    } else if (Shortcut.CHART_RIGHT.matches(event)) {
      read(now, Double.isNaN(at) ? now.x().low() : at + stride);
    } else if (Shortcut.CHART_FIRST.matches(event)) {
      read(now, now.x().low());
    } else if (Shortcut.CHART_LAST.matches(event)) {
      read(now, now.x().high());
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

  private void read(PaintedChart now, double step) {
    settings.hoverProperty().set(Math.max(now.x().low(), Math.min(now.x().high(), step)));
  }

  /** Shows so many steps around the one that is read, or around the middle. */
  private void zoom(PaintedChart now, double span) {
    double last = settings.lastStepProperty().get();
    if (span >= last) {
      settings.zoomProperty().set(null);
    } else if (span >= 2) {
      double read = settings.hoverProperty().get();
      double middle = Double.isNaN(read) ? (now.x().low() + now.x().high()) / 2 : read;
      double from = Math.max(0, Math.min(last - span, middle - span / 2));
      settings.zoomProperty().set(new ChartSettings.Zoom(from, from + span));
    }
  }

  private double stepAt(double x) {
    PaintedChart now = painted;
    if (now == null || now.area().getWidth() <= 0) {
      return Double.NaN;
    }
    Rectangle2D plot = now.area();
    double share = (x - plot.getX()) / plot.getWidth();
    return share < -0.02 || share > 1.02
        ? Double.NaN
        : now.x().low() + Math.min(1, Math.max(0, share)) * now.x().length();
  }

  private void moveCrosshair() {
    PaintedChart now = painted;
    double step = settings.hoverProperty().get();
    boolean shown = now != null && step >= now.x().low() && step <= now.x().high();
    crosshair.setVisible(shown);
    if (shown) {
      Rectangle2D plot = now.area();
      double x = Math.round(now.left(step)) + 0.5;
      crosshair.setStartX(x);
      crosshair.setEndX(x);
      crosshair.setStartY(plot.getY());
      crosshair.setEndY(plot.getMaxY());
    }
  }

  private void press(MouseEvent event) {
    requestFocus();
    if (event.getClickCount() == 2) {
      settings.zoomProperty().set(null);
    } else if (event.getButton() == MouseButton.PRIMARY) {
      dragFrom = event.getX();
    }
  }

  private void drag(MouseEvent event) {
    PaintedChart now = painted;
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

  private void release(MouseEvent event) {
    if (selection.isVisible()) {
      double from = stepAt(selection.getX());
      double to = stepAt(selection.getX() + selection.getWidth());
      if (to - from >= 2) {
        settings.zoomProperty().set(new ChartSettings.Zoom(from, to));
        // What was pointed at lies elsewhere now, or outside.
        settings.hoverProperty().set(Double.NaN);
      }
    }
    selection.setVisible(false);
    dragFrom = Double.NaN;
  }
}

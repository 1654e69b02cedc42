package studio.saddlepoint.app.chart;

import java.awt.geom.Rectangle2D;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
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

  /** Steps that are at least in view. */
  private static final double LEAST_SPAN = 2;

  /** How far from a mark the mouse may be to read it. */
  private static final double NEAR = 5;

  private static final double TIP_WIDTH = 300;
  private static final int MOST_WORDS = 6;

  /** How much a notch of the wheel zooms. */
  private static final double WHEEL = 1.3;

  private final Painter painter;
  private final Executor ui;
  private final ChartSettings settings;
  private final Supplier<@Nullable ChartRequest> source;
  private final ImageView image = new ImageView();
  private final Line crosshair = new Line();
  private final Rectangle selection = new Rectangle();
  private final AtomicReference<@Nullable ChartRequest> waiting = new AtomicReference<>();
  private final Label tip = new Label();
  private @Nullable PaintedChart painted;
  private @Nullable ChartRequest shown;
  private double panFrom = Double.NaN;
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
    tip.getStyleClass().add("mark-tip");
    tip.setWrapText(true);
    tip.setMaxWidth(TIP_WIDTH);
    tip.setVisible(false);
    for (var overlay : new javafx.scene.Node[] {image, crosshair, selection, tip}) {
      overlay.setManaged(false);
      overlay.setMouseTransparent(true);
    }
    crosshair.setVisible(false);
    selection.setVisible(false);
    getChildren().addAll(image, crosshair, selection, tip);
    widthProperty().addListener(o -> repaint());
    heightProperty().addListener(o -> repaint());
    settings.hoverProperty().addListener(o -> moveCrosshair());
    setOnMouseMoved(this::hover);
    setOnMouseExited(
        event -> {
          settings.hoverProperty().set(Double.NaN);
          tip.setVisible(false);
        });
    setOnScroll(this::wheel);
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
    shown = null;
    image.setImage(null);
    crosshair.setVisible(false);
    tip.setVisible(false);
  }

  private void paint() {
    ChartRequest request = waiting.getAndSet(null);
    if (request != null) {
      PaintedChart fresh = ChartPainter.paint(request);
      ui.execute(
          () ->
              show(
                  fresh.stretched(getWidth() / request.width(), getHeight() / request.height()),
                  request));
    }
  }

  private void show(PaintedChart fresh, ChartRequest request) {
    painted = fresh;
    shown = request;
    fresh.showIn(image, getWidth(), getHeight());
    moveCrosshair();
  }

  private void hover(MouseEvent event) {
    double step = stepAt(event.getX());
    settings.hoverProperty().set(step);
    tell(step);
  }

  /** Says what the marks near the mouse are of. */
  private void tell(double step) {
    ChartRequest now = shown;
    PaintedChart drawn = painted;
    String words = "";
    if (now != null && drawn != null && !Double.isNaN(step)) {
      double here = drawn.left(now.x().at(step));
      words =
          now.marks().stream()
              .filter(each -> Math.abs(drawn.left(now.x().at(each.step())) - here) <= NEAR)
              .map(ChartRequest.Mark::words)
              .distinct()
              .limit(MOST_WORDS)
              .collect(Collectors.joining("\n"));
      tip.setText(words);
      tip.applyCss();
      double width = Math.min(TIP_WIDTH, tip.prefWidth(-1));
      double height = tip.prefHeight(width);
      boolean right = here + 10 + width < getWidth();
      tip.resizeRelocate(
          right ? here + 10 : Math.max(0, here - 10 - width), drawn.area().getY(), width, height);
    }
    tip.setVisible(!words.isEmpty());
  }

  /** With Ctrl the wheel zooms around the mouse, with Shift it moves; else it scrolls the page. */
  private void wheel(ScrollEvent event) {
    ChartRequest now = shown;
    double turned = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
    if (now == null || turned == 0 || !event.isShortcutDown() && !event.isShiftDown()) {
      return;
    }
    event.consume();
    double span = now.to() - now.from();
    if (event.isShiftDown()) {
      look(now.from() - Math.signum(turned) * span / 10, span);
      return;
    }
    double wanted = span * (turned > 0 ? 1 / WHEEL : WHEEL);
    double step = stepAt(event.getX());
    double around = Double.isNaN(step) ? (now.from() + now.to()) / 2 : step;
    look(around - wanted * (around - now.from()) / span, wanted);
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
    ChartRequest now = shown;
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
    tell(read);
  }

  /** Shows so many steps around the one that is read, or around the middle. */
  private void zoom(ChartRequest now, double span) {
    double read = settings.hoverProperty().get();
    double middle = Double.isNaN(read) ? (now.from() + now.to()) / 2 : read;
    look(middle - span / 2, span);
  }

  private double stepAt(double x) {
    PaintedChart now = painted;
    ChartRequest request = shown;
    if (now == null || request == null || now.area().getWidth() <= 0) {
      return Double.NaN;
    }
    Rectangle2D plot = now.area();
    double share = (x - plot.getX()) / plot.getWidth();
    return share < -0.02 || share > 1.02
        ? Double.NaN
        : request.x().step(now.x().low() + Math.min(1, Math.max(0, share)) * now.x().length());
  }

  private void moveCrosshair() {
    PaintedChart now = painted;
    ChartRequest request = shown;
    double step = settings.hoverProperty().get();
    boolean inView =
        now != null && request != null && step >= request.from() && step <= request.to();
    crosshair.setVisible(inView);
    if (inView) {
      Rectangle2D plot = now.area();
      double x = Math.round(now.left(request.x().at(step))) + 0.5;
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
    } else if (event.getButton() == MouseButton.PRIMARY && !event.isShiftDown()) {
      dragFrom = event.getX();
    } else if (event.getButton() != MouseButton.SECONDARY) {
      panFrom = event.getX();
    }
  }

  private void drag(MouseEvent event) {
    PaintedChart now = painted;
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

  private void release(MouseEvent event) {
    panFrom = Double.NaN;
    if (selection.isVisible()) {
      double from = stepAt(selection.getX());
      double to = stepAt(selection.getX() + selection.getWidth());
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

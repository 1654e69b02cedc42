package studio.saddlepoint.app.chart;

import java.awt.geom.Rectangle2D;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.fx.Painter;

/**
 * The picture of a chart, painted on another thread at the size shown; over it the crosshair and
 * the zoom rectangle, which cost nothing to move.
 */
public final class ChartView extends Region {
  /** How far from a mark the mouse may be to read it. */
  private static final double NEAR = 5;

  private static final double TIP_WIDTH = 300;
  private static final int MOST_WORDS = 6;

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
    for (var overlay : new Node[] {image, crosshair, selection, tip}) {
      overlay.setManaged(false);
      overlay.setMouseTransparent(true);
    }
    crosshair.setVisible(false);
    selection.setVisible(false);
    getChildren().addAll(image, crosshair, selection, tip);
    widthProperty().addListener(o -> repaint());
    heightProperty().addListener(o -> repaint());
    settings.hoverProperty().addListener(o -> moveCrosshair());
    settings.zoomProperty().addListener(o -> tip.setVisible(false)); // its mark lies elsewhere now
    new ChartGestures(this, settings, selection);
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

  /** The picture that is shown; nothing before there is one. */
  @Nullable PaintedChart painted() {
    return painted;
  }

  /** What the picture is of; nothing before there is one. */
  @Nullable ChartRequest shown() {
    return shown;
  }

  /** Says what the marks near a step are of; nothing where that is NaN. */
  void tell(double step) {
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

  /** The step at a place; NaN where there is none. */
  double stepAt(double x) {
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

  /** How far across the curves a place is: 0 at their left end, 1 at their right. */
  double shareAt(double x) {
    PaintedChart now = painted;
    return now == null || now.area().getWidth() <= 0
        ? 0.5
        : Math.max(0, Math.min(1, (x - now.area().getX()) / now.area().getWidth()));
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
}

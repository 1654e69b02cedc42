package studio.saddlepoint.app.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.Escapes;

/** A chart with a legend; the point nearest to the mouse is told in words. */
public final class PlotView extends VBox {
  private static final double NEAR = 24;

  private static final int NONE = -1;

  /** Of the style sheet, as it is written. */
  private static final double LEGEND_SIZE = 12;

  private final Plot plot;
  private final String name;
  private int at = NONE;
  private final Canvas canvas = new Canvas();
  private final List<LegendEntry> entries = new ArrayList<>();
  private final ChartSwatches colours = new ChartSwatches(canvas::requestLayout);
  private final Label words = new Label();
  private @Nullable PaintedChart painted;

  /** Without words: tells how large texts are. */
  private final Label legendFont = new Label();

  /**
   * A chart.
   *
   * @param name for a screen reader
   */
  public PlotView(Plot plot, String name) {
    this.plot = plot;
    this.name = name;
    getStyleClass().add("plot-view");
    canvas.getStyleClass().add("plot-canvas");
    canvas.setAccessibleText(name);
    HBox legend = new HBox(12, legendFont);
    legendFont.getStyleClass().add("legend-name");
    legendFont.setManaged(false);
    legendFont.fontProperty().addListener(o -> canvas.requestLayout());
    legend.setMinWidth(0);
    legend.setAlignment(Pos.CENTER_LEFT);
    for (Plot.Line line : plot.lines()) {
      LegendEntry entry = new LegendEntry(line.colour(), Escapes.name(line.name()));
      entry.name().setMinWidth(Region.USE_PREF_SIZE);
      entries.add(entry);
      legend.getChildren().add(entry);
    }
    words.getStyleClass().add("legend-value");
    // In its place: beside it there is no room in a narrow window.
    words.visibleProperty().bind(words.textProperty().isNotEmpty());
    legend.visibleProperty().bind(words.visibleProperty().not());
    StackPane head = new StackPane(legend, words);
    StackPane.setAlignment(words, Pos.CENTER_LEFT);
    VBox.setVgrow(canvas, Priority.ALWAYS);
    getChildren().addAll(head, canvas, colours);
    canvas.setOnMouseMoved(event -> point(event.getX(), event.getY()));
    canvas.setOnMouseExited(event -> words.setText(""));
    canvas.setFocusTraversable(true);
    canvas.setOnMousePressed(event -> canvas.requestFocus());
    canvas.setOnKeyPressed(this::step);
    canvas.focusedProperty().addListener((p, old, now) -> tell(now ? at : NONE));
  }

  /** The arrow keys go from point to point. */
  private void step(KeyEvent event) {
    int by =
        switch (event.getCode()) {
          case LEFT -> -1;
          case RIGHT -> 1;
          default -> 0;
        };
    int last = plot.measured().size() - 1;
    if (by != 0 && last >= 0) {
      event.consume();
      tell(Math.max(0, Math.min(last, at + by)));
    }
  }

  private void tell(int point) {
    List<Plot.Point> points = plot.measured();
    if (point >= 0 && point < points.size()) {
      at = point;
      words.setText(words(points.get(point)));
      canvas.setAccessibleText(name + ": " + words.getText());
    } else {
      words.setText("");
    }
  }

  private static String words(Plot.Point point) {
    return Stream.concat(
            Stream.of(point.words()), point.warnings().stream().map(each -> each.brief()))
        .collect(Collectors.joining("  ·  "));
  }

  private void point(double x, double y) {
    PaintedChart now = painted;
    if (now == null) {
      return;
    }
    double best = NEAR;
    String found = "";
    for (Plot.Line line : plot.lines()) {
      for (Plot.Point each : line.points()) {
        double distance = Math.hypot(now.left(each.x()) - x, now.top(each.y()) - y);
        if (distance < best) {
          best = distance;
          found = words(each);
        }
      }
    }
    words.setText(found);
  }

  /** How much larger texts are than the sizes that plots are drawn with. */
  private double textFactor() {
    return legendFont.getFont().getSize() / LEGEND_SIZE;
  }

  /** The picture, painted anew when its size or the theme changes. */
  private final class Canvas extends Region {
    private final ImageView image = new ImageView();

    Canvas() {
      setMinSize(80, 80);
      setPrefSize(320, 240);
      image.setManaged(false);
      image.setMouseTransparent(true);
      getChildren().add(image);
    }

    @Override
    protected void layoutChildren() {
      int width = (int) getWidth();
      int height = (int) getHeight();
      if (width < 2 || height < 2 || !colours.styled()) {
        return;
      }
      double scale = getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
      double larger = textFactor();
      List<Color> lines = entries.stream().map(LegendEntry::colour).toList();
      PaintedChart fresh =
          PlotPainter.paint(
              plot,
              lines,
              colours.colours(),
              Math.max(1, (int) (width / larger)),
              Math.max(1, (int) (height / larger)),
              scale * larger);
      painted = fresh.stretched(larger, larger);
      fresh.showIn(image, width, height);
    }
  }
}

package studio.saddlepoint.app.chart;

import javafx.scene.layout.HBox;

/** The colours of a chart as the style sheet gives them; lies unseen beside the chart. */
public final class ChartSwatches extends HBox {
  private final Swatch ground = new Swatch("chart-ground");
  private final Swatch grid = new Swatch("chart-grid");
  private final Swatch text = new Swatch("chart-text");
  private final Swatch finding = new Swatch("chart-finding");
  private final Swatch mark = new Swatch("chart-mark");

  /**
   * The colours.
   *
   * @param changed is run when the style sheet gives others
   */
  public ChartSwatches(Runnable changed) {
    getChildren().addAll(ground, grid, text, finding, mark);
    setOpacity(0);
    setManaged(false);
    setMouseTransparent(true);
    // Styled last: when it has its colour, so have the others.
    mark.backgroundProperty().addListener(o -> changed.run());
  }

  /** Whether the style sheet is applied. */
  public boolean styled() {
    return mark.styled();
  }

  /** The colours; grey before the style sheet is applied. */
  public ChartColours colours() {
    return new ChartColours(
        ground.colour(), grid.colour(), text.colour(), mark.colour(), finding.colour());
  }
}

package studio.saddlepoint.app.chart;

import java.awt.Color;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A curve's colour and name in a legend. */
public final class LegendEntry extends HBox {
  private final Swatch swatch;
  private final Label name;

  /**
   * An entry.
   *
   * @param colour style class of the curve's colour
   * @param text the curve's name
   */
  public LegendEntry(String colour, String text) {
    super(4);
    swatch = new Swatch(colour);
    name = new Label(text);
    name.getStyleClass().add("legend-name");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(swatch, name);
  }

  /** The label with the curve's name. */
  public Label name() {
    return name;
  }

  /** Whether the style sheet has given the curve its colour. */
  public boolean styled() {
    return swatch.styled();
  }

  /** Is run when the style sheet gives the curve another colour. */
  public void onColour(Runnable changed) {
    swatch.backgroundProperty().addListener(o -> changed.run());
  }

  /** The curve's colour; grey before the style sheet is applied. */
  public Color colour() {
    return swatch.colour();
  }
}

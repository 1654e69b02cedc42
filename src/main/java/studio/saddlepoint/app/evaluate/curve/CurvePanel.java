package studio.saddlepoint.app.evaluate.curve;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.chart.Plot;
import studio.saddlepoint.app.chart.PlotView;
import studio.saddlepoint.app.evaluate.parts.Panes;
import studio.saddlepoint.app.fx.Buttons;

/** A chart under its name, and what to bear in mind of its points below it. */
class CurvePanel extends VBox {
  private final StackPane place = new StackPane();
  private final VBox below = new VBox(8);

  /**
   * No chart yet.
   *
   * @param title its name
   * @param tip what it shows
   * @param actions beside the name
   * @param choices between the name and the chart
   */
  CurvePanel(String title, String tip, List<Button> actions, Node... choices) {
    Label name = new Label(title);
    name.getStyleClass().add(Styles.TEXT_BOLD);
    Buttons.explain(name, tip);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox heading = new HBox(8, name, space);
    heading.setAlignment(Pos.CENTER_LEFT);
    heading.setMinHeight(36);
    heading.getChildren().addAll(actions);
    place.setMinHeight(260);
    place.setPrefHeight(260);
    VBox.setVgrow(place, Priority.ALWAYS);
    below.setMinHeight(Region.USE_PREF_SIZE);
    below.managedProperty().bind(below.visibleProperty());
    getChildren().add(heading);
    getChildren().addAll(choices);
    getChildren().addAll(place, below);
    getStyleClass().addAll("card", "evaluate-panel");
  }

  /** Says why there is no chart. */
  final void showNothing(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll("muted", "empty-state-text");
    label.setWrapText(true);
    place.getChildren().setAll(label);
    below.setVisible(false);
  }

  /**
   * Shows a chart.
   *
   * @param name for a screen reader
   * @param protocol how it was made; empty where it is told elsewhere
   * @param warnings of the whole, beside those of single points
   */
  final void show(Plot plot, String name, String protocol, List<String> warnings) {
    place.getChildren().setAll(new PlotView(plot, name));
    below.getChildren().clear();
    if (!protocol.isEmpty()) {
      below.getChildren().add(Panes.wrapped(protocol, "evaluate-how"));
    }
    List<String> ofPoints = plot.warnings();
    if (plot.measured().stream().anyMatch(Plot.Point::doubtful)) {
      below.getChildren().add(Panes.wrapped(Messages.text("curve.warning.mark"), "evaluate-how"));
    }
    List<String> all = new ArrayList<>(ofPoints);
    all.addAll(warnings);
    if (!all.isEmpty()) {
      below.getChildren().add(Panes.warnings(all));
    }
    below.setVisible(!below.getChildren().isEmpty());
  }
}

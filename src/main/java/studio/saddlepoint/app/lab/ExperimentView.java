package studio.saddlepoint.app.lab;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.glossary.Terms;

/** The parts of an experiment around its drawing, which all experiments have alike. */
final class ExperimentView extends VBox {
  private final Label sentence = new Sentence();

  /** Two lines or more: what is below moves only where a sentence is longer. */
  private static final class Sentence extends Label {
    private static final double LINES = 2.9; // times the size of its letters

    @Override
    protected double computeMinHeight(double width) {
      return Math.max(computePrefHeight(width), LINES * getFont().getSize());
    }
  }

  /**
   * Puts an experiment's parts together.
   *
   * @param id of the experiment
   * @param presets ids of its presets
   * @param preset begins at one
   * @param drawing what is looked at
   * @param figures numbers below it
   * @param controls beside it
   * @param transport below everything
   */
  ExperimentView(
      String id,
      List<String> presets,
      Consumer<String> preset,
      Node drawing,
      Figures figures,
      List<Node> controls,
      Transport transport) {
    getStyleClass().add("lab-experiment");
    sentence.setId("lab-" + id + "-sentence");
    sentence.getStyleClass().add("lab-sentence");
    sentence.setWrapText(true);
    sentence.setMaxWidth(Double.MAX_VALUE);
    VBox.setVgrow(drawing, Priority.ALWAYS);
    VBox card = new VBox(drawing, figures);
    card.getStyleClass().addAll("card", "lab-card");
    HBox.setHgrow(card, Priority.ALWAYS);
    VBox column = new VBox();
    column.getStyleClass().add("lab-side");
    column.getChildren().addAll(controls);
    ScrollPane scroll = new ScrollPane(column);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().addAll("lab-side-scroll", "card");
    HBox middle = new HBox(card, scroll);
    middle.getStyleClass().add("lab-middle");
    VBox.setVgrow(middle, Priority.ALWAYS);
    getChildren().addAll(presets(id, presets, preset), sentence, middle, transport);
  }

  /** What is seen now, in words. */
  void tell(String words) {
    if (!words.equals(sentence.getText())) {
      sentence.setText(words);
    }
  }

  private static FlowPane presets(String id, List<String> presets, Consumer<String> preset) {
    Label title = new Label(Messages.text("lab.presets"));
    title.getStyleClass().add("muted");
    Terms.explain(title, "lab:" + id);
    FlowPane row = new FlowPane(8, 8, title);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("lab-presets");
    for (String each : presets) {
      String key = "lab." + id + ".preset." + each;
      Button button = new Button(Messages.text(key));
      button.setId(key.replace('.', '-'));
      button.getStyleClass().add("lab-preset");
      button.setMinWidth(Region.USE_PREF_SIZE);
      Buttons.explain(button, Messages.text(key + ".tip"));
      button.setOnAction(event -> preset.accept(each));
      row.getChildren().add(button);
    }
    return row;
  }
}

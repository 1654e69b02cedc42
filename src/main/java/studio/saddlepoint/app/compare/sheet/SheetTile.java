package studio.saddlepoint.app.compare.sheet;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.chart.Swatch;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.core.Picture;

/** A run's sheet under its name and the step that it really shows. */
final class SheetTile extends VBox {
  /** Of the words above the picture. */
  static final double HEAD = 40;

  private final PictureView picture = new PictureView();
  private final Label step = new Label();
  private final Label problem = new Label();

  SheetTile(String name, int colour) {
    getStyleClass().add("sheet-tile");
    Label title = new Label(name);
    title.getStyleClass().add("sheet-tile-name");
    title.setMinWidth(0);
    title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    Buttons.explain(title, name);
    HBox head = new HBox(6, new Swatch("run-" + colour), title);
    head.setAlignment(Pos.CENTER_LEFT);
    step.getStyleClass().add("sheet-tile-step");
    step.setMinWidth(0);
    VBox words = new VBox(head, step);
    words.setMinHeight(HEAD);
    words.setPrefHeight(HEAD);
    words.setMaxHeight(HEAD);
    picture.setSmooth(true);
    picture.setAccessibleText(name);
    problem.getStyleClass().add("muted");
    problem.setWrapText(true);
    problem.setMouseTransparent(true);
    StackPane frame = new StackPane(picture, problem);
    frame.getStyleClass().add("sheet-tile-frame");
    frame.setMinHeight(Region.USE_COMPUTED_SIZE);
    VBox.setVgrow(frame, Priority.ALWAYS);
    getChildren().addAll(words, frame);
  }

  /**
   * Shows a sheet.
   *
   * @param shown nothing where there is none
   * @param said the step that it shows
   * @param missing why there is none; empty where there is one
   */
  void show(@Nullable Picture shown, String said, String missing) {
    picture.show(shown);
    step.setText(said);
    if (step.getTooltip() == null || !said.equals(step.getTooltip().getText())) {
      Buttons.explain(step, said);
    }
    problem.setText(missing);
  }
}

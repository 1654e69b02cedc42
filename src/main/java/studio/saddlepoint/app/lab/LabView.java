package studio.saddlepoint.app.lab;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.Segments;
import studio.saddlepoint.app.pictures.SavePlaces;

/** The lab's experiments, one of which is shown. */
final class LabView extends VBox {
  private final List<Experiment> experiments;
  private final Segments<Experiment> choice;
  private final StackPane stage = new StackPane();
  private boolean seen;

  LabView(StudioModel studio) {
    getStyleClass().add("lab");
    PictureSaving saving =
        new PictureSaving(studio, new SavePlaces(studio, () -> getScene().getWindow()));
    experiments =
        List.of(
            new PlanePanel(studio, saving),
            new HeapsPanel(studio, saving),
            new OrbitPanel(studio, saving),
            new PicturesPanel(studio, saving),
            new MicroscopePanel(studio, saving),
            new JudgePanel(studio, saving));
    choice =
        Segments.of(
            Messages.text("lab.experiments"),
            experiments,
            each ->
                new Segments.Words(
                    "lab-" + each.id(),
                    Messages.text("lab." + each.id()),
                    Messages.text("lab." + each.id() + ".tip")));
    Label about = new Label();
    about.getStyleClass().add("muted");
    about.setMinWidth(0);
    about.visibleProperty().bind(whole(about));
    HBox.setHgrow(about, Priority.ALWAYS);
    HBox bar = new HBox(choice, about);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("page-bar");
    VBox.setVgrow(stage, Priority.ALWAYS);
    stage.setMinHeight(Region.USE_COMPUTED_SIZE);
    getChildren().addAll(bar, stage);
    choice.valueProperty().addListener((p, old, now) -> choose(old, now));
    stage.getChildren().setAll(choice.valueProperty().get().content());
    about
        .textProperty()
        .bind(choice.valueProperty().map(each -> Messages.text("lab." + each.id() + ".about")));
  }

  /** Whether there is room for all its words; each choice has its own beside the mouse, too. */
  private static BooleanBinding whole(Label words) {
    return Bindings.createBooleanBinding(
        () -> words.getWidth() >= Math.floor(words.prefWidth(-1)),
        words.widthProperty(),
        words.textProperty(),
        words.fontProperty());
  }

  /** Shows an experiment, at a preset where one is named: {@code orbit:spiral}. */
  void open(String place) {
    int colon = place.indexOf(':');
    String id = colon < 0 ? place : place.substring(0, colon);
    experiments.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .ifPresent(
            each -> {
              choice.valueProperty().set(each);
              if (colon >= 0) {
                each.preset(place.substring(colon + 1));
              }
            });
  }

  private void choose(Experiment before, Experiment now) {
    if (seen) {
      before.hidden();
    }
    stage.getChildren().setAll(now.content());
    if (seen) {
      now.shown();
    }
  }

  /** It can be seen from now on, or not any more. */
  void show(boolean now) {
    if (now != seen) {
      seen = now;
      if (now) {
        choice.valueProperty().get().shown();
      } else {
        choice.valueProperty().get().hidden();
      }
    }
  }

  void close() {
    experiments.forEach(Experiment::close);
  }
}

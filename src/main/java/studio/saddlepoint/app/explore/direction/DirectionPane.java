package studio.saddlepoint.app.explore.direction;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.ProgressBox;

/** The directions of a generator: finding them, a slider for each, how entangled they are. */
public final class DirectionPane extends VBox {
  private final DirectionsModel model;
  private final VBox rows = new VBox(8);
  private final VBox measured = new VBox();
  private final Label none = new Label(Messages.text("directions.none"));

  /** A pane of a model, which tells the shifts to draw with. */
  public DirectionPane(DirectionsModel model) {
    this.model = model;
    getStyleClass().addAll("explore-section", "directions");
    setSpacing(8);
    Label title = new Label(Messages.text("directions.title"));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    title.setTooltip(Buttons.tooltip(Messages.text("directions.title.tip")));
    Button reset = Buttons.icon(Feather.ROTATE_CCW, "directions.reset.all", model::reset);
    reset.setId("directions-reset");
    reset
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.shiftsProperty().get().isEmpty(), model.shiftsProperty()));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox heading = new HBox(4, title, space, reset);
    heading.setAlignment(Pos.CENTER_LEFT);
    none.setWrapText(true);
    none.setMinHeight(USE_PREF_SIZE);
    none.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    Button measure = Buttons.labelled(Feather.GRID, "directions.measure", model::measure);
    measure.setId("directions-measure");
    measure.disableProperty().bind(model.workProperty().isNotNull());
    measure.visibleProperty().bind(Bindings.isNotEmpty(rows.getChildren()));
    measure.managedProperty().bind(measure.visibleProperty());
    ProgressBox progress = new ProgressBox();
    model
        .workProperty()
        .addListener((property, old, now) -> progress.show(now, lookup("#directions-find")));
    getChildren()
        .setAll(heading, new DirectionForm(model), progress, none, rows, measure, measured);
    model.directionsProperty().addListener((property, old, now) -> show());
    model.subjectProperty().addListener((property, old, now) -> show());
    model
        .entanglementProperty()
        .addListener(
            (property, old, now) -> {
              measured.getChildren().clear();
              now.ifPresent(each -> measured.getChildren().add(new EntanglementGrid(each)));
            });
    show();
  }

  private void show() {
    rows.getChildren()
        .setAll(
            model.directionsProperty().get().all().stream()
                .map(
                    each ->
                        new DirectionRow(
                            model,
                            each,
                            model
                                .subjectProperty()
                                .get()
                                .map(at -> each.refusal(at.sizes()))
                                .orElse("")))
                .toList());
    boolean empty = rows.getChildren().isEmpty();
    none.setVisible(empty);
    none.setManaged(empty);
    setDisable(model.subjectProperty().get().isEmpty());
  }
}

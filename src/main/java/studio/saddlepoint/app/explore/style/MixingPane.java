package studio.saddlepoint.app.explore.style;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;

/** The controls of style mixing: the seeds of rows and columns, and the layers to mix. */
public final class MixingPane extends VBox {
  private final ObjectProperty<MixingState> state = new SimpleObjectProperty<>(MixingState.first());
  private final SeedField rows = new SeedField("mixing.rows", state.get().rows());
  private final SeedField columns = new SeedField("mixing.columns", state.get().columns());
  private final LayersControl layers = new LayersControl();
  private boolean showing;

  /**
   * The controls.
   *
   * @param resample asks for other rows and columns
   */
  public MixingPane(Runnable resample) {
    getStyleClass().add("explore-mixing");
    rows.setId("mixing-rows");
    columns.setId("mixing-columns");
    Button dice = Buttons.icon(Feather.SHUFFLE, "mixing.resample", resample);
    dice.setId("mixing-resample");
    HBox.setHgrow(rows, Priority.ALWAYS);
    HBox.setHgrow(columns, Priority.ALWAYS);
    HBox seeds =
        new HBox(
            8, label("mixing.rows", rows), rows, label("mixing.columns", columns), columns, dice);
    seeds.setAlignment(Pos.CENTER_LEFT);
    VBox section = new VBox(seeds, layers);
    section.getStyleClass().add("explore-section");
    getChildren().add(section);
    rows.seedsProperty().addListener((p, old, now) -> choose(state.get().withRows(now)));
    columns.seedsProperty().addListener((p, old, now) -> choose(state.get().withColumns(now)));
    layers.layersProperty().addListener((p, old, now) -> choose(state.get().withLayers(now)));
    state.addListener((p, old, now) -> show(now));
  }

  private static Label label(String key, SeedField field) {
    Label label = new Label(Messages.text(key));
    label.setMinWidth(USE_PREF_SIZE);
    label.setLabelFor(field);
    return label;
  }

  /** What is mixed. */
  public ObjectProperty<MixingState> stateProperty() {
    return state;
  }

  /** The size that each styled layer of the generator works at. */
  public ObjectProperty<List<Integer>> sizesProperty() {
    return layers.sizesProperty();
  }

  private void choose(MixingState next) {
    if (!showing) {
      state.set(next);
    }
  }

  private void show(MixingState now) {
    showing = true;
    try {
      rows.seedsProperty().set(now.rows());
      columns.seedsProperty().set(now.columns());
      layers.layersProperty().set(now.layers());
    } finally {
      showing = false;
    }
  }
}

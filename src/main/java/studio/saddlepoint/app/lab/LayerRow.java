package studio.saddlepoint.app.lab;

import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.core.English;
import studio.saddlepoint.lab.microscope.LayerInfo;

/** A choice among the layers of a network. */
final class LayerRow extends VBox {
  private final ComboBox<LayerInfo> box = new ComboBox<>();

  /**
   * A row.
   *
   * @param key of its name; {@code KEY.tip} explains it
   */
  LayerRow(String key) {
    getStyleClass().add("lab-row");
    Label name = new Label(Messages.text(key));
    Buttons.explain(name, Messages.text(key + ".tip"));
    box.setId(key.replace('.', '-'));
    box.setAccessibleText(Messages.text(key));
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable LayerInfo layer) {
            return layer == null ? "" : words(layer);
          }

          @Override
          public LayerInfo fromString(String text) {
            throw new UnsupportedOperationException("nothing is typed here");
          }
        });
    Buttons.explain(box, Messages.text(key + ".tip"));
    getChildren().addAll(name, box);
  }

  /** A layer with its number and what it makes. */
  static String words(LayerInfo layer) {
    return English.of("%d  %s, %s", layer.index() + 1, layer.name(), layer.shape());
  }

  /** The index of the layer that is chosen; -1 for none. */
  ReadOnlyIntegerProperty indexProperty() {
    return box.getSelectionModel().selectedIndexProperty();
  }

  /** Shows layers, of which one is chosen. */
  void fill(List<LayerInfo> layers, int index) {
    if (!layers.equals(box.getItems())) {
      box.getItems().setAll(layers);
    }
    if (index < layers.size()) {
      box.getSelectionModel().select(index);
    }
  }
}

package studio.saddlepoint.app.lab;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;

/**
 * A choice among several with its name.
 *
 * @param <T> what is chosen
 */
final class ChoiceRow<T> extends VBox {
  private final ComboBox<T> box = new ComboBox<>();
  private final Label name;

  /**
   * A row.
   *
   * @param key of its name; {@code KEY.tip} explains it
   * @param values what there is; the first is taken
   * @param words of each
   */
  ChoiceRow(String key, List<T> values, Function<T, String> words) {
    getStyleClass().add("lab-row");
    name = new Label(Messages.text(key));
    Buttons.explain(name, Messages.text(key + ".tip"));
    box.setId(key.replace('.', '-'));
    box.setAccessibleText(Messages.text(key));
    box.setMaxWidth(Double.MAX_VALUE);
    box.getItems().setAll(values);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T value) {
            return value == null ? "" : words.apply(value);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("nothing is typed here");
          }
        });
    box.setValue(values.get(0));
    Buttons.explain(box, Messages.text(key + ".tip"));
    getChildren().addAll(name, box);
  }

  /** What is chosen. */
  ObjectProperty<T> valueProperty() {
    return box.valueProperty();
  }

  /** The label that names it. */
  Label name() {
    return name;
  }
}

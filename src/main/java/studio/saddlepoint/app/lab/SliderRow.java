package studio.saddlepoint.app.lab;

import java.util.function.DoubleFunction;
import javafx.beans.property.DoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;

/** A number with its name, a slider, and what it is now. */
final class SliderRow extends VBox {
  private final Slider slider;
  private final Label name;
  private final Label value = new Label();
  private final DoubleFunction<String> words;

  /**
   * A row.
   *
   * @param key of its name; {@code KEY.tip} explains it
   * @param least the slider's left end
   * @param most its right end
   * @param step of the arrow keys
   * @param words tells of the number
   */
  SliderRow(String key, double least, double most, double step, DoubleFunction<String> words) {
    getStyleClass().add("lab-row");
    name = new Label(Messages.text(key));
    Buttons.explain(name, Messages.text(key + ".tip"));
    this.words = words;
    value.getStyleClass().add("lab-value");
    value.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    slider = new Slider(least, most, least);
    slider.setId(key.replace('.', '-'));
    slider.setAccessibleText(Messages.text(key));
    slider.setBlockIncrement(step);
    Buttons.explain(slider, Messages.text(key + ".tip"));
    slider.valueProperty().addListener(o -> tell());
    tell();
    getChildren().addAll(new HBox(8, name, space, value), slider);
  }

  /** Tells anew what the number is: it may mean something else by now. */
  void tell() {
    value.setText(words.apply(slider.getValue()));
  }

  /** Moves the right end of the slider. */
  void setMost(double most) {
    slider.setMax(most);
  }

  /** The number. */
  DoubleProperty valueProperty() {
    return slider.valueProperty();
  }

  /** The label that names it. */
  Label name() {
    return name;
  }
}

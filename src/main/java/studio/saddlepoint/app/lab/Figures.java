package studio.saddlepoint.app.lab;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;

/** Numbers with their names, side by side. */
final class Figures extends FlowPane {
  private final List<Label> values = new ArrayList<>();
  private final List<Label> names = new ArrayList<>();

  /**
   * Numbers that are not known yet.
   *
   * @param keys of their names; {@code KEY.tip} explains each
   */
  Figures(String... keys) {
    getStyleClass().add("lab-figures");
    for (String key : keys) {
      Label name = new Label(Messages.text(key));
      name.getStyleClass().add("figure-name");
      Buttons.explain(name, Messages.text(key + ".tip"));
      Label value = new Label("–");
      value.setId(key.replace('.', '-'));
      value.getStyleClass().add("figure-value");
      value.setMinWidth(Region.USE_PREF_SIZE);
      VBox figure = new VBox(name, value);
      figure.getStyleClass().add("lab-figure");
      names.add(name);
      values.add(value);
      getChildren().add(figure);
    }
  }

  /** Shows values, in the order of the names. */
  void show(String... now) {
    for (int i = 0; i < now.length; i++) {
      values.get(i).setText(now[i]);
    }
  }

  /** The label that names one of them. */
  Label name(int index) {
    return names.get(index);
  }
}

package studio.saddlepoint.app.explore.direction;

import atlantafx.base.theme.Styles;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.core.English;
import studio.saddlepoint.latent.LayerRange;
import studio.saddlepoint.latent.Space;
import studio.saddlepoint.latent.direction.Direction;

/** One direction: its name, its slider, and what can be done with it. */
final class DirectionRow extends VBox {
  private final DirectionsModel model;
  private final Direction direction;
  private final HBox heading = new HBox(4);
  private final Label name = new Label();
  private final Label at = new Label();

  /**
   * A row.
   *
   * @param refusal why the generator's codes cannot be moved along it; empty where they can
   */
  DirectionRow(DirectionsModel model, Direction direction, String refusal) {
    this.model = model;
    this.direction = direction;
    getStyleClass().add("direction-row");
    setSpacing(2);
    DoubleProperty units = model.unitsOf(direction);
    name.setText(direction.name());
    name.setMinWidth(40);
    name.setMaxWidth(Double.MAX_VALUE);
    name.setTooltip(Buttons.tooltip(refusal.isEmpty() ? origin(direction) : refusal));
    HBox.setHgrow(name, Priority.ALWAYS);
    at.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    at.setMinWidth(USE_PREF_SIZE);
    Button reset = Buttons.icon(Feather.ROTATE_CCW, "directions.reset", () -> units.set(0));
    reset.setAccessibleText(Messages.text("directions.reset.of", direction.name()));
    reset.disableProperty().bind(units.isEqualTo(0));
    heading.setAlignment(Pos.CENTER_LEFT);
    heading.getChildren().setAll(name, at, reset, menu());
    Slider slider = new Slider(-Direction.REACH, Direction.REACH, 0);
    slider.setMajorTickUnit(1);
    slider.setBlockIncrement(0.25);
    slider.setAccessibleText(Messages.text("directions.slider", direction.name()));
    slider.valueProperty().bindBidirectional(units);
    slider.setDisable(!refusal.isEmpty());
    if (!refusal.isEmpty()) {
      at.setText(Messages.text("directions.other"));
    } else {
      units.addListener((property, old, now) -> show(now.doubleValue()));
      show(units.get());
    }
    getChildren().setAll(heading, slider);
  }

  private void show(double units) {
    at.setText(units == 0 ? "" : English.of("%+.2f", units));
  }

  private static String origin(Direction direction) {
    String layers =
        direction.space() == Space.Z || direction.layers().equals(LayerRange.ALL)
            ? ""
            : Messages.text("directions.origin.layers", direction.layers().toString());
    return Messages.text(
        "directions.origin",
        Messages.text("directions.method." + direction.origin().method().id()),
        direction.space().id(),
        layers,
        direction.origin().step());
  }

  private MenuButton menu() {
    MenuItem rename = new MenuItem(Messages.text("directions.rename"));
    rename.setOnAction(event -> edit());
    MenuItem remove = new MenuItem(Messages.text("directions.remove"));
    remove.setOnAction(event -> model.remove(direction));
    MenuButton menu = new MenuButton("", new FontIcon(Feather.MORE_HORIZONTAL), rename, remove);
    menu.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "no-arrow");
    menu.setAccessibleText(Messages.text("directions.menu", direction.name()));
    Buttons.explain(menu, Messages.text("directions.menu", direction.name()));
    return menu;
  }

  /** The name becomes a field until Enter or Esc. */
  private void edit() {
    TextField field = new TextField(direction.name());
    field.setAccessibleText(Messages.text("directions.name"));
    HBox.setHgrow(field, Priority.ALWAYS);
    heading.getChildren().set(0, field);
    field.setOnAction(event -> model.rename(direction, field.getText()));
    field.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            heading.getChildren().set(0, name);
            event.consume();
          }
        });
    field.requestFocus();
    field.selectAll();
  }
}

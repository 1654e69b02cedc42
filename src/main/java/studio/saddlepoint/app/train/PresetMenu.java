package studio.saddlepoint.app.train;

import atlantafx.base.theme.Styles;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.recipe.StylePreset;
import studio.saddlepoint.recipe.network.Architecture;

/** The presets of the architecture that is chosen, to be filled into the form; hidden elsewhere. */
final class PresetMenu extends MenuButton {
  /** A menu for a form. */
  PresetMenu(RecipeFormModel model) {
    super(Messages.text("preset"), new FontIcon(Feather.LIST));
    setId("form-preset");
    getStyleClass().add(Styles.FLAT);
    Buttons.explain(this, Messages.text("preset.tip"));
    for (StylePreset preset : StylePreset.values()) {
      MenuItem item = new MenuItem(preset.label());
      item.setId("form-preset-" + preset.id());
      item.setOnAction(event -> model.fill(preset));
      getItems().add(item);
    }
    Field architecture = model.field("generator.architecture");
    Runnable show =
        () -> setVisible(architecture.textProperty().get().equals(Architecture.STYLEGAN2.id()));
    managedProperty().bind(visibleProperty());
    architecture.textProperty().addListener(o -> show.run());
    show.run();
  }
}

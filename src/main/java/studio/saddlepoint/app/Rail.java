package studio.saddlepoint.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.TermEvent;
import studio.saddlepoint.app.keys.Shortcut;
import studio.saddlepoint.app.undo.UndoButtons;

/** The pages, on the window's left edge. */
final class Rail extends VBox {
  private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();

  Rail(StudioModel model, List<Page> pages, Runnable keys, Runnable preferences) {
    getStyleClass().add("rail");
    ToggleGroup group = new ToggleGroup();
    for (Page page : pages) {
      ToggleButton button = new ToggleButton(page.title(), new FontIcon(page.icon()));
      button.setId("rail-" + page.id());
      button.getStyleClass().setAll("rail-button");
      button.setContentDisplay(ContentDisplay.TOP);
      button.setMaxWidth(Double.MAX_VALUE);
      button.setToggleGroup(group);
      Buttons.explain(button, tip(page, buttons.size()));
      // A second press takes nothing back. Arrow keys select without an action.
      button.setOnAction(event -> button.setSelected(true));
      button
          .selectedProperty()
          .addListener(
              (property, old, selected) -> {
                if (selected) {
                  model.pageProperty().set(page.id());
                }
              });
      buttons.put(page.id(), button);
      getChildren().add(button);
    }
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    getChildren()
        .addAll(
            space,
            new UndoButtons(model.undo()),
            keys(keys),
            glossary(),
            themeSwitch(model.settings()),
            preferences(preferences));
    model.pageProperty().addListener((property, old, now) -> select(now));
    select(model.pageProperty().get());
  }

  private static String tip(Page page, int place) {
    String text = Messages.text("rail." + page.id() + ".tip");
    return place < Shortcut.mostPages() ? Shortcut.page(place).tip(text) : text;
  }

  private static Button keys(Runnable show) {
    Button button = Buttons.icon(Feather.HELP_CIRCLE, "keys.open", show);
    button.setId("keys-open");
    button.getTooltip().setText(Shortcut.KEYS.tip(Messages.text("keys.open")));
    return button;
  }

  private static Button preferences(Runnable show) {
    Button button = Buttons.icon(Feather.SETTINGS, "preferences.open", show);
    button.setId("preferences-open");
    button.getStyleClass().add("rail-switch");
    button.getTooltip().setText(Shortcut.PREFERENCES.tip(Messages.text("preferences.open")));
    return button;
  }

  private void select(String page) {
    buttons.forEach((id, button) -> button.setSelected(id.equals(page)));
  }

  private Button glossary() {
    Button button =
        Buttons.icon(Feather.BOOK_OPEN, "glossary.open", () -> fireEvent(new TermEvent("")));
    button.setId("glossary-open");
    return button;
  }

  private static Button themeSwitch(Settings settings) {
    FontIcon picture = new FontIcon();
    Button button =
        Buttons.icon(
            Feather.MOON,
            "theme.switch",
            () -> settings.themeProperty().set(settings.themeProperty().get().other()));
    button.setId("theme-switch");
    button.setGraphic(picture);
    Runnable show =
        () ->
            picture.setIconCode(
                settings.themeProperty().get() == Theme.LIGHT ? Feather.MOON : Feather.SUN);
    settings.themeProperty().addListener(o -> show.run());
    show.run();
    return button;
  }
}

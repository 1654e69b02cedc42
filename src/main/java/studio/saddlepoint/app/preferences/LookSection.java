package studio.saddlepoint.app.preferences;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Settings;
import studio.saddlepoint.app.fx.Segments;

/** How the window looks: its colours and the size of its texts. */
final class LookSection extends VBox {
  private final Segments<ThemeChoice> themes =
      new Segments<>(
          Messages.text("preferences.theme"),
          List.of(ThemeChoice.values()),
          each -> key("theme", each));

  LookSection(Settings settings) {
    getStyleClass().add("preference-section");
    themes.valueProperty().bindBidirectional(settings.theme().chosenProperty());
    Label silent = Rows.words(Messages.text("preferences.theme.silent"));
    silent.setId("preferences-theme-silent");
    silent
        .visibleProperty()
        .bind(
            settings
                .theme()
                .desktopKnownProperty()
                .not()
                .and(settings.theme().chosenProperty().isEqualTo(ThemeChoice.SYSTEM)));
    silent.managedProperty().bind(silent.visibleProperty());
    VBox theme = Rows.row("preferences.theme", themes);
    theme.getChildren().add(silent);
    Segments<TextSize> sizes =
        new Segments<>(
            Messages.text("preferences.text"),
            List.of(TextSize.values()),
            each -> key("text", each));
    sizes.valueProperty().bindBidirectional(settings.textSizeProperty());
    getChildren()
        .addAll(Rows.group("preferences.look"), theme, Rows.row("preferences.text", sizes));
  }

  private static String key(String what, Enum<?> value) {
    return "preferences." + what + "." + value.name().toLowerCase(Locale.ROOT);
  }

  /** Puts the keyboard on the theme that is chosen. */
  void takeFocus() {
    themes.getChildren().stream()
        .filter(each -> each instanceof ToggleButton toggle && toggle.isSelected())
        .forEach(Node::requestFocus);
  }
}

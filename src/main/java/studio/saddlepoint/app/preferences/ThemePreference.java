package studio.saddlepoint.app.preferences;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import studio.saddlepoint.app.Settings;
import studio.saddlepoint.app.Theme;

/**
 * The theme that is shown and the choice behind it. Whoever switches the shown theme chooses it;
 * the desktop changes what is shown only where it was chosen to be followed. What it told last is
 * kept, so that the next start needs not wait for it.
 */
public final class ThemePreference {
  private static final String CHOSEN = "theme";
  private static final String DESKTOP = "theme.desktop";

  private final Settings settings;
  private final ObjectProperty<ThemeChoice> chosen;
  private final ObjectProperty<Theme> shown;
  private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper(true);
  private Theme desktop;

  /**
   * The kept preference; the desktop is followed where none is kept.
   *
   * @param settings where it is kept
   */
  public ThemePreference(Settings settings) {
    this.settings = settings;
    desktop = settings.get(DESKTOP, "").equals("dark") ? Theme.DARK : Theme.LIGHT;
    chosen =
        new SimpleObjectProperty<>(
            ThemeChoice.of(settings.get(CHOSEN, "")).orElse(ThemeChoice.SYSTEM));
    shown = new SimpleObjectProperty<>(chosen.get().theme(desktop));
    chosen.addListener(
        (property, old, now) -> {
          settings.put(CHOSEN, now.text());
          shown.set(now.theme(desktop));
        });
    shown.addListener(
        (property, old, now) -> {
          if (chosen.get().theme(desktop) != now) {
            chosen.set(ThemeChoice.of(now));
          }
        });
  }

  /** What the person chose; a change is kept and shown at once. */
  public ObjectProperty<ThemeChoice> chosenProperty() {
    return chosen;
  }

  /** What is shown; one who changes it chooses it. */
  public ObjectProperty<Theme> shownProperty() {
    return shown;
  }

  /** Whether the desktop tells its colours; true until it was asked. */
  public ReadOnlyBooleanProperty desktopKnownProperty() {
    return known.getReadOnlyProperty();
  }

  /** The desktop told its colours; empty where it has none, which is light. */
  public void desktop(Optional<Theme> told) {
    known.set(told.isPresent());
    desktop = told.orElse(Theme.LIGHT);
    settings.put(DESKTOP, ThemeChoice.of(desktop).text());
    if (chosen.get() == ThemeChoice.SYSTEM) {
      shown.set(desktop);
    }
  }
}

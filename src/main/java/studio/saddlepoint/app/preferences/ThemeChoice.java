package studio.saddlepoint.app.preferences;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import studio.saddlepoint.app.Theme;

/** A person's choice of the window's colours. */
public enum ThemeChoice {
  /** As the desktop has it. */
  SYSTEM,
  /** Light, whatever the desktop has. */
  LIGHT,
  /** Dark, whatever the desktop has. */
  DARK;

  /** The choice that shows a theme always. */
  static ThemeChoice of(Theme theme) {
    return theme == Theme.DARK ? DARK : LIGHT;
  }

  /** A kept choice; empty where a text is none. */
  static Optional<ThemeChoice> of(String text) {
    return Stream.of(values()).filter(each -> each.text().equalsIgnoreCase(text)).findAny();
  }

  /** How it is kept. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What is shown.
   *
   * @param desktop the desktop's colours
   */
  Theme theme(Theme desktop) {
    return switch (this) {
      case SYSTEM -> desktop;
      case LIGHT -> Theme.LIGHT;
      case DARK -> Theme.DARK;
    };
  }
}
